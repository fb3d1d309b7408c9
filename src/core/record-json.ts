import type { Ask } from "./ask.js";
import type { Asked } from "./asked.js";
import { letter } from "./message.js";
import { plainPassages } from "./prose.js";
import type { PersonRecord, RoundRecord } from "./record.js";
import type { Answer, Attempt } from "./round.js";

/** The number of this format: it grows when a field is taken away or comes to mean something else. */
export const recordFormat = 1;

/** Values that JSON can hold; instants are ISO 8601 in UTC, which JSON itself sees to. */
type Json = Readonly<Record<string, unknown>>;

/** All but the answers. */
export function recordJson(record: PersonRecord): Json {
  const { settings, members, cards, ...rest } = record;
  return {
    person: rest.person,
    settings: { newCardsADay: settings.freshADay, retention: settings.retention },
    reminder: rest.reminder && {
      time: rest.reminder.time,
      zone: rest.reminder.zone,
      next: rest.reminder.dueAt,
    },
    away: rest.away,
    channels: members.map(({ person: _, months, ...member }) => ({
      ...member,
      months: Object.fromEntries(months),
    })),
    cards: cards.map(({ memory, ...card }) => ({
      ...card,
      memory: { ...memory, lastReview: memory.lastReview === null ? null : new Date(memory.lastReview) },
    })),
    reports: rest.reports.map(({ person: _, ...report }) => report),
    proposedNames: rest.proposals,
    changesToChannels: rest.changes,
  };
}

/** An answer to a channel's question. */
export function roundJson({ round, attempt, told }: RoundRecord): Json {
  const { key, channel, day, kind, asked } = round;
  return { round: key, channel, day, kind, ...askedJson(asked, told), ...attemptJson(asked, attempt, told) };
}

/** A question that was put to the person alone; the key of one neither answered nor turned over was never told. */
export function askJson({ key, channel, purpose, asked, askedAt, turned, attempt }: Ask): Json {
  const answer = attempt ? attemptJson(asked, attempt, true) : { answer: null };
  return {
    ask: key,
    channel,
    purpose,
    askedAt,
    turned,
    ...askedJson(asked, turned || attempt !== null),
    ...answer,
  };
}

function askedJson({ question, version, topic, prompt, form, source }: Asked, told: boolean): Json {
  const { file, line } = source;
  const about = { question, version, topic, file, line, prompt: plainPassages(prompt) };
  if (form.kind === "recall") {
    return { ...about, ...(told ? { solution: form.answer && plainPassages(form.answer) } : {}) };
  }
  const options = Object.fromEntries(
    form.options.map((option, index) => [letter(index), plainPassages(option.body)]),
  );
  const key = form.options.flatMap((option, index) => (option.correct ? [letter(index)] : []));
  return { ...about, options, ...(told ? { key } : {}) };
}

function attemptJson(asked: Asked, { answer, right, selfGrade, at }: Attempt, told: boolean): Json {
  return { answer: answerJson(asked, answer), right: told ? right : null, selfGrade, answeredAt: at };
}

function answerJson({ form }: Asked, answer: Answer): Json {
  if (!("picks" in answer)) return answer;
  const { picks, ...rest } = answer;
  const options = form.kind === "choice" ? form.options : [];
  return { ...rest, letters: options.flatMap((_, index) => (picks & (1 << index) ? [letter(index)] : [])) };
}
