import { expect, test } from "vitest";
import type { Ask } from "../../src/core/ask.js";
import { type Asked, freeze } from "../../src/core/asked.js";
import { channelId, keyOf, personId } from "../../src/core/ids.js";
import type { Message } from "../../src/core/message.js";
import { paragraph, plain, text } from "../../src/core/prose.js";
import { turnedMessage } from "../../src/views/practice.js";
import { reminderMessage } from "../../src/views/reminder.js";
import { verdictMessage } from "../../src/views/verdict.js";
import { anEntry, aQuestion, at, choice, day } from "../core/things.js";
import { see } from "../support/plain-message.js";

const [key, person, now] = [keyOf("r41"), personId("web:ada"), at("2026-03-10T08:00:00Z")];
const lines = ["The nearest.", "The second.", "The third.", "The fourth."].map((words) => [text(words)]);
const place = "port/signals.md › port/signals";

/** A question of a recall list, frozen, with so many lines. */
function asked(count: number): Asked {
  const form = { kind: "recall", answer: null, lines: lines.slice(0, count) } as const;
  return freeze(anEntry(aQuestion("port/signals/lights", form)), "seed");
}

function turned(of: Asked): Message {
  const ask: Ask = {
    key,
    person,
    channel: null,
    purpose: "practice",
    run: null,
    asked: of,
    askedAt: now,
    turned: false,
    attempt: null,
  };
  return turnedMessage(ask, { reviews: 2, back: [{ grade: 3, due: now }], now });
}

function shown(of: Asked): Message {
  const attempt = { person, at: now, answer: { kind: "shown" }, right: null, selfGrade: null } as const;
  return verdictMessage({ key, asked: of, attempt, repeated: false, streak: null, hidden: false });
}

const quotes = ({ blocks }: Message) =>
  blocks.flatMap((block) => (block.kind === "quote" ? [{ ...block, lines: block.lines.map(plain) }] : []));

test.each([
  ["a card that is turned", turned],
  ["an answer that is shown", shown],
])("%s quotes the three lines that come first, once, with their place", (_, say) => {
  expect(quotes(say(asked(4)))).toEqual([
    { kind: "quote", lines: ["The nearest.", "The second.", "The third."], place },
  ]);
  expect(see(say(asked(4))).text).toContain("From your notes, the nearest line first:");
});

test("one line has no order", () => {
  expect(see(turned(asked(1))).text).toContain("From your notes:\nThe nearest.");
});

test("without a line no answer is known, and none is guessed", () => {
  expect(quotes(turned(asked(0)))).toEqual([]);
  expect(see(turned(asked(0))).text).toContain("No answer is known: the notes do not give one.");
});

test("beside a choice the lines are quoted that come nearest to what was asked and to its key", () => {
  const question = {
    ...aQuestion("port/signals/fog", choice("*a long blast", "a bell")),
    notes: [
      [text("At anchor a bell is rung.")],
      [text("Under way one long blast is sounded.")],
      [text("Nothing at all.")],
    ],
  };
  const attempt = {
    person,
    at: now,
    answer: { kind: "picked", picks: 1 },
    right: true,
    selfGrade: null,
  } as const;
  const verdict = verdictMessage({
    ...{ key, attempt, repeated: false, streak: null, hidden: false },
    asked: freeze(anEntry(question), "seed"),
  });
  expect(quotes(verdict)[0]?.lines[0]).toBe("Under way one long blast is sounded.");
});

test.each([
  ["at-once", "Show the answer"],
  ["at-close", "I have my answer"],
] as const)("a reminder promises no answer that is not shown yet: %s", (reveal, label) => {
  const round = {
    ...{ key, channel: channelId("web:a/b"), day: day("2026-03-10"), reveal },
    ...{ asked: asked(1), openedAt: now, closesAt: now, closedAt: null },
    kind: "scheduled",
  } as const;
  expect(see(reminderMessage({ channel: "#study", round }, [])).buttons).toEqual([label, "Stop these"]);
});

test.each([
  ["its spores live for decades.", "Its spores live for decades."],
  ["über Jahre.", "Über Jahre."],
  ["iSCSI is a protocol.", "iSCSI is a protocol."],
  ["Bees die.", "Bees die."],
])("an explanation that went on behind the answer stands alone as a sentence: %s", (written, seen) => {
  const form = { kind: "recall", answer: [paragraph(text("American foulbrood"))], lines: [] } as const;
  const question = { ...aQuestion("hive/spores", form), explanation: [paragraph(text(written))] };
  const of = freeze(anEntry(question), "seed");
  for (const message of [turned(of), shown(of)]) expect(see(message).text).toContain(`\n${seen}`);
});
