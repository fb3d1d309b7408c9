import type { Bank } from "../core/bank.js";
import type { Channel } from "../core/channel.js";
import { lookUpTopics } from "../core/chosen-topics.js";
import { lostTopicsMessage } from "../views/daily-topics.js";
import type { App } from "./app.js";
import { tellKeeper } from "./tell-keeper.js";

/** Banks that every channel was looked through for: each needs it once. */
const lookedThrough = new WeakSet<Bank>();

/** After the notes were taken over: channels with topics that are gone. Their keepers are told once of the same ones. */
export async function lostTopics(
  app: App,
): Promise<readonly { readonly channel: Channel; readonly tell: () => Promise<void> }[]> {
  const bank = app.bank.now;
  if (lookedThrough.has(bank)) return [];
  lookedThrough.add(bank);
  return (await app.store.channels()).flatMap((channel) => {
    const chosen = lookUpTopics(bank, channel.schedule?.topics ?? []);
    const gone = chosen.filter(({ kind }) => kind === "gone").map(({ id }) => id);
    if (gone.length === 0) return [];
    const cause = `lost topics ${gone.join(" ")}`;
    return [{ channel, tell: () => tellKeeper(app, channel, cause, lostTopicsMessage(channel, chosen)) }];
  });
}
