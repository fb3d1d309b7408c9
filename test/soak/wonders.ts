/** Numbers in [0, 1) from a seed: Marsaglia's xorshift. */
export function diceFrom(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

/** Who is in the channel. */
export const people = Array.from({ length: 6 }, (_, at) => `Person${at}`);
/** Section `at` of the notes, with the option that is right; each may be edited by itself. */
export const question = (at: number, right: number) =>
  `## Question ${at}\n\nWhich of these is number ${at} in the list of wonders number ${at * 7}?\n\n${[0, 1, 2]
    .map((one) => `- [${one === right ? "x" : " "}] wonder ${at} ${"abc"[one]}`)
    .join("\n")}\n`;
