import { questionId, topicId } from "../core/ids.js";
import { plainPassages } from "../core/prose.js";
import type { Question } from "../core/question.js";
import { problemAt, type Reading } from "./formats/format.js";
import { readsLikeScene } from "./formats/scenario.js";
import { slug } from "./identity.js";
import { linesOf } from "./lines.js";
import type { ReadSection } from "./outline.js";
import type { Pins } from "./pins.js";
import { type Problem, quoted } from "./problem.js";
import type { Ranker } from "./ranker.js";
import { leansOnAll, type Place, placesOf } from "./topics.js";

/** Gives every reading its topic, its id and the notes that belong to it. */
export function questionsOf(
  path: string,
  head: Pins,
  sections: readonly ReadSection[],
  rank: Ranker,
): { readonly questions: readonly Question[]; readonly problems: readonly Problem[] } {
  const { places, unasked } = placesOf(path, head.topic, sections);
  const count = sections.reduce((sum, { readings }) => sum + readings.length, 0);
  const questions = sections.flatMap((read, at) => {
    const place = places[at];
    const only = read.readings.length === 1 ? read.pins.id : undefined;
    const pinned = only ?? (count === 1 ? head.id : undefined);
    return place
      ? read.readings.map((reading) =>
          toQuestion(path, reading, placed(place, read), { pinned, all: leansOnAll(read), rank }),
        )
      : [];
  });
  return {
    questions,
    problems: [
      ...sections.flatMap((read) => pinProblems(read)),
      ...withoutLines(sections, questions),
      ...unasked.map(withoutQuestion),
    ],
  };
}

function placed(place: Place, { pins }: ReadSection): Place {
  return pins.topic === undefined ? place : { ...place, topic: topicId(pins.topic) };
}

type Hints = { readonly pinned: string | undefined; readonly all: boolean; readonly rank: Ranker };

function toQuestion(file: string, reading: Reading, place: Place, { pinned, all, rank }: Hints): Question {
  const own = linesOf(reading.notes);
  const leansOn = own.length > 0 ? own : all ? place.all : place.own;
  const { lines: notes, bestFirst } = rank(reading, leansOn, place.headings.at(-1) ?? "");
  const { start: line, end, title, prompt, form, explanation, url, from } = reading;
  return {
    id: idOf(reading, place, reading.id ?? pinned),
    topic: place.topic,
    title,
    prompt,
    form: form.kind === "recall" ? { ...form, lines: bestFirst } : form,
    explanation,
    notes,
    source: { file, line, end, headings: place.headings, ...(url === null ? {} : { url }) },
    from,
  };
}

function idOf({ title, prompt }: Reading, { topic }: Place, pinned: string | undefined) {
  if (pinned !== undefined) return questionId(pinned.includes("/") ? pinned : `${topic}/${pinned}`);
  return questionId(`${topic}/${slug(title ?? "") || slug(plainPassages(prompt)) || "question"}`);
}

function pinProblems({ section, readings, pins }: ReadSection): readonly Problem[] {
  if (pins.id === undefined || readings.length === 1) return [];
  const message = `The pinned id ${quoted(pins.id)} names one question, but here are ${readings.length}. Give each question a heading of its own.`;
  return [problemAt(section, section.start, ["warning", "pin"], message)];
}

/** Recall questions that no line of notes can answer: one problem a section. */
function withoutLines(sections: readonly ReadSection[], questions: readonly Question[]): readonly Problem[] {
  const bare = new Set(
    questions.flatMap(({ form, from, source }) =>
      from === "recall list" && form.kind === "recall" && form.answer === null && form.lines.length === 0
        ? [source.line]
        : [],
    ),
  );
  return sections.flatMap(({ section, readings }) => {
    const hit = readings.find(({ start }) => bare.has(start));
    if (!hit) return [];
    const message =
      "No notes answer the questions here, so no answer is known. Write notes under the topic's heading, or `Answer:` under each question.";
    return [problemAt(section, hit.start, ["warning", "no-answer"], message)];
  });
}

function withoutQuestion({ section, rest: [first] }: ReadSection): Problem {
  if (section.headings.length > 0 && first?.kind === "quote" && readsLikeScene(first)) {
    const message =
      "This quotation reads like a scene, but it asks nothing and has no answer, so it is no question. Write its answer in italics in the paragraph under it; what is only quoted stands below the notes.";
    return problemAt(section, first.start, ["warning", "no-answer"], message);
  }
  const name = section.words === "" ? "The beginning of the file" : quoted(section.words);
  const message = `${name} holds notes but no question asks for them. Add \`### Questions\` with a list, or leave it as it is.`;
  return problemAt(section, section.start, ["info", "no-question"], message);
}
