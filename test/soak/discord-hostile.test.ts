import { describe, expect, test } from "vitest";
import { keyOf } from "../../src/core/ids.js";
import { clean, escapeText, fence, inlineCode, maskedLink } from "../../src/platforms/discord/escape.js";
import { limits } from "../../src/platforms/discord/limits.js";
import { personOf } from "../../src/platforms/discord/names.js";
import { renderAll, renderOne, type Sheet } from "../../src/platforms/discord/render.js";
import { openLine } from "../platforms/discord/line.js";
import { everyMessage } from "../platforms/discord/views.js";
import { hostile } from "../platforms/discord/words.js";

const long: Readonly<Record<string, string>> = {
  "4,000 characters": "word ".repeat(800),
  "4,000 asterisks": "*".repeat(4000),
  "4,000 signs of three bytes": "字".repeat(4000),
  "a word of 4,000 letters": "x".repeat(4000),
  "a hundred line starts": "# a\n> b\n".repeat(100),
};
const texts = Object.entries({ ...hostile, ...long });

/** Everything that is counted or unique, wherever it lies. */
function partsOf(part: unknown): readonly { readonly content?: string; readonly custom_id?: string }[] {
  if (Array.isArray(part)) return part.flatMap(partsOf);
  if (typeof part !== "object" || part === null) return [];
  return [part, ...partsOf((part as { components?: unknown }).components)];
}

function faultsOf({ body }: Sheet): readonly string[] {
  const parts = partsOf(body.components);
  const content = parts.map((part) => part.content ?? "").join("");
  const presses = parts.flatMap((part) => part.custom_id ?? []);
  return [
    ...(parts.length > limits.components ? [`${parts.length} components`] : []),
    ...(content.length > limits.text ? [`${content.length} characters`] : []),
    ...(parts.some((part) => part.content === "") ? ["an empty text"] : []),
    ...(presses.some((press) => press.length > limits.customId) ? ["a long press"] : []),
    ...(new Set(presses).size < presses.length ? ["a press twice"] : []),
    ...(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/.test(content) ? ["a turn of the reading direction"] : []),
  ];
}

describe("faults 46, 48, 50, 51: hostile words in every message that the views can say", () => {
  test.each(texts)("%s: within the limits", (_name, words) => {
    const found = Object.entries(everyMessage(words)).flatMap(([name, message]) =>
      renderAll(message).flatMap((sheet) => faultsOf(sheet).map((fault) => `${name}: ${fault}`)),
    );
    expect(found).toEqual([]);
  });

  test.each([
    ["all that is hostile together", Object.values(hostile).join(" ")],
    ["4,000 characters", long["4,000 characters"] ?? ""],
    ["4,000 signs of three bytes", long["4,000 signs of three bytes"] ?? ""],
  ])("%s: taken by the server, and pings nobody on create and edit", async (_name, words) => {
    const { fake, platform } = await openLine();
    fake.server({ name: "Harbour" });
    const posted = Object.entries(everyMessage(words)).map(async ([name, { tell: _, ...message }], at) => {
      const reader = fake.person(`Reader ${at}`);
      const place = { kind: "direct", person: personOf(reader.id) } as const;
      const posting = await platform.post(place, message, keyOf(`v${at}`));
      if (posting.kind !== "posted") throw new Error(`${name}: ${JSON.stringify(posting)}`);
      const edited = await platform.edit(posting.receipt, message);
      if (renderAll(message).length === 1) expect([name, edited.kind]).toEqual([name, "posted"]);
      expect(reader.directMessages().flatMap((one) => [...one.pinged])).toEqual([]);
    });
    await Promise.all(posted);
  });

  test("only the daily tells, and only its one role", () => {
    const messages = Object.entries(everyMessage("@everyone <@&9876543210987654321>"));
    const told = messages.filter(([, message]) => renderAll(message)[0]?.body.allowed_mentions.roles);
    expect(told.map(([name]) => name)).toEqual(["daily"]);
    for (const [, message] of messages)
      expect(renderAll(message)[0]?.body.allowed_mentions.parse).toEqual([]);
  });
});

