import type { WebParts } from "./parts.js";

export type Move = "hour" | "ahead";

/** One walk at a time: who asks during a walk waits for its end and walks no further. */
export function createWalk(
  parts: Pick<WebParts, "clock" | "face" | "advance">,
): (move: Move) => Promise<void> {
  let walking: Promise<void> | undefined;
  return (move) => {
    walking ??= goalOf(move, parts)
      .then(parts.advance)
      .finally(() => {
        walking = undefined;
      });
    return walking;
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
