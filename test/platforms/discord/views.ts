import type { Ask } from "../../../src/core/ask.js";
import type { Asked } from "../../../src/core/asked.js";
import { type TimeOfDay, utc } from "../../../src/core/calendar.js";
import { channelId, keyOf, personId, questionId, topicId } from "../../../src/core/ids.js";
import type { Message } from "../../../src/core/message.js";
import { usual } from "../../../src/core/practice-settings.js";
import { code, link, paragraph, strong, text } from "../../../src/core/prose.js";
import type { Attempt, Round } from "../../../src/core/round.js";
import * as away from "../../../src/views/away.js";
import { correctionMessage } from "../../../src/views/correction.js";
import * as daily from "../../../src/views/daily.js";
import * as help from "../../../src/views/help.js";
import { historyMessage } from "../../../src/views/history.js";
import * as misread from "../../../src/views/misread.js";
import * as mine from "../../../src/views/my-data.js";
import * as notices from "../../../src/views/notices.js";
import * as practice from "../../../src/views/practice.js";
import * as settings from "../../../src/views/practice-settings.js";
import { previewMessage } from "../../../src/views/preview.js";
import * as question from "../../../src/views/question.js";
import * as reminder from "../../../src/views/reminder.js";
import * as report from "../../../src/views/report.js";
import * as reveal from "../../../src/views/reveal.js";
import * as trouble from "../../../src/views/trouble.js";
import { unknownTopicMessage } from "../../../src/views/unknown-topic.js";
import { verdictMessage } from "../../../src/views/verdict.js";
import { aQuestion, aSchedule, at, day } from "../../core/things.js";
import { aDaily } from "../../views/a-daily.js";
import { boardMessages } from "./view-boards.js";

const key = keyOf("r41");
const person = personId("discord:1234567890123456789");
const now = at("2026-03-10T08:00:00Z");

