import type { Day } from "../core/calendar.js";
import type { PersonId } from "../core/ids.js";
import type { BoardView, Standing } from "../core/leaderboard.js";
import { heading, type Message, note } from "../core/message.js";
import { monthWords, prose } from "./words.js";

/** The board as one person sees it: the top ten, their own place, and two neighbours on each side. */
export type Board = {
  readonly channel: string;
  readonly view: BoardView;
  readonly standings: readonly Standing[];
  readonly reader: PersonId;
  readonly today: Day;
};

const top = 10;
const neighbours = 2;

export function boardMessage({ channel, view, standings, reader, today }: Board): Message {
  const title = titleOf(view, channel, today);
  if (standings.length === 0) {
    const words = "Nobody has answered here yet: the board begins with the first answer.";
    return { summary: `${title}. ${words}`, blocks: [heading(title), note(...prose(words))] };
  }
  const own = standings.findIndex((standing) => standing.person === reader);
  const last = own < 0 ? top : Math.max(top, own + neighbours + 1);
  const from = own < 0 ? top : Math.max(top, own - neighbours);
  const shown = [...standings.slice(0, top), ...standings.slice(from, last)];
  const gap = from - top;
  const rows = shown.map((standing) => rowOf(standing, view, standing.person === reader));
  if (gap > 0 && shown.length > top) rows.splice(top, 0, [`⋯ ${gap} more ${gap === 1 ? "place" : "places"}`]);
  const you = rows.findIndex((row) => row[1]?.endsWith("(you)"));
  return {
    summary: summaryOf(title, standings, own),
    blocks: [
      heading(title),
      { kind: "table", head: headOf(view), rows, caption: captions[view], ...(you >= 0 ? { you } : {}) },
      ...(shown.length > top ? [note(...prose("Only you see the part below the tenth place."))] : []),
    ],
  };
}

const captions: Record<BoardView, string> = {
  month: "By the share of your own days that you answered, then by right answers.",
  streak: "By the streak that is running.",
  longest: "By the longest streak ever.",
};

function titleOf(view: BoardView, channel: string, today: Day): string {
  if (view === "month") return `${monthWords(today)} in ${channel}`;
  return view === "streak" ? `Streaks in ${channel}` : `Longest streaks in ${channel}`;
}

function headOf(view: BoardView): readonly string[] {
  return view === "month" ? ["Place", "Member", "Answered", "Right"] : ["Place", "Member", "Days"];
}

function rowOf(standing: Standing, view: BoardView, you: boolean): readonly string[] {
  const { place, name, answered, due, right, current, longest } = standing;
  const who = you ? `${name} (you)` : name;
  if (view === "month") return [String(place), who, `${answered} of ${due}`, String(right)];
  return [String(place), who, String(view === "streak" ? current : longest)];
}

function summaryOf(title: string, standings: readonly Standing[], own: number): string {
  const [first, mine] = [standings[0], standings[own]];
  const yours = mine ? ` You are in place ${mine.place}.` : "";
  return `${title}. First: ${first?.name ?? "nobody"}.${yours}`;
}
