import { questionId } from "../core/ids.js";
import { plainPassages } from "../core/prose.js";
import type { Question } from "../core/question.js";
import { fingerprint } from "../core/seed.js";

/** Small letters, digits and hyphens of any script, at most 64 characters, cut between words. */
export function slug(words: string): string {
  const plain = words.slice(0, 160).normalize("NFKC").toLowerCase().replace(/['’]/g, "");
  let clean = "";
  for (const [word] of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    clean += clean === "" ? word : `-${word}`;
    if (clean.length > longest) break;
  }
  if (clean.length <= longest) return clean;
  const cut = clean.slice(0, longest + 1).lastIndexOf("-");
  return clean.slice(0, cut > 20 ? cut : longest);
}

/** `AWS/Object Storage.md` → `aws/object-storage`. */
export function slugPath(path: string): string {
  return path
    .split("/")
    .map(slug)
    .filter((part) => part !== "")
    .join("/");
}

/** A file's path without its ending. */
export function withoutEnding(path: string): string {
  return path.replace(/\.(?:md|markdown|txt)$/i, "");
}

/**
 * Questions that would share an id get a fingerprint of prompt and answer, each of them: so the id of one does not hang
 * on which stands first.
 */
export function nameApart(questions: readonly Question[]): readonly Question[] {
  const times = new Map<string, number>();
  for (const { id } of questions) times.set(id, (times.get(id) ?? 0) + 1);
  return questions.map((question) =>
    (times.get(question.id) ?? 0) > 1
      ? { ...question, id: questionId(`${question.id}-${fingerprint(wholeText(question)).slice(0, 6)}`) }
      : question,
  );
}

const longest = 64;

function wholeText({ prompt, form, topic }: Question): string {
  const answers =
    form.kind === "choice"
      ? form.options.map((option) => `${option.correct ? "+" : "-"}${plainPassages(option.body)}`)
      : [form.answer ? plainPassages(form.answer) : ""];
  return [topic, plainPassages(prompt), ...answers].join("\n");
}
