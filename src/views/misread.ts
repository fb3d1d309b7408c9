import { suggestZones } from "../core/calendar.js";
import { commandList } from "../core/command.js";
import { mostDates } from "../core/daily-words.js";
import type { Alone, Fault } from "../core/fault.js";
import { type Block, heading, type Message, note } from "../core/message.js";
import { code, text } from "../core/prose.js";
import { helpBlocks } from "./help.js";
import { settingLine, valueLine } from "./practice-settings.js";
import { listed } from "./words.js";

/** Unknown words get help, not an error: what was not understood, and the words that work. */
export function misreadMessage(words: string, fault: Fault): Message {
  const said = faultWords(words, fault);
  const known = fault.kind === "word" ? usesOf(words) : [];
  return {
    summary: [said, known.join(", ")].filter((part) => part !== "").join(" "),
    blocks: [heading("I did not understand that"), note(text(said)), ...knownBlocks(fault, known)],
  };
}

function knownBlocks(fault: Fault, known: readonly string[]): readonly Block[] {
  if (fault.kind === "command") return helpBlocks(true);
  if (known.length === 0) return [];
  return [note(...known.flatMap((use, at) => [...(at === 0 ? [] : [text(" · ")]), code(use)]))];
}

/** Every way to use the command that these words begin with: `/streak`, `/streak why` … */
function usesOf(words: string): readonly string[] {
  const name = words.trim().split(/\s+/)[0]?.toLowerCase();
  const entry = commandList.find((one) => one.name === name);
  const endings = entry?.usage.flatMap((use) => /^\[([^\]]+)\]$/.exec(use)?.[1]?.split(" | ") ?? [use]);
  return (endings ?? []).map((ending) => `/${name} ${ending}`.trim());
}

function faultWords(words: string, fault: Fault): string {
  const given = "given" in fault ? cut(fault.given) : "";
  switch (fault.kind) {
    case "command":
      return words.trim() === "" ? "Say one of these:" : `I know no “${cut(words)}”. These I know:`;
    case "time":
      return given === ""
        ? "Say when: /daily set 09:00 Europe/Berlin mon-fri"
        : `“${given}” is no time of day. Write hours and minutes, from 00:00 to 23:59, such as 09:00 or 17:30.`;
    case "zone":
      return `“${given}” is no time zone that I know. Write it ${zoneCure(fault.given)}`;
    case "when":
      return `“${given}” is neither a time nor a time zone that I know. Times are written like 17:30, zones ${zoneCure(fault.given)}`;
    case "days":
      return `“${given}” names no weekdays. Write mon-fri, or mon,wed,fri, or daily.`;
    case "date":
      return `“${given}” is a date that does not exist. Choose one of the calendar, such as 2026-12-24.`;
    case "far":
      return `“${given}” is too far away. Choose a date from 2000 to 2199.`;
    case "turned":
      return `“${given}” ends before it begins. Write the earlier date first: ${given.split("..").reverse().join("..")}`;
    case "range":
      return `“${given}” is no range of dates. Write it like 2026-12-24..2027-01-02, or one date like 2026-12-24.`;
    case "option":
      return `${given === "" ? "Say which option" : `“${given}” is no option`}. These there are: reveal=at-once or at-close, thread=on or off, tell=@group or nobody, kinds=all or choice.`;
    case "setting":
      return `“${given}” is no setting. These there are: ${settingLine}.`;
    case "value":
      return `“${given}” cannot be set: ${valueLine(fault.setting)}.`;
    case "word":
      return `I do not know what “${given}” means there. These work:`;
    case "end":
      return `I do not know what “${given}” means there. To stop the questions say /daily pause: streaks, board and schedule stay, and /daily resume goes on.`;
    case "alone":
      return aloneWords(fault.word, given);
    case "many":
      return `“${given}” is more than ${mostDates} dates. Write fewer, such as 2026-12-24..2027-01-02; /daily pause stops every question until /daily resume.`;
    case "missing":
      return missingWords[fault.behind];
  }
}

/** Nothing is done where words might have meant something else. */
function aloneWords(word: Alone | "all", given: string): string {
  if (word === "all")
    return `“all” stands alone, for every topic: /daily topics all. For some of them leave it out: /daily topics ${given}`;
  const dates = word === "skip" ? " Dates are left out by /daily off 2026-12-24." : "";
  return `“${given}” means nothing there, so nothing was done. Say /daily ${word} alone.${dates}`;
}

const missingWords: Readonly<Record<Extract<Fault, { kind: "missing" }>["behind"], string>> = {
  off: "Say which dates are to have no question: /daily off 2026-12-24..2027-01-02, or one date. /daily on takes dates back, /daily pause stops every question.",
  on: "Say which dates off are to have a question again: /daily on 2026-12-31, or several: /daily on 2026-12-24..2027-01-02. To end a pause: /daily resume",
  move: "Say where the daily is to go, as a mention of the channel: /daily move #channel",
};

function zoneCure(given: string): string {
  return `by IANA name, such as ${listed(suggestZones(given), "or")}: offsets and abbreviations know no daylight saving.`;
}

function cut(words: string): string {
  const whole = [...words.trim()];
  return whole.length <= 80 ? whole.join("") : `${whole.slice(0, 79).join("")}…`;
}
