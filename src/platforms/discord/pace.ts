/** Waits for its turn; what a person waits for goes before what is said unasked. */
export type Pace = (lane: "person" | "clock") => Promise<void>;

/**
 * Turns with an equal gap between them. The library sends a second's worth at once, and on a busy machine two such
 * bursts can fall into one of Discord's seconds; after a pause nothing is made up for.
 */
export function openPace(gap: number): Pace {
  const lanes = { person: [] as (() => void)[], clock: [] as (() => void)[] };
  let running = false;
  const next = (): void => {
    const turn = lanes.person.shift() ?? lanes.clock.shift();
    running = turn !== undefined;
    if (!turn) return;
    setTimeout(next, gap);
    turn();
  };
  return (lane) =>
    new Promise((resolve) => {
      lanes[lane].push(resolve);
      if (!running) next();
    });
}
