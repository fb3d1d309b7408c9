/** Every press of letters that a question of so many options can bring: the sums of its non-empty sets. */
export function possiblePicks(count: number): ReadonlyMap<number, readonly number[]> {
  let sets: readonly (readonly number[])[] = [[]];
  for (let option = 0; option < count; option += 1) sets = sets.flatMap((set) => [set, [...set, option]]);
  const sum = (set: readonly number[]) => set.reduce((total, option) => total + 2 ** option, 0);
  return new Map(sets.filter((set) => set.length > 0).map((set) => [sum(set), set]));
}

/** RULES §2.6: right only if the set is exactly right. */
export function isExactly(picked: readonly number[], key: readonly number[]): boolean {
  return picked.every((option) => key.includes(option)) && key.every((option) => picked.includes(option));
}

/** RULES §3.4, minute by minute: the minutes in which nobody heard, against four hours or a quarter. */
export function outageByMinutes(
  length: number,
  beats: readonly { readonly from: number; readonly to: number }[],
): boolean {
  let deaf = 0;
  for (let minute = 0; minute < length; minute += 1) {
    const heard = beats.some(({ from, to }) => from <= minute && minute < to + 3);
    if (!heard) deaf += 1;
  }
  return deaf > 240 || deaf * 4 > length;
}
