import type { Asked } from "../core/asked.js";
import { heading, type Message, note } from "../core/message.js";
import { plainPassages } from "../core/prose.js";
import type { Answer } from "../core/round.js";
import { dayOf, prose } from "./words.js";

/** Something a person once answered. */
export type Past = {
  readonly asked: Asked;
  readonly right: boolean | null;
  readonly answer: Answer | null;
  readonly at: Date;
};

/** The last answers, newest first. */
export function historyMessage(answers: readonly Past[]): Message {
  if (answers.length === 0) {
    const words = "Nothing yet: answer a daily question, or ask for one with /quiz.";
    return { summary: words, blocks: [heading("Your last answers"), note(...prose(words))] };
  }
  const rows = answers.map((one) => [
    dayOf(one.at),
    one.asked.topicTitle,
    start(one.asked),
    resultWords(one),
  ]);
  return {
    summary: `Your last ${answers.length} answers.`,
    blocks: [
      heading("Your last answers"),
      { kind: "table", head: ["Day", "Topic", "Question", "Result"], rows },
    ],
  };
}

function resultWords({ right, answer }: Past): string {
  if (answer?.kind === "unknown") return "did not know";
  if (answer?.kind === "shown") return "shown";
  return right === null ? "answered" : right ? "right" : "not right";
}

/** The first words of the prompt. */
function start(asked: Asked): string {
  const words = plainPassages(asked.prompt).split(/\s+/);
  return words.length <= 10 ? words.join(" ") : `${words.slice(0, 10).join(" ")} …`;
}
