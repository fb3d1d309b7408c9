/** What a server on loopback has been asked: `status` 0 while a request is under way; one cut off on order stays so. */
type Asked = { readonly requests: readonly { readonly status: number; readonly ordered: boolean }[] };

/**
 * Resolves when the bot has said what it has to say: no request is under way, and over some turns of the event loop,
 * which bot and server share, none begins. An answer to a press may go on after its first message.
 */
export function quietOf({ requests }: Asked): () => Promise<void> {
  const underWay = () => requests.slice(-10).some(({ status, ordered }) => status === 0 && !ordered);
  return async () => {
    let seen = requests.length;
    for (let still = 0; still < turns; still += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      await new Promise((resolve) => setImmediate(resolve));
      if (requests.length !== seen || underWay()) still = -1;
      seen = requests.length;
    }
  };
}

const turns = 4;
