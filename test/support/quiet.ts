/** What a server on loopback has been asked: `status` 0 while a request is under way; one cut off on order stays so. */
type Asked = { readonly requests: readonly { readonly status: number; readonly ordered: boolean }[] };

/** Resolves when the bot has said what it has to say. */
export function quietOf({ requests }: Asked): () => Promise<void> {
  return stillness({
    count: () => requests.length,
    underWay: () => requests.slice(-10).some(({ status, ordered }) => status === 0 && !ordered),
  });
}

/**
 * Resolves when no request is under way, and over some turns of the event loop, which bot and server share, none
 * begins. An answer to a press may go on after its first message.
 */
export function stillness(server: { readonly count: () => number; readonly underWay: () => boolean }) {
  return async (): Promise<void> => {
    let seen = server.count();
    for (let still = 0; still < turns; still += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      await new Promise((resolve) => setImmediate(resolve));
      if (server.count() !== seen || server.underWay()) still = -1;
      seen = server.count();
    }
  };
}

const turns = 4;
