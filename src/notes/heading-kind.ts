/**
 * What a heading says of the text under it, where it names no topic. `questions` stands over recall questions or over
 * questions of any kind; `number` is `Question 12`, which changes when a question is put in before it.
 */
export type HeadingKind = "questions" | "part" | "contents" | "to-do" | "number";

/** The kind of a heading by its words; null where it names a topic or asks something. */
export function headingKind(words: string): HeadingKind | null {
  if (words.length > 40) return null;
  if (/^(?:(?:question|q|no|nr|#)[\s.:#]*)?\d{1,5}[.:)]?$/i.test(words.trim())) return "number";
  const name = words.toLowerCase().replace(/[^\p{L}&]+/gu, " ");
  return kinds.get(name.trim()) ?? null;
}

const named: Readonly<Record<Exclude<HeadingKind, "number">, string>> = {
  questions:
    "questions|question|quiz|self test|test yourself|check yourself|questions and answers|questions answers|" +
    "questions & answers|q&a|q & a|faq|" +
    "practice|review|recall|study|sample|quiz|test|exam|mock|example|interview"
      .split("|")
      .map((word) => `${word} questions|${word} question|${word} questions and answers`)
      .join("|"),
  part:
    "notes|note|answer|answers|correct answer|explanation|explanations|solution|solutions|options|choices|scenario|" +
    "key points|summary|overview|details|references|resources|links",
  contents: "contents|table of contents|toc|index|on this page|in this file",
  "to-do":
    "todo|to do|todos|to dos|to do list|todo list|tasks|task list|checklist|progress|roadmap|plan|study plan|done|status",
};

const kinds: ReadonlyMap<string, HeadingKind> = new Map(
  (Object.keys(named) as (keyof typeof named)[]).flatMap((kind) =>
    named[kind].split("|").map((name) => [name, kind]),
  ),
);
