import { randomBytes } from "node:crypto";
import type { InstallURLOptions, StateStore } from "@slack/bolt";

/** How long somebody may take to consent, in milliseconds. */
export const consentTime = 10 * 60_000;

/** So many may be under way at once; the oldest are forgotten first. */
const most = 10_000;

/** What shows that who comes back from Slack set out here: good once, for a short time, forgotten by a restart. */
export function openStates(clock: () => Date): StateStore {
  const under = new Map<string, { readonly at: number; readonly options: InstallURLOptions }>();
  return {
    async generateStateParam(options) {
      const state = randomBytes(24).toString("base64url");
      under.set(state, { at: clock().getTime(), options });
      const [oldest] = under.keys();
      if (under.size > most && oldest !== undefined) under.delete(oldest);
      return state;
    },
    async verifyStateParam(_, state) {
      const found = under.get(state);
      under.delete(state);
      if (!found || Math.abs(clock().getTime() - found.at) > consentTime) throw new SpentState();
      return found.options;
    },
  };
}

/** It was used before, came too late, or is none of ours. */
class SpentState extends Error {
  override readonly name = "SpentState";
  /** As the library calls it. */
  readonly code = "slack_oauth_invalid_state";
}
