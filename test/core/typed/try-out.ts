import { readFileSync } from "node:fs";
import type { Asked } from "../../../src/core/asked.js";
import { namesOf } from "../../../src/core/names.js";
import { paragraph } from "../../../src/core/prose.js";
import { type ShortAnswer, shortAnswer } from "../../../src/core/short-answer.js";
import { type Reading, readTyped } from "../../../src/core/typed.js";
import { parseTerms } from "../../../src/notes/parse-terms.js";

/** The bundled names. */
export const { terms } = parseTerms(
  { path: "terms.yaml", text: readFileSync("questions/terms.yaml", "utf8") },
  [],
);
export const names = namesOf(terms);

/** The form of a question whose right answer is the first; with others, a choice. */
export function formOf(answer: string, others: readonly string[] = []): Asked["form"] {
  if (others.length === 0) return { kind: "recall", answer: [paragraph(answer)] };
  const options = [answer, ...others].map((words, at) => ({
    body: [paragraph(words)],
    correct: at === 0,
    origin: "authored" as const,
    why: [],
  }));
  return { kind: "choice", options };
}

export function shortOf(answer: string, others: readonly string[] = []): ShortAnswer {
  const short = shortAnswer(formOf(answer, others), names);
  if (!short) throw new Error(`cannot be typed: ${answer}`);
  return short;
}

export function read(said: string, answer: string, others: readonly string[] = []): Reading {
  return readTyped(said, shortOf(answer, others), names);
}

export type Try = {
  readonly answer: string;
  readonly others: readonly string[];
  readonly said: string;
  readonly right: boolean;
};

/** The tries of a file: `= answer | other option`, then `+ right` and `- not right`. */
export function triesIn(path: string): readonly Try[] {
  const tries: Try[] = [];
  let asked: Pick<Try, "answer" | "others"> = { answer: "", others: [] };
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const said = line.slice(2);
    if (line.startsWith("= ")) {
      const [answer = "", ...others] = said.split(" | ");
      asked = { answer, others };
    } else if (/^[+-] /.test(line)) tries.push({ ...asked, said, right: line.startsWith("+") });
  }
  return tries;
}
