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
  if (name.toLowerCase() !== "quiz") return [];
  return matching(topicsOf(app.bank.now), rest.join(" "))
    .slice(0, most)
    .map((topic) => ({ words: `quiz ${topic.id}`, note: topicNote(topic) }));
}
