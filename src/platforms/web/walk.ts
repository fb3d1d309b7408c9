import type { WebParts } from "./parts.js";

export type Move = "hour" | "ahead";

export type Walk = {
  /** One at a time: who asks during a walk waits for its end and walks no further. */
  readonly walk: (move: Move) => Promise<void>;
  /** Resolves when no walk is under way, however it ended. */
  readonly arrived: () => Promise<void>;
};

export function createWalk(parts: Pick<WebParts, "clock" | "face" | "advance">): Walk {
  let walking: Promise<void> | undefined;
  return {
    walk(move) {
      walking ??= goalOf(move, parts)
        .then(parts.advance)
        .finally(() => {
          walking = undefined;
        });
      return walking;
    },
    async arrived() {
      while (walking) await walking.catch(() => {});
    },
  };
}

async function goalOf(move: Move, { clock, face }: Pick<WebParts, "clock" | "face">): Promise<Date> {
  switch (move) {
    case "hour":
      return new Date(clock().getTime() + 3_600_000);
    case "ahead":
      return (await face()).ahead;
  }
}
