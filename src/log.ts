import { pino } from "pino";
import type { Log } from "./app/app.js";

/** Readable in a terminal, one JSON object a line otherwise. Nothing secret passes: causes are cut to their words. */
export function makeLog(level: string, toTerminal: boolean): Log {
  const options = { level, base: null };
  const out = toTerminal
    ? pino({
        ...options,
        transport: {
          target: "pino-pretty",
          options: { ignore: "pid,hostname", translateTime: "SYS:HH:MM:ss" },
        },
      })
    : pino(options);
  return {
    info: (words, about) => out.info(clean(about), redact(words)),
    warn: (words, about) => out.warn(clean(about), redact(words)),
    error: (words, cause) => out.error({ cause: redact(describe(cause)) }, redact(words)),
  };
}

const secrets =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|Bot [\w.-]{20,}|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|(?<=(?:token|secret|password)["']?[=:]\s?["']?)[^\s"'&]+/gi;

/** Tokens of Slack and Discord, and whatever stands behind a word such as `token=`. */
export function redact(words: string): string {
  return words.replace(secrets, "[secret]");
}

function clean(about: object | undefined): object {
  return about ? (JSON.parse(redact(JSON.stringify(about))) as object) : {};
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const under = cause.cause === undefined ? "" : `\n  because: ${describe(cause.cause)}`;
  return `${cause.stack ?? cause.message}${under}`;
}
