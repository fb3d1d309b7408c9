import type { Asked } from "../core/asked.js";
import { type Block, heading, type Message, note, type TopicScore } from "../core/message.js";
import { text } from "../core/prose.js";
import type { Answer, SelfGrade } from "../core/round.js";
import { startOf } from "./question.js";
import { counted, percent } from "./words.js";

/** Something a person once answered. */
export type Past = {
  readonly asked: Asked;
  readonly right: boolean | null;
  readonly answer: Answer | null;
  readonly selfGrade: SelfGrade | null;
  readonly at: Date;
};

/** `scores`: all topics, the weakest first; `png`: the same as a picture. */
export type Accuracy = { readonly scores: readonly TopicScore[]; readonly png?: Uint8Array };

/** So many topics and answers are shown. */
const [mostTopics, mostAnswers] = [12, 15];

/** `9 Mar`: it begins with a digit, so that no platform breaks it. */
const dateForm = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** How it goes by topic, then the last answers, newest first. */
export function historyMessage(answers: readonly Past[], accuracy: Accuracy): Message {
  if (answers.length === 0) {
    const words = "Nothing yet: answer a daily question, or ask for one with /quiz.";
    return { summary: words, blocks: [heading("Your last answers"), note(text(words))] };
  }
  const last = answers.slice(0, mostAnswers);
  const rows = last.map((one) => [
    dateForm.format(one.at),
    one.asked.topicTitle,
    startOf(one.asked),
    resultWords(one),
  ]);
  const { scores, png } = accuracy;
  const byTopic: readonly Block[] = [
    heading("Your answers by topic"),
    {
      kind: "accuracy",
      rows: scores.slice(0, mostTopics),
      sentence: sentenceOf(scores),
      ...(png ? { png } : {}),
    },
  ];
  return {
    summary: `Your last ${counted(last.length, "answer")}.${scores.length > 0 ? ` ${totalOf(scores)}.` : ""}`,
    blocks: [
      ...(scores.length > 0 ? byTopic : []),
      heading("Your last answers"),
      { kind: "table", head: ["Day", "Topic", "Question", "Result"], rows },
    ],
  };
}

function sentenceOf(scores: readonly TopicScore[]): string {
  const more = scores.length - mostTopics;
  const order = scores.length > 1 ? ", the weakest topic first" : "";
  const rest = more > 0 ? ` ${counted(more, "stronger topic")} not shown.` : "";
  return `${totalOf(scores)}${order}.${rest}`;
}

function totalOf(scores: readonly TopicScore[]): string {
  const [right, answered] = [sum(scores, "right"), sum(scores, "answered")];
  return `${right} of ${counted(answered, "answer")} right (${percent(right, answered)})`;
}

const sum = (scores: readonly TopicScore[], what: "right" | "answered") =>
  scores.reduce((total, score) => total + score[what], 0);

function resultWords({ right, answer, selfGrade }: Past): string {
  if (answer?.kind === "unknown") return "did not know";
  if (answer?.kind === "shown") return selfGrade ?? "shown";
  return right === null ? "answered" : right ? "right" : "not right";
}
