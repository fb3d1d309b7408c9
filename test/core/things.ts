import { type Asked, freeze } from "../../src/core/asked.js";
import { type Bank, type BankEntry, makeBank } from "../../src/core/bank.js";
import type { Day, TimeOfDay, Weekday, Zone } from "../../src/core/calendar.js";
import { type Channel, defaultOptions, type Schedule } from "../../src/core/channel.js";
import { channelId, personId, questionId, topicId } from "../../src/core/ids.js";
import { paragraph } from "../../src/core/prose.js";
import type { Form, Option, Question } from "../../src/core/question.js";
import type { Report } from "../../src/core/report.js";

export const day = (words: string) => words as Day;
export const time = (words: string) => words as TimeOfDay;
export const zone = (words: string) => words as Zone;
export const at = (iso: string) => new Date(iso);

export const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const workdays: readonly Weekday[] = [1, 2, 3, 4, 5];

/** Nine o'clock in Berlin, Monday to Friday, set long ago. */
export function aSchedule(change: Partial<Schedule> = {}): Schedule {
  return {
    time: time("09:00"),
    zone: zone("Europe/Berlin"),
    weekdays: workdays,
    off: [],
    topics: [],
    paused: null,
    since: at("2020-01-01T00:00:00Z"),
    options: defaultOptions,
    ...change,
  };
}

export function aChannel(schedule: Schedule | null): Channel {
  return { id: channelId("web:playground/general"), name: "general", keeper: personId("web:ada"), schedule };
}

export function anOption(words: string, correct: boolean, change: Partial<Option> = {}): Option {
  return { body: [paragraph(words)], correct, origin: "authored", why: [], ...change };
}

/** Options named by their words; the right ones begin with `*`. */
export function options(...words: readonly string[]): readonly Option[] {
  return words.map((word) => anOption(word.replace(/^\*/, ""), word.startsWith("*")));
}

export const choice = (...words: readonly string[]): Form => ({ kind: "choice", options: options(...words) });
export const recall = (answer: string | null): Form => ({
  kind: "recall",
  answer: answer === null ? null : [paragraph(answer)],
  lines: [],
});

/** `topic/name`: a question of that topic. */
export function aQuestion(id: string, form: Form = choice("*yes", "no")): Question {
  const topic = id.slice(0, id.lastIndexOf("/"));
  return {
    id: questionId(id),
    topic: topicId(topic),
    title: null,
    prompt: [paragraph(`What of ${id}?`)],
    form,
    explanation: [],
    notes: [],
    source: { file: `${topic}.md`, line: 1, end: 2, headings: [topic] },
    from: form.kind === "choice" ? "options" : "scenario",
  };
}

/** The frozen copy of a question, its options as the author ordered them. */
export function anAsked(question: Question, change: Partial<Asked> = {}): Asked {
  const asked = freeze(anEntry(question), "as it stands");
  return { ...asked, ...(question.form.kind === "choice" ? { form: question.form } : {}), ...change };
}

export function aReport(change: Partial<Report>): Report {
  return {
    ...{ question: questionId("a/b"), version: 1, person: personId("web:ada"), fault: "unclear" },
    ...{ words: "It is old.", proposed: null, file: "a.md", line: 1, at: at("2026-03-09T08:00:00Z") },
    ...change,
  };
}

export function anEntry(question: Question, change: Partial<BankEntry> = {}): BankEntry {
  return { question, version: 1, retired: false, ...change };
}

export function aBank(...ids: readonly string[]): Bank {
  return makeBank(ids.map((id) => anEntry(aQuestion(id))));
}
