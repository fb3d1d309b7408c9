import type { Ask, NewAsk } from "../core/ask.js";
import type { Bank } from "../core/bank.js";
import type { Channel } from "../core/channel.js";
import type { Closing, ClosingFacts } from "../core/closing.js";
import type { Aliases, Known, Recognised } from "../core/identity.js";
import type { ChannelId, Key, PersonId, QuestionId } from "../core/ids.js";
import type { Remember } from "../core/memory.js";
import type { Receipt } from "../core/message.js";
import type { ChannelChange, ChannelState, Opening, OpeningState, QuietDay } from "../core/opening.js";
import type { AliasProposal } from "../core/proposal.js";
import type { Question } from "../core/question.js";
import type { Report } from "../core/report.js";
import type { Attempt, History, Outcome, Press, Round, SelfGrade } from "../core/round.js";
import type { Streak } from "../core/streak.js";
import type { Drawer } from "./drawer.js";
import type { Notice, NoticeStore } from "./notice-store.js";
import type { PersonStore } from "./person-store.js";
import type { RecordStore } from "./record-store.js";

export type { Drawer } from "./drawer.js";
export type { Notice } from "./notice-store.js";
export type { PastAnswer } from "./person-store.js";

/**
 * What is remembered. One method is one transaction; where something is decided in it, the rule comes in as an
 * argument: read, decide, write. Rules are plain functions that may run twice. A promise resolves when it is on disk.
 */
