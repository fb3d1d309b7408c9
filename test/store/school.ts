import { freeze } from "../../src/core/asked.js";
import { makeBank } from "../../src/core/bank.js";
import { addDays, type Day, type TimeOfDay, type Zone } from "../../src/core/calendar.js";
import { type Channel, defaultOptions } from "../../src/core/channel.js";
import {
  type ChannelId,
  channelId,
  type Key,
  type PersonId,
  personId,
  questionId,
  topicId,
} from "../../src/core/ids.js";
import { remember } from "../../src/core/memory.js";
import type { Opening } from "../../src/core/opening.js";
import { paragraph, plainPassages } from "../../src/core/prose.js";
import { keyMask, type Question } from "../../src/core/question.js";
import { type Answer, answerRound, type Round, roundKey } from "../../src/core/round.js";
import type { Answered, Store } from "../../src/store/store.js";

export const study = channelId("fake:w/study");
export const firstDay = "2026-03-02" as Day;
export const person = (name: string) => personId(`fake:w/${name}`);

/** Nine o'clock in UTC of the `nth` day, and some minutes. */
export const at = (nth: number, minutes = 0) =>
  new Date(Date.parse("2026-03-02T09:00:00Z") + nth * 24 * 3_600_000 + minutes * 60_000);
export const dayAt = (nth: number): Day => addDays(firstDay, nth);

/** The options of a question, as the author ordered them. */
export const winds = ["north", "east", "south", "west"];

/** A choice of four; the second as the author wrote it is right, or the one that \`right\` says. */
export function aQuestion(name: string, prompt = `Which is right in ${name}?`, right = "east"): Question {
  return {
    id: questionId(`harbour/${name}`),
    topic: topicId("harbour"),
    title: null,
    prompt: [paragraph(prompt)],
    form: {
      kind: "choice",
      options: winds.map((words) => ({
        body: [paragraph(`${words} of ${name}`)],
        correct: words === right,
        origin: "authored",
        why: [],
      })),
    },
    explanation: [],
    notes: [],
    source: { file: "harbour.md", line: 1, end: 5, headings: ["Harbour"] },
    from: "options",
  };
}

export const aBank = (...names: string[]) =>
  makeBank(names.map((name) => ({ question: aQuestion(name), version: 1, retired: false })));

export function aChannel(id: ChannelId = study, name = "#study"): Channel {
  return {
    id,
    name,
    keeper: null,
    schedule: {
      time: "09:00" as TimeOfDay,
      zone: "UTC" as Zone,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      off: [],
      topics: [],
      paused: null,
      since: at(-1),
      options: defaultOptions,
    },
  };
}

/** A channel that waits for nothing: the test says when a round opens. */
export async function enrol(store: Store, id: ChannelId = study, name = "#study"): Promise<void> {
  await store.changeChannel(id, at(-1), () => ({
    channel: aChannel(id, name),
    dueAt: null,
    days: [],
    settled: null,
  }));
}

export function aRound(nth: number, id: ChannelId = study): Round {
  const day = dayAt(nth);
  const key = roundKey(id, day);
  const entry = { question: aQuestion(`q${nth}`), version: 1, retired: false };
  const asked = freeze(entry, `round ${key}`);
  return {
    key,
    channel: id,
    day,
    kind: "scheduled",
    asked,
    openedAt: at(nth),
    closesAt: at(nth + 1),
    closedAt: null,
    reveal: "at-once",
  };
}

/** Opens the round of the `nth` day at nine, posted at once. */
export async function openRound(
  store: Store,
  nth: number,
  id: ChannelId = study,
  given: Partial<Pick<Round, "asked" | "reveal">> = {},
): Promise<Round> {
  const round = { ...aRound(nth, id), ...given };
  const said: Opening = {
    round,
    dueAt: null,
    closes: [],
    days: [],
    settled: null,
    missed: [],
    empty: false,
    left: null,
  };
  await store.openRound(id, round.openedAt, () => said);
  await store.confirmPosted(round.key, { channel: "c", message: round.key }, round.openedAt);
  return round;
}

/** What picks the right option, and what picks a wrong one. */
export function picksOf({ asked }: Pick<Round, "asked">): { readonly right: number; readonly wrong: number } {
  if (asked.form.kind !== "choice") throw new Error("a recall has no options");
  const right = keyMask(asked.form.options);
  return { right, wrong: right === 1 ? 2 : 1 };
}

/** The letter that these words stand under. */
export function picksFor({ asked }: Pick<Round, "asked">, words: string): number {
  if (asked.form.kind !== "choice") throw new Error("a recall has no options");
  return 1 << asked.form.options.findIndex(({ body }) => plainPassages(body).startsWith(words));
}

/** A press as a platform sends it, through the rule that the bot uses. */
export async function answer(
  store: Store,
  key: Key,
  { who, picks, when, name = "Somebody" }: { who: PersonId; picks: number; when: Date; name?: string },
): Promise<Answered | null> {
  const given: Answer = { kind: "picked", picks };
  const press = { person: who, at: when, answer: given, name, key };
  return await store.answer(press, (round, earlier) => answerRound(round, earlier, press), remember);
}
