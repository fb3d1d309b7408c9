/** A line of the board before it has a place. */
export type Line = {
  readonly name: string;
  readonly answered: number;
  readonly graded: number;
  readonly right: number;
  readonly due: number;
};

/**
 * RULES §4 in whole numbers: a place is one more than the number of members who are strictly better. Fractions are
 * compared crosswise, so nothing is rounded.
 */
export function placesByCounting(lines: readonly Line[], rounds: number): readonly number[] {
  return lines.map((mine) => 1 + lines.filter((other) => isBetter(other, mine, rounds)).length);
}

function isBetter(one: Line, other: Line, rounds: number): boolean {
  const weight = ({ due }: Line) => Math.max(due, rounds < 5 ? rounds : 5, 1);
  const [left, right] = [one.answered * weight(other), other.answered * weight(one)];
  if (left !== right) return left > right;
  return one.right * (other.graded || 1) > other.right * (one.graded || 1);
}
