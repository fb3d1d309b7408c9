import type { Topic } from "../core/bank.js";
import { suggestZones } from "../core/calendar.js";
import { commandList } from "../core/command.js";
import type { Fault } from "../core/fault.js";
import { type Block, heading, type Message, note } from "../core/message.js";
import { code, text } from "../core/prose.js";
import { settingLine } from "./practice-settings.js";
import { counted, listed, prose } from "./words.js";

/** The commands; in direct messages only those that work there. */
export function helpMessage(inChannel: boolean): Message {
  return {
    summary: `What I understand: ${commandLines(inChannel).join("; ")}`,
    blocks: [heading("What I understand"), ...helpBlocks(inChannel)],
  };
}

/** Unknown words get help, not an error. */
export function misreadMessage(words: string, fault: Fault): Message {
  const said = faultWords(words, fault);
  return {
    summary: said,
    blocks: [
      heading("I did not understand that"),
      note(text(said)),
      ...(fault.kind === "command" ? helpBlocks(true) : []),
    ],
  };
}

/** `Streaming › Kinesis, 6 questions` */
export function topicNote(topic: Topic): string {
  return `${topic.title}, ${counted(topic.questions, "question")}`;
}

function helpBlocks(inChannel: boolean): readonly Block[] {
  return commandList
    .filter((entry) => inChannel || entry.direct)
    .map(({ name, about, usage }) => {
      const more = usage
        .filter((words) => words !== "")
        .flatMap((words) => [text(" · "), code(`/${name} ${words}`)]);
      return note(...prose(`**/${name}** ${about}`), ...more);
    });
}

function commandLines(inChannel: boolean): readonly string[] {
  return commandList
    .filter((entry) => inChannel || entry.direct)
    .map((entry) => `/${entry.name} ${entry.about}`);
}

function faultWords(words: string, fault: Fault): string {
  switch (fault.kind) {
    case "command":
      return words.trim() === "" ? "Say one of these:" : `I know no “${cut(words)}”. These I know:`;
    case "time":
      return fault.given === ""
        ? "Say when: /daily set 09:00 Europe/Berlin mon-fri"
        : `“${cut(fault.given)}” is no time of day. Write hours and minutes, from 00:00 to 23:59, such as 09:00.`;
    case "zone":
      return `“${cut(fault.given)}” is no time zone that I know. Use its IANA name, such as ${listed(suggestZones(fault.given), "or")}: offsets and abbreviations know no daylight saving.`;
    case "days":
      return `“${cut(fault.given)}” names no weekdays. Write mon-fri, or mon,wed,fri, or daily.`;
    case "date":
      return `“${cut(fault.given)}” is no date in the calendar. Write it like 2026-12-24.`;
    case "range":
      return `“${cut(fault.given)}” is no range of dates. Write it like 2026-12-24..2027-01-02.`;
    case "option":
      return `${fault.given === "" ? "Say which option" : `“${cut(fault.given)}” is no option`}. These there are: reveal=at-once or at-close, thread=on or off, tell=@group or nobody, kinds=all or choice.`;
    case "setting":
      return `“${cut(fault.given)}” is no setting. These there are: ${settingLine}.`;
    case "word":
      return `I do not know what “${cut(fault.given)}” means there. /studyhelp lists what works.`;
  }
}

function cut(words: string): string {
  const whole = [...words.trim()];
  return whole.length <= 80 ? whole.join("") : `${whole.slice(0, 79).join("")}…`;
}
