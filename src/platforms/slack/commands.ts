import { commandList } from "../../core/command.js";
import { unescapeText } from "./escape.js";
import { channelOf } from "./names.js";

/** The one command that always works, where other apps hold the names of ours. */
export const umbrella = "cuecard";

/** `daily set 09:00` for `/daily set 09:00`, `/study-daily set 09:00` and `/cuecard daily set 09:00`; else help. */
export function commandLine(command: string, text: string, team: string): string {
  const words = readWords(text, team);
  const name = command.replace(/^\//, "").toLowerCase();
  const own = names.find((one) => name === one || name.endsWith(one));
  if (own === undefined) return help;
  if (own === umbrella) return words === "" ? help : words;
  return `${own} ${words}`.trim();
}

const help = "studyhelp";

/** The longest first: one name may end as another. */
const names: readonly string[] = [...commandList.map(({ name }) => name), umbrella].sort(
  (one, other) => other.length - one.length,
);

/** Typed words as a person reads them; a channel that is named becomes its id and name, a group stays a mention. */
export function readWords(text: string, team: string): string {
  const marked = text
    .replace(/<#([A-Z0-9]+)(?:\|([^>]*))?>/g, (_, id: string, name: string | undefined) =>
      name ? `${channelOf(team, id)} #${name}` : channelOf(team, id),
    )
    .replace(/<!subteam\^([A-Z0-9]+)(?:\|[^>]*)?>/g, "\u0001$1\u0002")
    .replace(/<(?:https?|mailto):[^>|]*\|([^>]*)>/g, "$1")
    .replace(/<((?:https?|mailto):[^>|]*)>/g, "$1")
    .replace(/<[@!][^>|]*\|([^>]*)>/g, "$1");
  return unescapeText(marked).replaceAll("\u0001", "<!subteam^").replaceAll("\u0002", ">").trim();
}
