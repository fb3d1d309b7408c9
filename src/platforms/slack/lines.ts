import { LogLevel, webApi } from "@slack/bolt";
import type { Log, SlackParts } from "./parts.js";

export type Client = InstanceType<typeof webApi.WebClient>;

/** The ways to Slack's Web API: one attempt for each call, and a 429 is handed back at once. */
export type Lines = {
  /** For what is said unasked: slow channels and long histories hold up no answer. */
  readonly posts: Client;
  /** For what somebody waits for. */
  readonly answers: Client;
};

export function openLines(parts: Pick<SlackParts, "api" | "log"> & { readonly token: string }): Lines {
  const open = (timeout: number) => new webApi.WebClient(parts.token, { ...clientOptions(parts), timeout });
  return { posts: open(10_000), answers: open(5000) };
}

/** Made anew each time: the libraries write into what they are given. */
export function clientOptions({ api, log }: Pick<SlackParts, "api" | "log">) {
  return {
    ...(api === null ? {} : { slackApiUrl: api }),
    logger: quietLogger(log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
}

/** What the libraries report: their warnings and errors, without tokens; whoever called learns of a failure anyhow. */
export function quietLogger(log: Log) {
  const warn = (...said: unknown[]) =>
    log.warn(`Slack’s library says: ${redacted(said.map(String).join(" "))}`);
  const silent = () => {};
  return {
    ...{ debug: silent, info: silent, warn, error: warn, setLevel: silent, setName: silent },
    getLevel: () => LogLevel.WARN,
  };
}

export function redacted(words: string): string {
  return words.replace(/\bx(?:ox[a-z]|app)-[\w-]+/g, "[a token]").replace(/([?&]ticket=)[^&\s]+/g, "$1[…]");
}
