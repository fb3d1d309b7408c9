import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Asked } from "../../core/asked.js";
import type { Day, TimeOfDay, Zone } from "../../core/calendar.js";
import type { Memory } from "../../core/card.js";
import type { Schedule } from "../../core/channel.js";
import type { ChannelId, Key, PersonId, QuestionId, TopicId } from "../../core/ids.js";
import type { KeeperMessage } from "../../core/notice.js";
import type { Question } from "../../core/question.js";
import type { Answer, SelfGrade } from "../../core/round.js";

/*
 * Every table, on one page. Instants are whole milliseconds since 1970 in UTC, days are local dates of the channel,
 * ids are text (platforms' numbers do not fit into JavaScript's). Columns are written in snake_case.
 */

const aPerson = () => text().$type<PersonId>().notNull();
const aChannel = () => text().$type<ChannelId>().notNull();
const aQuestion = () => text().$type<QuestionId>().notNull();
const aKey = () => text().$type<Key>().notNull();
const aDay = () => text().$type<Day>();
const aCount = () => integer().notNull().default(0);
const json = () => text({ mode: "json" });
const flag = () => integer({ mode: "boolean" });

/** Every question that the notes ever held; gone from the notes is retired, never deleted. */
export const question = sqliteTable("question", {
  id: aQuestion().primaryKey(),
  version: integer().notNull(),
  fingerprint: text().notNull(),
  body: json().$type<Question>().notNull(),
  since: integer().notNull(),
  retiredAt: integer(),
});

/** What an old attempt answered: each change of text is a new version. */
export const questionVersion = sqliteTable(
  "question_version",
  { question: aQuestion(), version: integer().notNull(), body: json().notNull(), since: integer().notNull() },
  (row) => [primaryKey({ columns: [row.question, row.version] })],
);

/** Ids that the notes give now, and the older ids that their history hangs on. */
export const questionAlias = sqliteTable("question_alias", {
  id: aQuestion().primaryKey(),
  question: aQuestion(),
});

/** Who somebody is to a platform. */
export const person = sqliteTable("person", {
  id: aPerson().primaryKey(),
  name: text().notNull(),
  zone: text(),
  hidden: flag().notNull().default(false),
  metAt: integer().notNull(),
  /** New questions a day and the share of memories to be held, in percent; null: as everybody. */
  freshADay: integer(),
  retention: integer(),
});

/** The one reminder a day that a person asked for: `17:30` by the clock of an IANA zone, and when it comes next. */
export const reminder = sqliteTable(
  "reminder",
  {
    person: aPerson().primaryKey(),
    time: text().$type<TimeOfDay>().notNull(),
    zone: text().$type<Zone>().notNull(),
    dueAt: integer().notNull(),
  },
  (row) => [index("reminder_due").on(row.dueAt)],
);

/** Away from every channel, both days included. */
export const away = sqliteTable(
  "away",
  { person: aPerson(), fromDay: aDay().notNull(), toDay: aDay().notNull() },
  (row) => [primaryKey({ columns: [row.person, row.fromDay] })],
);

/** A room where the bot asks daily. */
export const channel = sqliteTable(
  "channel",
  {
    id: aChannel().primaryKey(),
    name: text().notNull(),
    schedule: json().$type<Schedule>(),
    /** The slot that it waits for, and when that was worked out. */
    dueAt: integer(),
    dueFrom: integer(),
    /** The last local date whose state is written. */
    settled: aDay(),
  },
  (row) => [index("channel_due").on(row.dueAt)],
);

/** Who last set a channel's schedule, and everyone before. */
export const keeper = sqliteTable(
  "keeper",
  { channel: aChannel(), since: integer().notNull(), person: aPerson(), change: text().notNull() },
  (row) => [index("keeper_channel").on(row.channel, row.since)],
);

/** How a date without a round went: written when the date ends, so that no later change rewrites it. */
export const quietDay = sqliteTable(
  "quiet_day",
  {
    channel: aChannel(),
    day: aDay().notNull(),
    state: text().$type<"rest" | "date off" | "no question">().notNull(),
  },
  (row) => [primaryKey({ columns: [row.channel, row.day] })],
);

/** One question put to one channel on one day. */
export const round = sqliteTable(
  "round",
  {
    key: aKey().primaryKey(),
    channel: aChannel().references(() => channel.id),
    day: aDay().notNull(),
    kind: text().$type<"scheduled" | "bonus">().notNull(),
    question: aQuestion(),
    topic: text().$type<TopicId>().notNull(),
    asked: json().$type<Asked>().notNull(),
    openedAt: integer().notNull(),
    closesAt: integer().notNull(),
    reveal: text().$type<"at-once" | "at-close">().notNull(),
    closedAt: integer(),
    /** Told at the close: the bot was deaf for too long. */
    outage: flag().notNull().default(false),
    /** Never got out; no question that day. */
    withdrawnAt: integer(),
    postedAt: integer(),
    /** Not before: a rate limit or an outage of the platform. */
    postAfter: integer().notNull(),
    receiptChannel: text(),
    receiptMessage: text(),
    /** The key stands in the message; null while that is due. */
    revealedAt: integer(),
    /** Answers counted, the number that the message shows, and when it was last edited. */
    answers: aCount(),
    shown: aCount(),
    editedAt: integer(),
  },
  (row) => [
    uniqueIndex("round_once_a_day").on(row.channel, row.day).where(sql`kind = 'scheduled'`),
    index("round_history").on(row.channel, row.question, row.openedAt),
    index("round_question").on(row.question),
    index("round_open").on(row.closesAt).where(sql`closed_at is null`),
    index("round_open_here").on(row.channel).where(sql`closed_at is null`),
    index("round_unposted").on(row.postAfter).where(sql`posted_at is null and withdrawn_at is null`),
    index("round_unrevealed").on(row.postAfter).where(sql`closed_at is not null and revealed_at is null`),
    index("round_untold").on(row.editedAt).where(sql`answers != shown`),
  ],
);

