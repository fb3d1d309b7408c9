import { screenOf, type World } from "./world.js";

/** Waits until the app is done with what a person did, as far as that can be seen from outside. */
export class Calm {
  /** Real milliseconds that an act waits for something to appear; 0: it ends with the acknowledgement. */
  linger = 250;
  /** Real milliseconds of quiet on the person's screen after something appeared. */
  quiet = 12;
  private readonly world: World;
  private readonly inFlight: () => number;

  constructor(world: World, inFlight: () => number) {
    this.world = world;
    this.inFlight = inFlight;
  }

  /** `before`: how much the person had been shown when the act began. */
  async settled(person: string, before: number): Promise<void> {
    const start = performance.now();
    while (this.linger > 0 && !this.isOver(person, before, start)) await pause(4);
  }

  /** Waits for what must come true within so many real milliseconds. */
  async until(holds: () => boolean, within = 5000): Promise<void> {
    const start = performance.now();
    while (!holds()) {
      if (performance.now() - start > within) throw new Error(`not within ${within} ms: ${holds}`);
      await pause(3);
    }
  }

  private isOver(person: string, before: number, start: number): boolean {
    const screen = screenOf(this.world, person);
    const now = performance.now();
    if (screen.shown > before && now - screen.shownAt >= this.quiet) return true;
    return (this.inFlight() === 0 && now - start >= this.linger) || now - start > 10_000;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
