import type { Channel } from "../../../src/core/channel.js";
import { personId } from "../../../src/core/ids.js";
import { rank } from "../../../src/core/leaderboard.js";
import type { Message } from "../../../src/core/message.js";
import { foldStreak } from "../../../src/core/streak.js";
import { boardMessage, publicBoardMessage, whichBoardMessage } from "../../../src/views/board.js";
import { ledgerMessage, streakMessage } from "../../../src/views/streak.js";
import { day } from "../../core/things.js";

/** Boards, streaks and ledgers with these words for names of people and channels. */
export function boardMessages(words: string, channel: Channel): Readonly<Record<string, Message>> {
  const tallies = Array.from({ length: 30 }, (_, at) => ({
    ...{ person: personId(`discord:${1000 + at}`), name: at % 2 === 0 ? words.slice(0, 32) : `Member ${at}` },
    ...{
      answered: 30 - at,
      graded: 30 - at,
      due: 30,
      right: 20 - Math.min(20, at),
      current: 30 - at,
      longest: 40,
    },
  }));
  const board = {
    ...{ channel: channel.name, view: "month" as const, standings: rank(tallies, "month", 20) },
    ...{ reader: personId("discord:1020"), hidden: false, day: day("2026-03-10") },
  };
  const states = ["answered", "answered", "missed", "rest", "outage", "away", "missed", "missed"] as const;
  const days = Array.from({ length: 60 }, (_, at) => ({
    day: day(new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10)),
    state: states[at % states.length] ?? "rest",
  }));
  const { lines, streak } = foldStreak(days);
  const part = {
    channel: channel.name,
    streak,
    answered: 20,
    right: 12,
    since: day("2026-01-01"),
    days: lines,
  };
  const channels = Array.from({ length: 20 }, (_, at) => ({ ...channel, id: `${channel.id}${at}` as never }));
  return {
    board: boardMessage(board, true),
    "board aloud": publicBoardMessage(board),
    "which board": whichBoardMessage(channels, "streak"),
    streak: streakMessage([part, part]),
    ledger: ledgerMessage(
      channel.name,
      lines,
      Array.from({ length: 30 }, () => channel.name),
    ),
  };
}
