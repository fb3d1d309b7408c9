import { encodeAction } from "../core/action.js";
import type { Day } from "../core/calendar.js";
import type { Channel } from "../core/channel.js";
import type { PersonId } from "../core/ids.js";
import { type BoardView, isMonthly, type Standing } from "../core/leaderboard.js";
import { type Block, buttons, heading, type Message, note } from "../core/message.js";
import { text } from "../core/prose.js";
import { counted, monthWords, prose } from "./words.js";

/** The board as one person sees it: the top ten, their own place, and two neighbours on each side. */
export type Board = {
  readonly channel: string;
  readonly view: BoardView;
  readonly standings: readonly Standing[];
  readonly reader: PersonId;
  /** The reader is on no board. */
  readonly hidden: boolean;
  /** A date of the month that it is about. */
  readonly day: Day;
};

const top = 10;
const neighbours = 2;

/** `aloud`: whether it may be shown to the channel from here. */
export function boardMessage(board: Board, aloud: boolean): Message {
  const { view, standings, reader } = board;
  if (standings.length === 0) return emptyBoardMessage(board);
  const own = standings.findIndex((standing) => standing.person === reader);
  const from = own < 0 ? top : Math.max(top, own - neighbours);
  const below = own < 0 ? [] : standings.slice(from, Math.max(top, own + neighbours + 1));
  const rows = standings.slice(0, top).map((standing) => rowOf(standing, view, standing.person === reader));
  const gap = below.length > 0 && from > top;
  if (gap) rows.push([`⋯ ${counted(from - top, "more place")}`]);
  rows.push(...below.map((standing) => rowOf(standing, view, standing.person === reader)));
  const you = own < top ? own : top + (gap ? 1 : 0) + own - from;
  const show = { label: "Show to the channel", press: encodeAction({ kind: "aloud", words: view }) };
  return {
    summary: summaryOf(titleOf(board), standings, own),
    blocks: [
      heading(titleOf(board)),
      { kind: "table", head: headOf(view), rows, caption: captions[view], ...(you >= 0 ? { you } : {}) },
      ...(below.length > 0 ? [note(...prose("Only you see the part below the tenth place."))] : []),
      ...hiddenNote(board),
      ...(aloud ? [buttons(show)] : []),
    ],
  };
}

/** The top ten alone: the bottom is never shown in public. */
export function publicBoardMessage(board: Board): Message {
  const { view, standings } = board;
  if (standings.length === 0) return emptyBoardMessage(board);
  const rows = standings.slice(0, top).map((standing) => rowOf(standing, view, false));
  return {
    summary: summaryOf(titleOf(board), standings, -1),
    blocks: [heading(titleOf(board)), { kind: "table", head: headOf(view), rows, caption: captions[view] }],
  };
}

export function shownLatelyMessage(): Message {
  const words = "The board was shown here within the last hour. Once an hour is enough for a channel.";
  return { summary: words, blocks: [heading("Shown lately"), note(text(words))] };
}

/** Where the question has no channel of its own. */
export function whichBoardMessage(channels: readonly Channel[], view: BoardView): Message {
  const title = "Which channel’s board?";
  if (channels.length === 0) {
    const words = "You have not answered in any channel yet: a board begins with the first answer.";
    return { summary: words, blocks: [heading("No board yet"), note(text(words))] };
  }
  const list = channels.slice(0, 20).map(({ id, name }) => ({
    label: name,
    press: encodeAction({ kind: "board", words: `${view}~${id}` }),
  }));
  const rows = Array.from({ length: Math.ceil(list.length / 5) }, (_, at) =>
    buttons(...list.slice(at * 5, at * 5 + 5)),
  );
  return { summary: title, blocks: [heading(title), ...rows] };
}

function emptyBoardMessage(board: Board): Message {
  const words = emptyWords(board);
  return { summary: words, blocks: [heading(titleOf(board)), note(text(words)), ...hiddenNote(board)] };
}

function hiddenNote({ hidden }: Board): readonly Block[] {
  return hidden ? [note(text("You are hidden from the boards: /mydata show puts you back."))] : [];
}

function emptyWords({ view, day }: Board): string {
  if (view === "last") return `Nobody answered a question of ${monthWords(day)} here.`;
  if (view === "month") {
    return `Nobody has answered a question of ${monthWords(day)} here yet. /leaderboard last shows the month before.`;
  }
  return "Nobody has answered here yet: the board begins with the first answer.";
}

const captions: Record<BoardView, string> = {
  month:
    "By the share of each member’s own days that they answered, then by the share of right answers; those of others count once a question is closed, self-graded ones never.",
  last: "By the share of each member’s own days that they answered, then by the share of right answers.",
  streak: "By the streak that is running.",
  longest: "By the longest streak ever.",
};

function titleOf({ view, channel, day }: Board): string {
  if (isMonthly(view)) return `${monthWords(day)} in ${channel}`;
  return view === "streak" ? `Streaks in ${channel}` : `Longest streaks in ${channel}`;
}

function headOf(view: BoardView): readonly string[] {
  return isMonthly(view) ? ["Place", "Member", "Answered", "Right"] : ["Place", "Member", "Days"];
}

function rowOf(standing: Standing, view: BoardView, you: boolean): readonly string[] {
  const { place, name, answered, due, graded, right, current, longest } = standing;
  const who = you ? `${name} (you)` : name;
  const known = graded === 0 ? "–" : `${right}/${graded}`;
  if (isMonthly(view)) return [String(place), who, `${answered} of ${due}`, known];
  return [String(place), who, String(view === "streak" ? current : longest)];
}

function summaryOf(title: string, standings: readonly Standing[], own: number): string {
  const [first, mine] = [standings[0], standings[own]];
  const yours = mine ? ` You are in place ${mine.place}.` : "";
  return `${title}. First: ${first?.name ?? "nobody"}.${yours}`;
}
