import { describe, expect, test } from "vitest";
import type { Day } from "../../src/core/calendar.js";
import { type Block, buttons, heading, type Message, note } from "../../src/core/message.js";
import { code, emphasis, link, paragraph, strong, text, time } from "../../src/core/prose.js";
import { renderOne } from "../../src/platforms/discord/render.js";

type Part = { readonly type: number; readonly content?: string; readonly components?: readonly Part[] };

const inside = (message: Message): readonly Part[] => {
  const container = renderOne(message).body.components.at(-1) as Part | undefined;
  return container?.components ?? [];
};
const write = (...blocks: readonly Block[]) =>
  inside({ summary: "", blocks }).map((part) => part.content ?? part);

test.each<[string, Block, unknown]>([
  ["a heading", heading("Storage › EFS"), "## Storage › EFS"],
  ["a right verdict", heading("Right", "right"), "## ✅ Right"],
  ["a wrong verdict", heading("Not this one", "wrong"), "## ❌ Not this one"],
  [
    "spans",
    {
      kind: "passage",
      passage: paragraph(strong("a"), " ", emphasis("b "), code("c"), link("d", "https://e.example")),
    },
    "**a** *b* `c`[d](<https://e.example/>)",
  ],
  [
    "marks beside marks",
    { kind: "passage", passage: paragraph(strong("a"), emphasis("b")) },
    "**a**\u200b*b*",
  ],
  [
    "an instant in each reader's own zone",
    note(text("Open until "), time(new Date("2026-03-11T08:00:00Z")), text(".")),
    "Open until <t:1773216000:f> (<t:1773216000:R>).",
  ],
  [
    "a list",
    { kind: "passage", passage: { kind: "list", ordered: true, items: [[text("a")], [text("b")]] } },
    "1. a\n2. b",
  ],
  [
    "code",
    { kind: "passage", passage: { kind: "code", code: "a = `b`\n*c*", language: "js" } },
    "```js\na = `b`\n*c*\n```",
  ],
  [
    "a remote image is a link",
    { kind: "passage", passage: { kind: "image", url: "https://a.example/x.png", alt: "A plan" } },
    "[A plan](<https://a.example/x.png>)",
  ],
  [
    "an image inside the notes is its words",
    { kind: "passage", passage: { kind: "image", url: "plan.png", alt: "A plan" } },
    "A plan",
  ],
  [
    "a quote",
    { kind: "quote", lines: [[text("a")], [text("b")]], place: "x.md › Y" },
    "> a\n> b\n-# x.md › Y",
  ],
  [
    "a narrow table",
    { kind: "table", head: ["Place", "Member"], rows: [["1", "Mina"], ["10", "李小龍"], ["⋯ 3 more"]] },
    "```\nPlace  Member\n    1  Mina\n   10  李小龍\n⋯ 3 more\n```",
  ],
  [
    "a table that no phone is wide enough for",
    { kind: "table", head: ["Day", "What it was", "Streak"], rows: [["Tue 10 March", "x".repeat(60), "4"]] },
    `**Tue 10 March** · ${"x".repeat(60)} · Streak 4`,
  ],
  [
    "accuracy",
    { kind: "accuracy", rows: [{ label: "EFS", right: 3, answered: 4 }], sentence: "3 of 4." },
    "3 of 4.\n**EFS** 75\u00a0% (3 of 4)\n🟩🟩🟩🟩🟩🟩🟩🟩⬜⬜",
  ],
])("%s", (_what, block, expected) => {
  expect(write(block)).toEqual([expected]);
});

test("a year is its sentence and its last days in squares", () => {
  const states = ["answered", "answered", "frozen", "missed", "rest", "open"] as const;
  const days = states.map((state, at) => ({
    day: `2026-03-0${at + 1}` as Day,
    state,
    ...(at === 0 ? { right: true } : {}),
  }));
  expect(write({ kind: "year", days, sentence: "You answered." })).toEqual([
    "You answered.\n🟩🟨🟦🟥⬜🔲\n-# The last 6 days: 1 right 🟩, 1 answered 🟨, 1 frozen 🟦, 1 missed 🟥, 1 open 🔲, 1 with nothing asked ⬜",
  ]);
});

describe("options", () => {
  const items = [
    { letter: "A", body: [paragraph("One")], mark: "pick" as const, answers: 4, of: 15 },
    { letter: "B", body: [paragraph("Two"), paragraph("more")], mark: "key" as const, answers: 9, of: 15 },
    { letter: "C", body: [{ kind: "code" as const, code: "x" }], answers: 2, of: 15 },
  ];
  test("bear sign, letter, what became of them and how many chose them", () => {
    expect(write({ kind: "options", items })).toEqual([
      "✗ **A** *Your pick.* One · **4 (27\u00a0%)**",
      "✓ **B** *The key.* Two\nmore\n**9 (60\u00a0%)**",
      "**C** \n```\nx\n```\n**2 (13\u00a0%)**",
    ]);
  });

  test("of several right ones each says its part", () => {
    const marks = ["both", "unpicked", "pick"] as const;
    const list = marks.map((mark, at) => ({ letter: "ABC".charAt(at), body: [paragraph("x")], mark }));
    expect(write({ kind: "options", items: list })).toEqual([
      "✓ **A** *Your pick, and part of the key.* x",
      "○ **B** *Part of the key, not picked.* x",
      "✗ **C** *Your pick.* x",
    ]);
  });
});

describe("buttons", () => {
  test("stand in rows of five, with their tone and their state", () => {
    const list = [
      { label: "A", press: "k.t1", pressed: true },
      { label: "B", press: "k.t2", pressed: false },
      { label: "Submit", press: "k.s", tone: "primary" as const },
      { label: "Delete", press: "k.d", tone: "danger" as const },
      { label: "x".repeat(90), press: "k.x" },
      { label: "F", press: "k.f" },
      { label: "F again", press: "k.f" },
    ];
    expect(write(buttons(...list))).toMatchObject([
      {
        components: [
          { type: 2, style: 3, label: "✓ A", custom_id: "k.t1" },
          { type: 2, style: 2, label: "B", custom_id: "k.t2" },
          { type: 2, style: 1, label: "Submit", custom_id: "k.s" },
          { type: 2, style: 4, label: "Delete", custom_id: "k.d" },
          { type: 2, style: 2, label: `${"x".repeat(79)}…`, custom_id: "k.x" },
        ],
      },
      { components: [{ label: "F", custom_id: "k.f" }] },
    ]);
  });

  test("27 of them are two lists, and each list begins with the key", () => {
    const list = Array.from({ length: 27 }, (_, at) => ({ label: `L${at}`, press: `k.p${at}` }));
    expect(write(buttons(...list))).toMatchObject([
      { components: [{ type: 3, custom_id: "k.p0", placeholder: "L0 – L24", options: { length: 25 } }] },
      { components: [{ type: 3, custom_id: "k.p25", options: [{ label: "L25", value: "k.p25" }, {}] }] },
    ]);
  });
});
