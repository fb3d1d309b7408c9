import { z } from "zod";

/** Everything that a deployment may say, read once at the start. */
export type Config = {
  /** Folder or file of the notes. */
  readonly notes: string;
  /** Where the notes' folder can be read on the web; null: nowhere. */
  readonly notesAddress: string | null;
  /** Folder of the databases. */
  readonly data: string;
  readonly database: string;
  /** The playground's own, never the bot's. */
  readonly playgroundDatabase: string;
  readonly playgroundPort: number;
  /** Absent: no Discord. */
  readonly discord: { readonly token: string; readonly api: string | null } | null;
  /** Absent: no Slack. */
  readonly slack: SlackConfig | null;
  /** Workspaces that are served (`discord:4411`, `slack:T024`); null: all. */
  readonly workspaces: ReadonlySet<string> | null;
  /** Beside a real platform the playground opens only when it is asked for. */
  readonly playground: boolean;
  readonly logLevel: "debug" | "info" | "warn" | "error";
};

export type SlackConfig = {
  /** Null: only the workspaces that install the app by themselves. */
  readonly token: string | null;
  /** Socket Mode, which needs no public address; or a port that Slack is pointed at, where workspaces may install. */
  readonly door:
    | { readonly kind: "socket"; readonly appToken: string }
    | {
        readonly kind: "http";
        readonly signingSecret: string;
        readonly port: number;
        readonly oauth: {
          readonly clientId: string;
          readonly clientSecret: string;
          readonly secret: string;
        } | null;
      };
  readonly api: string | null;
  /** `study` where the manifest makes `/study-quiz` of `/quiz`; empty for none. */
  readonly prefix: string;
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
  CUECARD_NOTES_URL: z.url("is no web address, such as https://github.com/team/notes/blob/main").optional(),
  CUECARD_DATA: z.string().min(1).default("data"),
  CUECARD_DATABASE: z.string().min(1).optional(),
  CUECARD_PLAYGROUND_PORT: port.default(3030),
  CUECARD_PLAYGROUND: z.enum(["yes", "no"], "is neither yes nor no").optional(),
  CUECARD_WORKSPACES: z.string().optional(),
  DISCORD_TOKEN: z
    .string()
    .min(20, "is too short for a bot token: copy it whole from the Bot page")
    .optional(),
  DISCORD_API: z.url("is no web address, such as http://localhost:4000/api").optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith("xoxb-", "does not begin with xoxb-: copy the Bot User OAuth Token")
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith("xapp-", "does not begin with xapp-: copy the App-Level Token")
    .optional(),
  SLACK_SIGNING_SECRET: z.string().min(16, "is too short: copy the Signing Secret whole").optional(),
  SLACK_PORT: port.default(3000),
  SLACK_CLIENT_ID: z
    .string()
    .regex(
      /^\d+\.\d+$/,
      "is no client id, such as 1234.5678: copy it from Basic Information › App Credentials",
    )
    .optional(),
  SLACK_CLIENT_SECRET: z.string().min(16, "is too short: copy the Client Secret whole").optional(),
  CUECARD_SECRET: z
    .string()
    .min(32, "is too short: make one of 32 characters or more with openssl rand -hex 32")
    .optional(),
  SLACK_COMMAND_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]{1,18}$/, "is no word that commands can begin with: up to 18 of a-z, 0-9 and -")
    .default(""),
  SLACK_API: z.url("is no web address, such as http://localhost:4000/api/").optional(),
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
  const faults = [
    ...(read.error?.issues ?? []).map((issue) => `${issue.path.join(".")} ${issue.message}`),
    ...slackFaults((name) => given[name] !== undefined),
  ];
  if (!read.success || faults.length > 0) {
    throw new ConfigFault(`The settings cannot be used:\n  ${faults.join("\n  ")}\nSee .env.example.`);
  }
  const { data } = read;
  const discord = data.DISCORD_TOKEN ? { token: data.DISCORD_TOKEN, api: data.DISCORD_API ?? null } : null;
  const slack = readSlack(data);
  const real = discord !== null || slack !== null;
  const database = data.CUECARD_DATABASE ?? `${data.CUECARD_DATA}/${real ? "cuecard" : "playground"}.db`;
  return {
    notes: data.CUECARD_NOTES,
    notesAddress: data.CUECARD_NOTES_URL ?? null,
    data: data.CUECARD_DATA,
    database,
    playgroundDatabase: real ? `${data.CUECARD_DATA}/playground.db` : database,
    playgroundPort: data.CUECARD_PLAYGROUND_PORT,
    discord,
    slack,
    workspaces: data.CUECARD_WORKSPACES
      ? new Set(data.CUECARD_WORKSPACES.split(/[\s,]+/).filter(Boolean))
      : null,
    playground: data.CUECARD_PLAYGROUND ? data.CUECARD_PLAYGROUND === "yes" : !real,
    logLevel: data.CUECARD_LOG,
  };
}

/** A token alone is half of it: Slack must know how to reach us. And what is installed must be sealed. */
function slackFaults(has: (name: keyof z.infer<typeof environment>) => boolean): readonly string[] {
  const missing = (name: Parameters<typeof has>[0], more: string) =>
    has(name) ? [] : [`${name} is missing${more}`];
  if (has("SLACK_CLIENT_ID") || has("SLACK_CLIENT_SECRET")) {
    const page = "copy it from Basic Information › App Credentials";
    return [
      ...missing("SLACK_CLIENT_ID", ` beside SLACK_CLIENT_SECRET: ${page}`),
      ...missing("SLACK_CLIENT_SECRET", ` beside SLACK_CLIENT_ID: ${page}`),
      ...missing("SLACK_SIGNING_SECRET", `: workspaces install the app over HTTP alone; ${page}`),
      ...missing(
        "CUECARD_SECRET",
        ": it seals their tokens. Make one with openssl rand -hex 32, and keep it",
      ),
    ];
  }
  const door = has("SLACK_APP_TOKEN") || has("SLACK_SIGNING_SECRET");
  if (door) return missing("SLACK_BOT_TOKEN", " beside the other Slack settings");
  const lonely =
    "SLACK_BOT_TOKEN needs SLACK_APP_TOKEN beside it (Socket Mode), or SLACK_SIGNING_SECRET (HTTP mode)";
  return has("SLACK_BOT_TOKEN") ? [lonely] : [];
}

function readSlack(data: z.infer<typeof environment>): SlackConfig | null {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret, CUECARD_SECRET: secret } = data;
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = data;
  const { SLACK_API: api = null, SLACK_COMMAND_PREFIX: prefix } = data;
  const common = { token: data.SLACK_BOT_TOKEN ?? null, api, prefix };
  if (signingSecret) {
    const oauth = clientId && clientSecret && secret ? { clientId, clientSecret, secret } : null;
    return { ...common, door: { kind: "http", signingSecret, port: data.SLACK_PORT, oauth } };
  }
  return appToken ? { ...common, door: { kind: "socket", appToken } } : null;
}
