import type { TopicScore, YearDay } from "./message.js";

/** A row of squares with the words that say the same before it, for where no picture can go. */
export type Squares = { readonly words: string; readonly squares: string };

/** The newest days, oldest first; as many as a phone shows in a line. */
export function yearSquares(days: readonly YearDay[], most = 14): Squares {
  const last = days.slice(-most).map(squareOf);
  const told = meanings.flatMap(([square, word]) => {
    const count = last.filter((one) => one === square).length;
    return count > 0 ? [`${count} ${word} ${square}`] : [];
  });
  const head = last.length === 1 ? "The last day" : `The last ${last.length} days`;
  return last.length === 0
    ? { words: "", squares: "" }
    : { words: `${head}: ${told.join(", ")}`, squares: last.join("") };
}

/** One topic: `AWS › EFS: 3 of 7 right (43 %)` and five squares, as many of them green. */
export function topicSquares({ label, right, answered }: TopicScore): Squares {
  const share = answered === 0 ? 0 : Math.min(1, right / answered);
  const green = Math.round(5 * share);
  return {
    words: `${label}: ${right} of ${answered} right (${Math.round(100 * share)}\u00a0%)`,
    squares: "🟩".repeat(green) + "⬜".repeat(5 - green),
  };
}

const meanings = [
  ["🟩", "right"],
  ["🟨", "answered"],
  ["🟦", "frozen"],
  ["🟥", "missed"],
  ["🔲", "open"],
  ["🟪", "away"],
  ["⬜", "with nothing asked"],
] as const;

function squareOf({ state, right }: YearDay): (typeof meanings)[number][0] {
  switch (state) {
    case "answered":
      return right ? "🟩" : "🟨";
    case "frozen":
      return "🟦";
    case "missed":
      return "🟥";
    case "open":
      return "🔲";
    case "away":
      return "🟪";
    case "no question":
    case "rest":
    case "date off":
    case "outage":
      return "⬜";
  }
}
