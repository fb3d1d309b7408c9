import { z } from "zod";

/** Everything that a deployment may say, read once at the start. */
export type Config = {
  /** Folder or file of the notes. */
  readonly notes: string;
  /** Folder of the databases. */
  readonly data: string;
  readonly database: string;
  readonly playgroundPort: number;
  readonly logLevel: "debug" | "info" | "warn" | "error";
};

/** All faults of the environment at once, one line each, with the cure. */
export class ConfigFault extends Error {
  override readonly name = "ConfigFault";
}

const port = z.coerce
  .number("is no number: give a port between 0 and 65535")
  .int("is no port: give a whole number between 0 and 65535")
  .min(0, "is no port: give a number between 0 and 65535")
  .max(65535, "is no port: give a number between 0 and 65535");

const environment = z.object({
  CUECARD_NOTES: z.string().min(1).default("questions"),
  CUECARD_DATA: z.string().min(1).default("data"),
  CUECARD_DATABASE: z.string().min(1).optional(),
  CUECARD_PLAYGROUND_PORT: port.default(3030),
  CUECARD_LOG: z
    .enum(["debug", "info", "warn", "error"], "is none of debug, info, warn, error")
    .default("info"),
});

/** Throws ConfigFault. Empty variables count as unset, as in a copied `.env.example`. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ""),
  );
  const read = environment.safeParse(given);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new ConfigFault(`The settings cannot be used:\n  ${lines.join("\n  ")}\nSee .env.example.`);
  }
  const { data } = read;
  return {
    notes: data.CUECARD_NOTES,
    data: data.CUECARD_DATA,
    database: data.CUECARD_DATABASE ?? `${data.CUECARD_DATA}/playground.db`,
    playgroundPort: data.CUECARD_PLAYGROUND_PORT,
    logLevel: data.CUECARD_LOG,
  };
}
