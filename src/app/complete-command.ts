import { topicsOf } from "../core/bank.js";
import { commandList } from "../core/command.js";
import { matching } from "../core/topics.js";
import { topicNote } from "../views/help.js";
import type { App } from "./app.js";
import type { Suggestion } from "./platform.js";

/** As many as Discord shows. */
const most = 25;

/** Whole command lines that begin with what is being typed. */
export function completeCommand(app: App, words: string): readonly Suggestion[] {
  const [name = "", ...rest] = words.trimStart().split(/\s+/);
  if (rest.length === 0) {
    return commandList
      .filter((entry) => entry.name.startsWith(name.toLowerCase()))
      .map((entry) => ({ words: entry.name, note: entry.about }));
  }
  const asked = askingForTopic(name.toLowerCase(), rest);
  if (!asked) return [];
  return matching(topicsOf(app.bank.now), asked.words)
    .slice(0, most)
    .map((topic) => ({ words: `${asked.line} ${topic.id}`, note: topicNote(topic) }));
}

/** The line up to the topic, and what is typed of it: `/quiz`, `/practice` and the last word of `/daily topics`. */
function askingForTopic(
  name: string,
  rest: readonly string[],
): { readonly line: string; readonly words: string } | null {
  if (name === "quiz" || name === "practice") return { line: name, words: rest.join(" ") };
  if (name !== "daily" || rest[0]?.toLowerCase() !== "topics" || rest.length < 2) return null;
  return { line: ["daily", ...rest.slice(0, -1)].join(" "), words: rest.at(-1) ?? "" };
}