/** Every message that the views can say, with these words wherever notes and people put theirs. */
export function everyMessage(words: string): Readonly<Record<string, Message>> {
  const asked = askedWith(words);
  const recall: Asked = {
    ...asked,
    form: { kind: "recall", answer: [paragraph(words), ...asked.explanation] },
  };
  const corrected: Asked = { ...asked, former: [2, 4] };
  const listed: Asked = { ...recall, form: { kind: "recall", answer: null } };
  const round = (of: Asked, closed: boolean): Round => ({
    ...{ key, channel: channelId("discord:1/2"), day: day("2026-03-10"), kind: "scheduled", asked: of },
    ...{ openedAt: now, closesAt: now, reveal: "at-once", closedAt: closed ? now : null },
  });
  const ask = (of: Asked): Ask => ({
    ...{ key, person, channel: null, purpose: "practice", run: null, asked: of },
    ...{ askedAt: now, turned: false, attempt: null },
  });
  const attempt = (given: Attempt["answer"], right: boolean | null): Attempt => ({
    ...{ person, at: now, answer: given, right, selfGrade: null },
  });
  const verdict = {
    key,
    repeated: true,
    streak: { current: 5, longest: 9, freezes: 1, gap: 0 },
    hidden: false,
  };
  const picked = (picks: number) => attempt({ kind: "picked", picks }, picks === 1);
  const typed = (right: boolean) =>
    attempt(
      { kind: "typed", words: words.slice(0, 200), picks: 0, right, as: right ? words.slice(0, 80) : null },
      right,
    );
  const channel = {
    ...{ id: channelId("discord:1/2"), name: words, keeper: person },
    schedule: aSchedule({
      topics: [topicId(words)],
      off: [{ from: day("2026-12-24"), to: day("2026-12-26") }],
    }),
  };
  const state = aDaily(channel, { pool: 12, next: now, cutsShort: true, tellsNobody: true });
  const spread = { answers: 15, right: 9, picks: [9, 4, 1, 1], unknown: 1 };
  const past = [
    { asked, right: false, answer: { kind: "picked", picks: 2 }, selfGrade: null, at: now } as const,
  ];
  const reported = {
    ...{ question: asked.question, version: 1, person, fault: "unclear" as const },
    ...{ words, proposed: [words, words], file: words, line: 3, at: now },
  };
  return {
    ...boardMessages(words, channel),
    daily: question.openRoundMessage(round(asked, false), 3, "<@&1234567890123456789>"),
    "daily, recall": question.openRoundMessage(round(recall, false), 0),
    quiz: question.askMessage(ask(asked)),
    toggles: question.chooseMessage(key, asked, 1),
    reveal: reveal.closedRoundMessage(round(asked, true), spread),
    "reveal, recall": reveal.closedRoundMessage(round(recall, true), spread),
    "too late": trouble.closedPressMessage(reveal.closedRoundMessage(round(asked, true), spread)),
    thread: reveal.threadMessage(asked),
    right: verdictMessage({ ...verdict, asked, attempt: picked(1) }),
    wrong: verdictMessage({ ...verdict, asked, attempt: picked(2) }),
    unknown: verdictMessage({ ...verdict, asked, attempt: attempt({ kind: "unknown" }, false) }),
    shown: verdictMessage({ ...verdict, asked: recall, attempt: attempt({ kind: "shown" }, null) }),
    hidden: verdictMessage({ ...verdict, asked, attempt: picked(2), hidden: true }),
    "typed, right": verdictMessage({ ...verdict, asked, attempt: typed(true) }),
    "typed, wrong": verdictMessage({ ...verdict, asked: recall, attempt: typed(false) }),
    "typed, proposed": verdictMessage({ ...verdict, asked: recall, attempt: typed(false), proposed: true }),
    card: practice.cardMessage(ask(recall), { due: 2, fresh: 3, back: 1, canType: true }),
    turned: practice.turnedMessage(ask(recall), { reviews: 2, back: [{ grade: 3, due: now }], now }),
    "key corrected": correctionMessage({
      ...{ key, round: round(corrected, true), rounds: 2, answers: 9, gained: 3 },
    }),
    "closed, corrected": reveal.closedRoundMessage(round(corrected, true), spread),
    "right after all": verdictMessage({ ...verdict, asked: corrected, attempt: picked(1) }),
    "turned, from the notes": practice.turnedMessage(ask(listed), { reviews: 0, back: [], now }),
    "run begins": practice.runStartedMessage(),
    "run ends": practice.runEndMessage(
      {
        ...{ done: 3, known: 1, missed: 2, fresh: 3, readAgain: [asked, recall] },
        next: now,
        tomorrow: 2,
        week: 3,
      },
      { unmet: 4, freshADay: 10, left: null, topic: "" },
    ),
    history: historyMessage(past, { scores: [{ label: words, right: 3, answered: 5 }] }),
    preview: previewMessage(
      channel,
      { ...aQuestion("a/b"), prompt: asked.prompt },
      {
        ...{ day: day("2026-03-11"), last: day("2025-03-11"), isOpen: false },
      },
    ),
    schedule: daily.dailyMessage(state),
    "schedule changed": daily.dailyChangedMessage(state, {
      ...{ by: words, kind: "skip" },
      before: {
        schedule: aSchedule({ topics: [topicId(words)], paused: { by: "keeper" } }),
        isKeeperNew: true,
      },
    }),
    "schedule unchanged": daily.dailyUnchangedMessage(state),
    moved: daily.movedMessage(channel, words, words),
    "no channel": daily.noSuchChannelMessage(words),
    bonus: daily.bonusAskedMessage(channel),
    help: help.helpMessage(true),
    misread: misread.misreadMessage(words, { kind: "command" }),
    "no word": misread.misreadMessage("daily x", { kind: "word", given: words }),
    "no zone": misread.misreadMessage(words, { kind: "zone", given: words }),
    "no topic": unknownTopicMessage(words, {
      near: [],
      all: [{ id: topicId(words.replace(/\s/g, "")), title: words, questions: 2 } as never],
    }),
    missed: notices.missedMessage(channel, day("2026-03-09"), day("2026-03-10")),
    refused: notices.refusedMessage(channel, words),
    broken: notices.brokenNotesMessage(Array(8).fill(`notes.md:3  error  ${words}`)),
    "report told": report.reportNotice(reported, asked),
    reported: report.reportedMessage(reported),
    "letters misread": report.misreadLettersMessage(key, asked, words),
    "about my data": mine.aboutMyDataMessage(),
    "my data": mine.recordMessage(
      { name: `${words}.json`, bytes: new Uint8Array([123, 125]) },
      { part: 2, more: "3.asks.mg5x2k1c.k3f9k3f9k3f9k" },
    ),
    "delete all": mine.confirmErasureMessage("stay there"),
    "not all deleted": mine.notForgottenMessage(),
    remind: reminder.reminderMessage({ channel: words, round: round(asked, false) }, [
      { channel: words, round: round(recall, false) },
    ]),
    "practice settings": settings.practiceSettingsMessage(usual),
    "no setting": misread.misreadMessage(words, { kind: "setting", given: words }),
    "reminder set": reminder.reminderSetMessage({ time: "17:30" as TimeOfDay, zone: utc, dueAt: now }),
    away: away.awayMessage({ from: day("2026-08-01"), to: day("2026-08-14") }, day("2026-03-10"), []),
    "not allowed": trouble.notAllowedMessage(channel),
  };
}

/** A question all of whose words are these. */
export function askedWith(words: string): Asked {
  const body = (more: string) => [paragraph(`${words} ${more}`), { kind: "code", code: words } as const];
  const option = (more: string, correct: boolean) =>
    ({ body: body(more), correct, origin: "drafted", why: [paragraph(words, code(words))] }) as const;
  return {
    ...{ question: questionId("a/b"), version: 1, topic: topicId("a"), topicTitle: words },
    prompt: [
      paragraph(words, strong(words), code(words), link(words, "https://notes.example/a_(b)")),
      { kind: "list", ordered: false, items: [[text(words)], [text("two")]] },
      { kind: "image", url: "https://notes.example/x.png", alt: words },
    ],
    form: {
      kind: "choice",
      options: [option("A", true), option("B", false), option("C", false), option("D", false)],
    },
    explanation: [paragraph(words), paragraph("It is so.")],
    notes: [[text(words)], [strong(words)]],
    source: { file: words, line: 1, end: 9, headings: [words], url: `https://docs.example/${words}` },
  };
}