describe("escaping", () => {
  test.each(Object.entries(hostile))(
    "%s: reads letter by letter, and no mark of it is alive",
    (_name, words) => {
      const written = escapeText(words);
      expect(written.replace(/\\([^a-z0-9\s])/gi, "$1")).toBe(clean(words));
      const alive = written.replace(/\\[^a-z0-9\s]/gi, "x");
      expect(alive).not.toMatch(/[\\`*_~|<[\]]|@(everyone|here)|:\/\/|^\s*[#>+-]|^\s*\d+[.)]/m);
    },
  );

  test.each<[string, string]>([
    ["a", "`a`"],
    ["a`b", "``a`b``"],
    ["`a`", "`ˋaˋ`"],
    ["a``b", "`aˋˋb`"],
    ["a\nb", "`a b`"],
    [" ", ""],
  ])("code in a line: %j", (words, written) => expect(inlineCode(words)).toBe(written));

  test("nothing ends a block of code from within", () => {
    expect(fence("a\n```\nb```", "js")).toBe("```js\na\nˋˋˋ\nbˋˋˋ\n```");
    expect(fence("x`", "a b")).toBe("```\nxˋ\n```");
  });

  test.each<[string, string, string]>([
    ["EFS", "https://a.example/x", "[EFS](<https://a.example/x>)"],
    ["E]F", "https://a.example/(x)", "[E\\]F](<https://a.example/%28x%29>)"],
    ["EFS", "javascript:alert(1)", "EFS"],
    ["EFS", "./efs.md", "EFS"],
    ["https://a.example/x", "https://a.example/x", "<https://a.example/x>"],
    ["https://bank.example", "https://evil.example/", "https:\\/\\/bank.example (<https://evil.example/>)"],
    ["long", `https://a.example/${"x".repeat(600)}`, "long"],
  ])("a link: %s to %s", (words, url, written) => expect(maskedLink(words, url, limits.link)).toBe(written));
});

describe("what is too long for one message", () => {
  const passage = (words: string) =>
    ({ kind: "passage", passage: { kind: "prose", prose: [{ kind: "text", text: words }] } }) as const;
  const option = (words: string) => ({
    letter: "A",
    body: [passage(words).passage],
  });
  const shown = (sheet: Sheet) => partsOf(sheet.body.components).map(({ content = "" }) => content);

  test("explanations give way, the prompt and the options never", () => {
    const message = {
      summary: "",
      blocks: [
        passage(`prompt ${"p".repeat(1500)}`),
        { kind: "options", items: [option(`option ${"o".repeat(1500)}`)] } as const,
        passage(`why ${"w".repeat(3000)}`),
        { kind: "quote", lines: [[{ kind: "text", text: "q".repeat(900) }]], place: "efs.md › EFS" } as const,
      ],
    };
    const all = shown(renderOne(message)).join("\n");
    expect(all).toContain(`prompt ${"p".repeat(1500)}`);
    expect(all).toContain(`option ${"o".repeat(1500)}`);
    expect(all).toMatch(/why w+…/);
    expect(all).toMatch(/> q+…\n-# efs.md › EFS/);
  });

  test("3,500 characters that markup would swell are written letter by letter", () => {
    const message = {
      summary: "",
      blocks: [passage("*".repeat(2000)), { kind: "options", items: [option("_".repeat(1500))] } as const],
    };
    const all = shown(renderOne(message)).join("\n");
    expect(all).toContain(`\`\`\`\n${"*".repeat(2000)}\n\`\`\``);
    expect(all).toContain("_".repeat(1500));
  });

  test("several messages say all of it", () => {
    const sheets = renderAll({ summary: "", blocks: [passage("word ".repeat(2400))] });
    expect(sheets.length).toBeGreaterThan(2);
    expect(sheets.flatMap(shown).join(" ").match(/word/g)).toHaveLength(2400);
  });
});
