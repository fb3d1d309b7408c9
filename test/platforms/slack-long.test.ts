import { describe, expect, test } from "vitest";
import { type Block, buttons, type Message } from "../../src/core/message.js";
import { text } from "../../src/core/prose.js";
import { cut } from "../../src/platforms/slack/cut.js";
import { TooLong } from "../../src/platforms/slack/limits.js";
import { renderAll, renderOne } from "../../src/platforms/slack/render.js";
import { wordsOf } from "./slack/words.js";

const says = (message: Message) => wordsOf(renderOne(message).blocks);
const of = (...blocks: readonly Block[]): Message => ({ summary: "x", blocks });

describe("what is too long for one message", () => {
  const passage = (words: string) =>
    ({ kind: "passage", passage: { kind: "prose", prose: [{ kind: "text", text: words }] } }) as const;
  const options = {
    kind: "options",
    items: [{ letter: "A", body: [passage("o".repeat(3000)).passage] }],
  } as const;

  test("explanations give way, the prompt and the options never", () => {
    const words = says(
      of(passage(`prompt ${"p".repeat(4000)}`), options, passage(`why ${"w".repeat(9000)}`), {
        kind: "quote",
        lines: [[text("q".repeat(9000))]],
        place: "efs.md › EFS",
      }),
    );
    expect(words).toContain(`prompt ${"p".repeat(4000)}`);
    expect(words).toContain("o".repeat(3000));
    expect(words).toMatch(/why w+…/);
    expect(words).toMatch(/> q+…\n~ efs.md › EFS/);
  });

  test("one message is refused before the network, several say all of it", () => {
    const long = of(passage("word ".repeat(5000)), buttons({ label: "A", press: "k.a" }));
    expect(() => renderOne(long)).toThrow(TooLong);
    const sheets = renderAll(long);
    expect(sheets.length).toBeGreaterThan(1);
    expect(
      sheets
        .map(({ blocks }) => wordsOf(blocks))
        .join(" ")
        .match(/word/g),
    ).toHaveLength(5000);
    expect(sheets.at(-1)?.blocks.at(-1)?.type).toBe("actions");
  });

  test("more than fifty blocks are written closer together", () => {
    const many = of(...Array.from({ length: 120 }, (_, at) => passage(`paragraph ${at}`)));
    expect(renderOne(many).blocks.length).toBeLessThanOrEqual(50);
    expect(says(many).match(/paragraph/g)).toHaveLength(120);
  });

  test.each([
    ["abcdef", 4, "abc…"],
    ["abc", 3, "abc"],
    ["ab👩‍👩‍👧‍👦c", 6, "ab…"],
    ["👩‍👩‍👧‍👦".repeat(3), 30, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦…"],
  ])("%s cut to %i", (words, most, is) => expect(cut(words, most)).toBe(is));
});