export interface Store
  extends BankStore,
    ChannelStore,
    RoundStore,
    AnswerStore,
    PersonStore,
    RecordStore,
    NoticeStore,
    CorrectionStore {
  /** What is to be said now, read in one look. */
  errandsDue(now: Date): Promise<Errands>;
  /** Lengthens the newest stretch in which this platform was connected. */
  heartbeat(platform: string, now: Date): Promise<void>;
  drawer(owner: string): Drawer;
  /** Where kept totals differ from a recomputation, in words: none, always. */
  audit(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** A key that an author corrected, as one channel is to hear of it. */
export type Correction = {
  readonly key: Key;
  readonly channel: ChannelId;
  /** The newest round that it concerns, and how many there are with it. */
  readonly round: PostedRound;
  readonly rounds: number;
  /** Answers to all of them, and those that are right only now. */
  readonly answers: number;
  readonly gained: number;
};

export type Errands = {
  /** Open or just closed, never confirmed as posted, and not told to wait. */
  readonly posts: readonly PostedRound[];
  readonly reveals: readonly PostedRound[];
  readonly notices: readonly Notice[];
  readonly corrections: readonly Correction[];
  /** Those whose hour has come, and those whose hour was worked out by a clock that ran ahead. */
  readonly reminders: readonly PersonId[];
};

interface CorrectionStore {
  /** It is told, or handed on to be told. */
  settleCorrection(key: Key): Promise<void>;
  /** The round that the message about a correction stands for, told or not. */
  correctedRound(key: Key): Promise<PostedRound | null>;
}

export type BankChange = {
  readonly added: readonly QuestionId[];
  readonly changed: readonly QuestionId[];
  readonly retired: readonly QuestionId[];
  readonly returned: readonly QuestionId[];
  /** Asked before with another key, and corrected wherever that was. */
  readonly corrected: readonly QuestionId[];
};

export interface BankStore {
  bank(): Promise<Bank>;
  /**
   * The notes as they stand now: what is gone is retired, what is back returns, changed text is a new version. A
   * corrected key holds from then on for what was asked before, and answers that match it gain; a channel in which the
   * question is open waits for its close.
   */
  syncBank(
    questions: readonly Question[],
    now: Date,
    rule: (questions: readonly Question[], known: readonly Known[], aliases: Aliases) => Recognised,
  ): Promise<BankChange & { readonly bank: Bank }>;
}

export interface ChannelStore {
  channel(id: ChannelId): Promise<Channel | null>;
  channels(): Promise<readonly Channel[]>;
  /** The rule returns null to leave everything as it is. */
  changeChannel(
    id: ChannelId,
    now: Date,
    rule: (state: ChannelState) => ChannelChange | null,
  ): Promise<Channel | null>;
  /** The slot that a channel waits for. */
  dueAt(id: ChannelId): Promise<Date | null>;
  /** Channels whose slot has come, and those whose slot was worked out by a clock that has since gone back. */
  channelsDue(now: Date): Promise<readonly ChannelId[]>;
  history(id: ChannelId): Promise<History>;
  quietDays(id: ChannelId): Promise<readonly QuietDay[]>;
}

/** A round with where and how its message stands. */
export type PostedRound = Round & {
  readonly receipt: Receipt | null;
  readonly postedAt: Date | null;
  readonly revealedAt: Date | null;
  readonly outage: boolean;
  /** Answers counted, the number that the message shows, and when it was last edited. */
  readonly answers: number;
  readonly shown: number;
  readonly editedAt: Date | null;
};
/** `answers`: how many chose each option; `right` and `graded` for the share. */
export type Split = {
  readonly answers: number;
  readonly right: number;
  readonly picks: readonly number[];
  readonly unknown: number;
};

export interface RoundStore {
  /** Unique by (channel, day) for scheduled rounds: a second opening changes nothing and returns what the rule said. */
  openRound<Said extends Opening>(
    id: ChannelId,
    now: Date,
    rule: (state: OpeningState) => Said,
  ): Promise<Said>;
  round(key: Key): Promise<PostedRound | null>;
  confirmPosted(key: Key, receipt: Receipt, now: Date): Promise<void>;
  postpone(key: Key, notBefore: Date): Promise<void>;
  /** It never got out and will not: no question that day. */
  withdraw(key: Key, now: Date): Promise<void>;
  roundsToClose(now: Date): Promise<readonly Key[]>;
  /**
   * Where the key was kept until now, memory is fed with every answer, and right ones join the totals. A key that was
   * corrected meanwhile holds from then on.
   */
  closeRound(key: Key, rule: (facts: ClosingFacts) => Closing, remember: Remember): Promise<void>;
  /** Messages whose number of answers is out of date. */
  tallies(now: Date): Promise<readonly PostedRound[]>;
  confirmShown(key: Key, state: { shown: number; revealed: boolean }, now: Date): Promise<void>;
  split(key: Key): Promise<Split>;
  openRounds(id: ChannelId): Promise<readonly PostedRound[]>;
  /** Scheduled ones that are out, open, and not answered by this person where they take part; first to close first. */
  waiting(person: PersonId, now: Date): Promise<readonly PostedRound[]>;
}

/** A press on a round or an ask, with the name that the person bears now. */
export type NamedPress = Press & { readonly name: string; readonly key: Key };
/** `streak`: with this round, where it counts. */
export type Answered = {
  readonly outcome: Outcome;
  readonly round: PostedRound;
  readonly streak: Streak | null;
};

export interface AnswerStore {
  answer(
    press: NamedPress,
    rule: (round: Round, earlier: Attempt | null) => Outcome,
    remember: Remember,
  ): Promise<Answered | null>;
  attempt(key: Key, person: PersonId): Promise<Attempt | null>;
  /** Once: a second grade changes nothing. */
  gradeSelf(key: Key, person: PersonId, grade: SelfGrade, remember: Remember): Promise<boolean>;
  /** The same key twice is one ask: the first stands. */
  openAsk(ask: NewAsk): Promise<Ask>;
  ask(key: Key): Promise<Ask | null>;
  /**
   * Its answer is shown now, to be graded: what is typed after that is no answer, neither to it nor to another ask of the
   * same question that waits for the same person or is opened while they have it before their eyes.
   */
  turnAsk(ask: Ask, at: Date): Promise<void>;
  /** The last that was put to this person: where they are with the bot alone, or anywhere. */
  newestAsk(person: PersonId, where: "alone" | "anywhere"): Promise<Ask | null>;
  answerAsk(
    press: NamedPress,
    rule: (ask: Ask) => Outcome,
    remember: Remember,
  ): Promise<{ outcome: Outcome; ask: Ask } | null>;
  /** One person says one thing of one version; saying more replaces it. */
  report(report: Report): Promise<void>;
  reportOf(question: QuestionId, version: number, person: PersonId): Promise<Report | null>;
  /** The same words of the same person are kept once. */
  proposeAlias(proposal: AliasProposal): Promise<void>;
}