/** One person's answer to one round: the first is the only one. */
export const attempt = sqliteTable(
  "attempt",
  {
    round: aKey().references(() => round.key),
    person: aPerson(),
    answer: json().$type<Answer>().notNull(),
    right: flag(),
    selfGrade: text().$type<SelfGrade>(),
    at: integer().notNull(),
  },
  (row) => [primaryKey({ columns: [row.round, row.person] }), index("attempt_person").on(row.person, row.at)],
);

/** A person in a channel, with kept totals: answers at once, the streak through the last closed round. */
export const member = sqliteTable(
  "member",
  {
    channel: aChannel(),
    person: aPerson(),
    /** The day of the round of the first counted answer. */
    joined: aDay().notNull(),
    answered: aCount(),
    right: aCount(),
    current: aCount(),
    longest: aCount(),
    freezes: aCount(),
    gap: aCount(),
  },
  (row) => [primaryKey({ columns: [row.channel, row.person] }), index("member_person").on(row.person)],
);

/** A member's month on the board; `month` is `2026-03`. */
export const month = sqliteTable(
  "month",
  {
    channel: aChannel(),
    month: text().notNull(),
    person: aPerson(),
    answered: aCount(),
    graded: aCount(),
    right: aCount(),
    due: aCount(),
  },
  (row) => [
    primaryKey({ columns: [row.channel, row.month, row.person] }),
    index("month_person").on(row.person),
  ],
);

/** One question put to one person, with the one answer. */
export const ask = sqliteTable(
  "ask",
  {
    key: aKey().primaryKey(),
    person: aPerson(),
    channel: text().$type<ChannelId>(),
    purpose: text().$type<"quiz" | "practice">().notNull(),
    run: text(),
    question: aQuestion(),
    asked: json().$type<Asked>().notNull(),
    askedAt: integer().notNull(),
    /** When its answer was shown, to be graded: what is typed after that is no answer. */
    turnedAt: integer(),
    answer: json().$type<Answer>(),
    right: flag(),
    selfGrade: text().$type<SelfGrade>(),
    answeredAt: integer(),
  },
  (row) => [index("ask_person").on(row.person, row.askedAt), index("ask_question").on(row.question)],
);

/** A key that its author corrected, as one channel is to hear of it: only where the old key had been shown. */
export const correction = sqliteTable(
  "correction",
  {
    key: aKey().primaryKey(),
    channel: aChannel(),
    question: aQuestion(),
    /** The newest round that it concerns, and how many there are with it. */
    round: aKey().references(() => round.key),
    rounds: integer().notNull(),
    /** Answers to all of them, and those that are right only now. */
    answers: integer().notNull(),
    gained: integer().notNull(),
    at: integer().notNull(),
    /** Not before: who saves twice is heard once; null when it is told, or handed on to be told. */
    dueAt: integer(),
  },
  (row) => [index("correction_due").on(row.dueAt).where(sql`due_at is not null`)],
);

/** What one person remembers of one question; `memory` is FSRS's own. */
export const card = sqliteTable(
  "card",
  {
    person: aPerson(),
    question: aQuestion(),
    due: integer().notNull(),
    reviews: aCount(),
    memory: json().$type<Memory>().notNull(),
    metAt: integer().notNull(),
  },
  (row) => [primaryKey({ columns: [row.person, row.question] }), index("card_due").on(row.person, row.due)],
);

/** What a member said of a question: kept with the place in the notes that it was asked from. */
export const report = sqliteTable(
  "report",
  {
    id: aKey().primaryKey(),
    question: aQuestion(),
    version: integer().notNull(),
    person: aPerson(),
    fault: text().notNull(),
    words: text().notNull(),
    /** The words of the options that should be right, as the member proposed; null where they proposed none. */
    proposed: json().$type<readonly string[]>(),
    file: text().notNull(),
    line: integer().notNull(),
    at: integer().notNull(),
  },
  (row) => [index("report_question").on(row.question)],
);

/** A typed answer that was refused and that its writer holds to be right: perhaps a name that the notes do not know. */
export const aliasProposal = sqliteTable(
  "alias_proposal",
  { question: aQuestion(), person: aPerson(), words: text().notNull(), at: integer().notNull() },
  (row) => [primaryKey({ columns: [row.question, row.person, row.words] })],
);

/** A stretch of time in which a platform was really connected; each tick lengthens the newest. */
export const heartbeat = sqliteTable(
  "heartbeat",
  { platform: text().notNull(), fromAt: integer().notNull(), toAt: integer().notNull() },
  (row) => [
    primaryKey({ columns: [row.platform, row.fromAt] }),
    index("heartbeat_to").on(row.platform, row.toAt),
  ],
);

/** Said unasked, once for each cause; channel and message are kept while somebody is still to be told of it. */
export const notice = sqliteTable(
  "notice",
  {
    key: aKey().primaryKey(),
    at: integer().notNull(),
    channel: text().$type<ChannelId>(),
    message: json().$type<KeeperMessage>(),
    /** To the channel, not to its keeper. */
    aloud: flag(),
    dueAt: integer(),
  },
  (row) => [index("notice_due").on(row.dueAt).where(sql`due_at is not null`)],
);

/** What only one part of the program needs: the page's messages, its clock, sealed tokens. */
export const drawer = sqliteTable(
  "drawer",
  { owner: text().notNull(), name: text().notNull(), value: text().notNull() },
  (row) => [primaryKey({ columns: [row.owner, row.name] })],
);
