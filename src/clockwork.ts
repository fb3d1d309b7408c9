import { schedule } from "node-cron";
import type { Clock, Log } from "./app/app.js";

export type Clockwork = { stop(): Promise<void> };

/**
 * Wakes us every minute, in UTC; what is due the database knows. Never two ticks at once, and a tick that fails is
 * logged and the next one comes.
 */
export function startClockwork(parts: {
  readonly clock: Clock;
  readonly log: Log;
  readonly tick: (now: Date) => Promise<void>;
  /** Every second, for counts of answers. */
  readonly beat: (now: Date) => Promise<void>;
}): Clockwork {
  const { clock, log, tick, beat } = parts;
  const minutely = once(
    () => tick(clock()),
    (cause) => log.error("a tick failed", cause),
  );
  const secondly = once(
    () => beat(clock()),
    (cause) => log.error("a count could not be shown", cause),
  );
  const task = schedule("* * * * *", minutely.run, {
    timezone: "UTC",
    noOverlap: true,
    missedExecutionTolerance: 50_000,
    suppressMissedWarning: true,
  });
  const timer = setInterval(secondly.run, 1000);
  return {
    stop: async () => {
      clearInterval(timer);
      await task.destroy();
      await Promise.all([minutely.done(), secondly.done()]);
    },
  };
}

/** Work that is left out while the one before still runs. */
function once(work: () => Promise<void>, failed: (cause: unknown) => void) {
  let running: Promise<void> | null = null;
  return {
    run: () => {
      running ??= work()
        .catch(failed)
        .finally(() => {
          running = null;
        });
      return running;
    },
    done: async () => {
      await running;
    },
  };
}
