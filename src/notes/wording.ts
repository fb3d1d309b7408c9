/** Whether words ask for something: a question mark at the end of a sentence, or a first word that asks. */
export function asks(words: string): boolean {
  return /[?？][)\]"'”’»*_]*(?:\s|$)/.test(words) || beginsAsking(words);
}

/** Whether a heading is a sentence of a prompt and not the name of a topic. */
export function isSentence(words: string): boolean {
  if (asks(words)) return true;
  const count = countWords(words);
  return count > 14 || (count >= 4 && /[.!…][)\]"'”’»]*$/.test(words.trim()));
}

/** `Back to Top`, `↑ top`. */
export function isBackToTop(words: string): boolean {
  return (
    words.length < 40 &&
    /^\W*(?:(?:go |jump )?back to (?:the )?(?:top|contents|index|menu)|top)\W*$/i.test(words)
  );
}

/** What stands before the colon of a label, in small letters: `why`, `source`; null where it is none of ours. */
export function labelOf(words: string): Label | null {
  const head = words.slice(0, 40);
  const colon = head.search(/[:：]/);
  if (colon < 0) return null;
  return (
    labels.get(
      head
        .slice(0, colon)
        .replace(/[\s\d]+$/, "")
        .trimStart()
        .toLowerCase(),
    ) ?? null
  );
}

/**
 * How long the label is that only counts a heading: `Question 2:`, `Q2.`, `Question 2 –`, `2)`, `Question:`; 0 where
 * there is none, and where nothing else stands. `24. December` and `2.5 litres` are words of their own.
 */
export function countLabel(words: string): number {
  const match =
    /^\s*(?:(?:question|q)\s{0,3}#?\d{1,5}\s{0,3}(?:[.:)：]|[-–—])|(?:question|q)\s{0,3}[:：]|\d{1,3}\.?\))\s+(?=\S)/i.exec(
      words.slice(0, 60),
    );
  return match?.[0].length ?? 0;
}

/** The words after the label and its colon. */
export function afterLabel(words: string): string {
  return words.slice(words.search(/[:：]/) + 1).trimStart();
}

export type Label = "question" | "answer" | "why" | "source" | "prompt";

export function countWords(words: string): number {
  return words.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function beginsAsking(words: string): boolean {
  const head = words.slice(0, 80).toLowerCase();
  const [, first = "", second = ""] = /([\p{L}'’]+)(?:[^\p{L}'’]+([\p{L}'’]+))?/u.exec(head) ?? [];
  if (askingWords.has(first)) return second !== "to";
  return orders.has(first) && countWords(words) >= 2;
}

const labels: ReadonlyMap<string, Label> = new Map([
  ["question", "question"],
  ["q", "question"],
  ["answer", "answer"],
  ["correct answer", "answer"],
  ["right answer", "answer"],
  ["why", "why"],
  ["explanation", "why"],
  ["reason", "why"],
  ["rationale", "why"],
  ["source", "source"],
  ["sources", "source"],
  ["reference", "source"],
  ["references", "source"],
  ["prompt", "prompt"],
  ["scenario", "prompt"],
]);

const askingWords = new Set("what which who whom whose when where why how".split(" "));
const orders = new Set(
  "describe explain name list define compare contrast give state identify outline summarize summarise discuss".split(
    " ",
  ),
);
