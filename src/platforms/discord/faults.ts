import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import type { Posting, Refusal } from "../../app/platform.js";

/** Discord's number for an error; null where Discord did not answer at all. */
export function codeOf(error: unknown): number | null {
  return error instanceof DiscordAPIError ? Number(error.code) : null;
}

/** What came of a post or an edit that failed; `now` is the clock of whoever waits. */
export function postingOf(error: unknown, now: Date): Posting {
  const later = (milliseconds: number): Posting => ({
    kind: "later",
    notBefore: new Date(now.getTime() + milliseconds),
  });
  if (error instanceof RateLimitError) return later(Math.max(error.retryAfter, error.timeToReset, 1000));
  if (error instanceof HTTPError) return { kind: "doubt" };
  if (error instanceof DiscordAPIError) {
    if (error.status >= 500) return { kind: "doubt" };
    const code = Number(error.code);
    if (waits.has(code)) return later(60_000);
    const reason = error.status === 401 ? "revoked" : (reasons.get(code) ?? "not-allowed");
    return { kind: "refused", reason, detail: `${error.message} (${code})` };
  }
  if (lostToken.test(String(error))) return { kind: "refused", reason: "revoked" };
  return neverLeft.has(causeCode(error)) ? later(60_000) : { kind: "doubt" };
}

/** After a 401 the library forgets the token and sends nothing more. */
const lostToken = /Expected token to be set/;

/** The connection was not even made: nothing can have got out. */
const neverLeft: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

function causeCode(error: unknown): string {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  return typeof code === "string" ? code : cause === undefined ? "" : causeCode(cause);
}

/** Slow mode, too many new direct messages, a busy resource. */
const waits: ReadonlySet<number> = new Set([20016, 20028, 40003, 40062]);

const reasons: ReadonlyMap<number, Refusal> = new Map([
  [10003, "channel-gone"],
  [10008, "channel-gone"],
  [50083, "channel-gone"],
  [160005, "channel-gone"],
  [10004, "removed"],
  [50007, "direct-closed"],
  [50278, "direct-closed"],
  [10013, "direct-closed"],
  [50033, "direct-closed"],
  [50035, "too-long"],
  [40005, "too-long"],
]);
