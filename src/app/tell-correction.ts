import type { Correction } from "../store/store.js";
import { correctionMessage } from "../views/correction.js";
import type { App } from "./app.js";
import { tellChannel } from "./tell-keeper.js";

/** Says in a channel, once, that a key which it was shown is corrected. */
export async function tellCorrection(app: App, correction: Correction): Promise<void> {
  const { key, channel } = correction;
  await tellChannel(app, { key, channel, message: correctionMessage(correction) });
  await app.store.settleCorrection(key);
}
