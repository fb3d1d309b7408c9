import { describe, expect, test } from "vitest";
import { keyOf } from "../../src/core/ids.js";
import { type Block, heading, type Message, note } from "../../src/core/message.js";
import { paragraph, text } from "../../src/core/prose.js";
import { cut, graphemes, width } from "../../src/platforms/discord/cut.js";
import { renderOne } from "../../src/platforms/discord/render.js";
import { renderModal } from "../../src/platforms/discord/render-modal.js";
import { reportForm } from "../../src/views/report.js";
import { anAsked, aQuestion } from "../core/things.js";
import { theDaily } from "./web/gallery.js";
import { theBoard } from "./web/gallery-private.js";

type Part = { readonly type: number; readonly content?: string; readonly components?: readonly Part[] };

const inside = (message: Message): readonly Part[] => {
  const container = renderOne(message).body.components.at(-1) as Part | undefined;
  return container?.components ?? [];
};
const write = (...blocks: readonly Block[]) =>
  inside({ summary: "", blocks }).map((part) => part.content ?? part);
const passage = (words: string): Block => ({ kind: "passage", passage: paragraph(words) });

describe("a whole message", () => {
  test("is one container of parts, in Components V2, that mentions nobody", () => {
    const { body, files } = renderOne(theDaily(3));
    expect(files).toEqual([]);
    expect(body).toMatchObject({ flags: 32768, allowed_mentions: { parse: [] }, attachments: [] });
    expect(body).not.toHaveProperty("content");
    expect(body.components).toHaveLength(1);
    expect(inside(theDaily(3)).map(({ type }) => type)).toEqual([10, 10, 10, 14, 10, 10, 10, 10, 1, 10]);
  });

  test.each([["<@&1234567890123456789>"], ["1234567890123456789"]])(
    "tells the role %s and no other",
    (tell) => {
      const { body } = renderOne({ ...theDaily(0), tell });
      expect(body.components[0]).toEqual({ type: 10, content: "<@&1234567890123456789>" });
      expect(body.allowed_mentions).toEqual({ parse: [], roles: ["1234567890123456789"] });
    },
  );

  test.each([["@everyone"], ["<@1234567890123456789>"], ["nobody"], ["1"]])(
    "tells nobody by “%s”",
    (tell) => {
      const { body } = renderOne({ ...theDaily(0), tell });
      expect(body.components).toHaveLength(1);
      expect(body.allowed_mentions).toEqual({ parse: [] });
    },
  );

  test("words about it are quiet only beside something louder", () => {
    expect(write(heading("Done"), note(text("All is saved.")))).toEqual(["## Done", "All is saved."]);
    expect(write(passage("What?"), note(text("12 answers.")))).toEqual(["What?", "-# 12 answers."]);
  });

  test("later headings are smaller, and the colour only repeats the words", () => {
    expect(write(heading("a"), heading("b"))).toEqual(["## a", "### b"]);
    const tinted = renderOne({ summary: "", blocks: [heading("Right", "right")] }).body.components[0];
    expect(tinted).toMatchObject({ accent_color: 0x2e8b57 });
  });

  test("without blocks it is its summary", () => {
    expect(inside({ summary: "Hello *you*", blocks: [] })).toEqual([
      { type: 10, content: "Hello \\*you\\*" },
    ]);
  });

  test("of sixty texts they are joined, for there may be forty parts", () => {
    const blocks = Array.from({ length: 60 }, (_, at) => passage(`Part ${at}.`));
    const all = inside({ summary: "", blocks });
    expect(all.length).toBeLessThan(40);
    expect(all.map(({ content }) => content).join("\n")).toBe(
      Array.from({ length: 60 }, (_, at) => `Part ${at}.`).join("\n"),
    );
  });

  test("pictures and files go with it", () => {
    const { body, files } = renderOne({
      summary: "",
      blocks: [
        { kind: "picture", png: new Uint8Array([1]), alt: "A year" },
        { kind: "file", name: "../me.json", bytes: new Uint8Array([2]) },
      ],
    });
    expect(files.map(({ name }) => name)).toEqual(["0-picture.png", "1-me.json"]);
    expect(body.attachments).toEqual([
      { id: 0, filename: "0-picture.png", description: "A year" },
      { id: 1, filename: "1-me.json" },
    ]);
    expect(JSON.stringify(body.components)).toContain("attachment://0-picture.png");
  });

  test("the board fits a phone: the name gives way, the reader stays marked", () => {
    const table = inside(theBoard).at(1)?.content ?? "";
    for (const line of table.split("\n").slice(1, -2)) expect(width(line)).toBeLessThanOrEqual(38);
    expect(table).toContain("Maximili");
  });
});

test("a form is a modal, its choices a list", () => {
  expect(renderModal(reportForm(keyOf("r41"), anAsked(aQuestion("a/b")), null))).toMatchObject({
    custom_id: "r41.f",
    title: "Report this question",
    components: [
      { type: 10, content: "**a:** What of a/b?\n**A** yes\n**B** no" },
      {
        type: 18,
        label: "What is wrong with it?",
        component: { type: 3, custom_id: "fault", required: true },
      },
      {
        type: 18,
        component: { type: 4, custom_id: "letters", required: false, placeholder: "Such as B, or A, C" },
      },
      { type: 18, component: { type: 4, style: 2, custom_id: "words", required: false, max_length: 1000 } },
    ],
  });
});

test.each<[string, number, number, string]>([
  ["abc", 3, 3, "abc"],
  ["abcd", 3, 3, "ab…"],
  ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 100, 2, "👩‍👩‍👧‍👦…"],
  ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 12, 12, "👩‍👩‍👧‍👦…"],
])("%s is cut to %i units and %i graphemes", (words, units, signs, expected) => {
  expect(cut(words, units, signs)).toBe(expected);
  expect(graphemes(cut(words, units, signs)).length).toBeLessThanOrEqual(signs);
});
