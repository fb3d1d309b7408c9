import { hour } from "./calendar.js";

/** A stretch of time, in instants. */
export type Stretch = { readonly from: Date; readonly to: Date };

/** Two heartbeats this far apart still touch: a tick comes each minute and may be late. */
export const beatReach = 3 * 60_000;

/**
 * Whether the bot was deaf for too long of a round's open time: more than four hours, or a quarter of it where that
 * is less. `beats` are stretches in which the platform was really connected.
 */
export function isOutage(open: Stretch, beats: readonly Stretch[]): boolean {
  const length = open.to.getTime() - open.from.getTime();
  return length - covered(open, beats) > Math.min(4 * hour, length / 4);
}

function covered(open: Stretch, beats: readonly Stretch[]): number {
  const sorted = [...beats].sort((a, b) => a.from.getTime() - b.from.getTime());
  let [sum, at] = [0, open.from.getTime()];
  for (const beat of sorted) {
    const from = Math.max(at, beat.from.getTime());
    const to = Math.min(open.to.getTime(), beat.to.getTime() + beatReach);
    if (to <= from) continue;
    sum += to - from;
    at = to;
  }
  return sum;
}
