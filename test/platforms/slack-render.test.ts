import { describe, expect, test } from "vitest";
import { keyOf } from "../../src/core/ids.js";
import type { Block, Message } from "../../src/core/message.js";
import { heading, note } from "../../src/core/message.js";
import { code, link, paragraph, strong, text, time } from "../../src/core/prose.js";
import { renderOne } from "../../src/platforms/slack/render.js";
import { renderModal } from "../../src/platforms/slack/render-modal.js";
import { reportForm } from "../../src/views/report.js";
import { anAsked, aQuestion, aReport } from "../core/things.js";
import { wordsOf } from "./slack/words.js";
import { theDaily, theReveal, theToggles, theVerdict } from "./web/gallery.js";
import { theBoard, theCode, theYear } from "./web/gallery-private.js";

const says = (message: Message) => wordsOf(renderOne(message).blocks);
const of = (...blocks: readonly Block[]): Message => ({ summary: "x", blocks });

describe("a message in Block Kit", () => {
  test("the daily", () => {
    const { text: fallback, blocks } = renderOne(theDaily(2));
    expect(fallback).toBe("Messaging: what goes between them?");
    expect(blocks.map(({ type }) => type)).toEqual([
      "header",
      "rich_text",
      "rich_text",
      "divider",
      ...["rich_text", "rich_text", "rich_text", "rich_text"],
      "actions",
      "context",
    ]);
    expect(blocks[4]).toEqual({
      type: "rich_text",
      elements: [
        {
          type: "rich_text_section",
          elements: [
            { type: "text", text: "A", style: { bold: true } },
            { type: "text", text: "  " },
            { type: "text", text: "One SQS standard queue that all three services poll" },
          ],
        },
      ],
    });
    expect(blocks[8]).toMatchObject({
      elements: [
        {
          type: "button",
          action_id: "b4.0",
          text: { type: "plain_text", text: "A", emoji: false },
          value: "r41.0",
          accessibility_label: "Answer A",
        },
        {},
        {},
        {},
        { text: { text: "I don't know" }, value: "r41.x" },
      ],
    });
    expect(blocks[9]).toEqual({
      type: "context",
      elements: [
        {
          type: "mrkdwn",
          text: "*2 answers so far.* Open until <!date^1773216000^{date_short_pretty} at {time}|11 Mar 2026, 08:00 UTC>.",
          verbatim: true,
        },
      ],
    });
  });

  test("the reveal", () => {
    const words = says(theReveal);
    expect(words).toContain(
      "**✓ B**  _The key._ An EFS file system with a mount target in each Availability Zone · **9 (60\u00a0%)**",
    );
    expect(words).toContain("**D**  Instance store, exported by NFS · **0 (0\u00a0%)**");
    expect(words).toContain("**Why B.** An EFS file system is regional");
  });

  test("the verdict, with the team's own note and its place", () => {
    const words = says(theVerdict).split("\n");
    expect(words[0]).toBe("# ❌ Not this one");
    expect(words[1]).toMatch(/^\*\*✗ C\*\* {2}_Your pick._ An SNS topic that calls/);
    expect(words).toContain("> Publish once to a topic, and give every consumer a queue of its own.");
    expect(words).toContain("~ aws/messaging.md › Fan-out with SNS and SQS, lines 41 to 43");
  });

  test("toggles are told by style, by a sign and in words", () => {
    const { blocks } = renderOne(theToggles(5));
    expect(blocks.at(-1)).toMatchObject({
      elements: [
        { text: { text: "✓ A" }, style: "primary", accessibility_label: "A, picked" },
        { text: { text: "B" }, accessibility_label: "B" },
        { text: { text: "✓ C" }, style: "primary" },
        {},
        { text: { text: "Submit" }, style: "primary" },
      ],
    });
  });

  test("code, lists and pictures", () => {
    const words = says(theCode);
    expect(words).toContain('```\n"containerDefinitions": [{\n');
    expect(words).toContain("- It stands in no file.\n- Nor in a task definition.");
    expect(words).toContain("[The task and its secret](https://notes.example/ecs.png)");
    expect(JSON.stringify(renderOne(theCode))).not.toContain("image_url");
  });

  test("a board that a phone can show, and one that it cannot", () => {
    expect(says(theBoard)).toBe(
      [
        "# March in #aws-study",
        "```",
        "Place  Member        Answered  Right",
        "    1  Mina            7 of 7      7",
        "    6  Maximiliane…    7 of 7      4",
        "⋯ 1 more place",
        "   14  Ada             5 of 7      3",
        "```",
        "~ By the share of your own days that you answered, then by right answers.",
        "~ Only you see the part below the tenth place.",
      ].join("\n"),
    );
    const wide = of({
      kind: "table",
      head: ["Day", "What it was", "Streak"],
      rows: [["Tue 10 March", "outage: the bot was away, so the day is skipped", "4"]],
    });
    expect(says(wide)).toBe("**Tue 10 March** · outage: the bot was away, so the day is skipped · Streak 4");
  });

  test("a year as a sentence, two weeks of squares, and what they mean", () => {
    const words = says(theYear()).split("\n");
    expect(words[1]).toMatch(/^Since May 2025 you answered 174/);
    expect([...(words[2] ?? "")]).toHaveLength(14);
    expect(words[3]).toMatch(/^~ The last 14 days: \d+ right 🟩/);
  });

  test("notes are quiet after what is said aloud, and loud where they are all", () => {
    expect(says(of(heading("Done"), note(text("All of it."))))).toBe("# Done\nAll of it.");
    expect(says(of({ kind: "passage", passage: paragraph("Said.") }, note(text("All of it."))))).toBe(
      "Said.\n~ All of it.",
    );
    const linked = note(text("Read more: "), link("https://a.example/x_y", "https://a.example/x_y"));
    expect(says(of({ kind: "passage", passage: paragraph("Said.") }, linked))).toBe(
      "Said.\nRead more: [https://a.example/x_y](https://a.example/x_y)",
    );
  });

  test("an instant in rich text, and code in a note", () => {
    const at = time(new Date("2026-03-11T08:00:00Z"));
    expect(renderOne(of({ kind: "passage", passage: paragraph("At ", at) })).blocks[0]).toMatchObject({
      elements: [
        {
          elements: [
            { text: "At " },
            {
              type: "date",
              timestamp: 1773216000,
              format: "{date_short_pretty} at {time}",
              fallback: "11 Mar 2026, 08:00 UTC",
            },
          ],
        },
      ],
    });
    expect(says(of({ kind: "passage", passage: paragraph("x") }, note(strong("a "), code("b"))))).toBe(
      "x\n~ *a* `b`",
    );
  });

  test("a form", () => {
    const view = renderModal(reportForm(keyOf("r41"), anAsked(aQuestion("a/b")), aReport({})), "carried");
    expect(wordsOf(view.blocks.slice(0, 4) as unknown[])).toBe("**a:** What of a/b?\n**A**  yes\n**B**  no");
    expect({ ...view, blocks: view.blocks.slice(4) }).toMatchObject({
      type: "modal",
      private_metadata: "carried",
      title: { text: "Report this question" },
      submit: { text: "Send" },
      blocks: [
        {
          ...{ block_id: "fault", optional: false },
          element: { type: "radio_buttons", options: { length: 4 }, initial_option: { value: "unclear" } },
        },
        { block_id: "letters", optional: true, element: { placeholder: { text: "Such as B, or A, C" } } },
        {
          ...{ block_id: "words", optional: true },
          element: { type: "plain_text_input", max_length: 1000, initial_value: "It is old." },
        },
      ],
    });
  });
});
