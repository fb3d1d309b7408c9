import type { Picks } from "./question.js";

/** `B`, `(b)`, `b)`, `a, c`, `A and C`, `ac`: indexes of the letters; null where there is any other word. */
export function lettersIn(said: string): readonly number[] | null {
  const words = said.normalize("NFKC").trim().toLowerCase();
  const parts = words.split(/[\s,;+&/]+/).filter((part) => part !== "" && part !== "and");
  const bare = parts.map((part) => /^\(?([a-z])[).:]*$/.exec(part)?.[1]);
  const together = parts.length === 1 && bare[0] === undefined && /^[a-h]{2,4}$/.test(parts[0] ?? "");
  const letters = together ? [...(parts[0] ?? "")] : bare;
  if (letters.length === 0 || letters.length > 26) return null;
  const found = letters.filter((one) => one !== undefined);
  return found.length === letters.length ? found.map((one) => one.charCodeAt(0) - 97) : null;
}

/** Typed letters as a set of picks; null where they name none of so many options. */
export function readLetters(words: string, options: number): Picks | null {
  const letters = lettersIn(words);
  if (!letters || letters.some((at) => at >= options)) return null;
  return letters.reduce((picks, at) => picks | (1 << at), 0);
}
