import { webApi } from "@slack/bolt";
import type { Posting, Refusal } from "../../app/platform.js";

/** Slack's own word for a refusal; null where it did not answer, or not with a word. */
export function wordOf(error: unknown): string | null {
  if (error instanceof webApi.WebAPIPlatformError && /^[a-z_]{3,60}$/.test(error.data.error))
    return error.data.error;
  return null;
}

/** Milliseconds that Slack asks to wait; null where it does not. */
export function waitOf(error: unknown): number | null {
  if (error instanceof webApi.WebAPIRateLimitedError) return Math.max(1, error.retryAfter) * 1000;
  return wordOf(error) === "ratelimited" ? aMinute : null;
}

/** What came of a post or an edit that failed; `now` is the clock of whoever waits. */
export function postingOf(error: unknown, now: Date): Posting {
  const later = (milliseconds: number): Posting => ({
    kind: "later",
    notBefore: new Date(now.getTime() + milliseconds),
  });
  const wait = waitOf(error);
  if (wait !== null) return later(wait);
  const word = wordOf(error);
  if (word !== null) {
    if (unsure.has(word)) return { kind: "doubt" };
    if (waits.has(word)) return later(aMinute);
    return { kind: "refused", reason: reasons.get(word) ?? "not-allowed", detail: detailOf(word) };
  }
  if (error instanceof webApi.WebAPIHTTPError && error.statusCode < 500) return later(aMinute);
  return neverLeft.has(causeCode(error)) ? later(aMinute) : { kind: "doubt" };
}

const aMinute = 60_000;

/** Some of it may have been done. */
const unsure: ReadonlySet<string> = new Set(["fatal_error", "internal_error"]);

const waits: ReadonlySet<string> = new Set([
  ...["service_unavailable", "request_timeout", "team_added_to_org", "rate_limited"],
  ...["message_limit_exceeded", "accesslimited"],
]);

const reasons: ReadonlyMap<string, Refusal> = new Map([
  ...named("channel-gone", "channel_not_found", "is_archived", "message_not_found", "thread_not_found"),
  ...named("revoked", "token_revoked", "token_expired", "invalid_auth", "not_authed", "account_inactive"),
  ...named("removed", "team_access_not_granted", "app_not_installed"),
  ...named("direct-closed", "user_not_found", "users_not_found", "user_not_visible", "user_disabled"),
  ...named("direct-closed", "cannot_dm_bot", "messages_tab_disabled", "not_in_dm", "cant_dm_bot"),
  ...named("too-long", "msg_too_long", "msg_blocks_too_long", "invalid_blocks", "invalid_blocks_format"),
]);

function named(reason: Refusal, ...words: readonly string[]): readonly (readonly [string, Refusal])[] {
  return words.map((word) => [word, reason]);
}

function detailOf(word: string): string {
  const cure = cures.get(word);
  return cure === undefined ? word : `${word}: ${cure}`;
}

const cures: ReadonlyMap<string, string> = new Map([
  ["not_in_channel", "type /invite @Cuecard in the channel."],
  [
    "channel_not_found",
    "the channel is gone, or private and the bot is not in it: type /invite @Cuecard in it.",
  ],
  ["restricted_action", "the workspace’s settings let the app post there no more."],
  ["missing_scope", "update the app from its manifest and install it again."],
  ["file_uploads_disabled", "an admin has switched off that files are sent in this workspace."],
  ["storage_limit_reached", "the workspace’s room for files is used up."],
  ["messages_tab_disabled", "switch the Messages tab on, under App Home in the app’s settings."],
]);

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
  const { code, original, cause } = (error ?? {}) as {
    readonly code?: unknown;
    readonly original?: unknown;
    readonly cause?: unknown;
  };
  if (typeof code === "string" && neverLeft.has(code)) return code;
  const inner = original ?? cause;
  return inner === undefined ? "" : causeCode(inner);
}
