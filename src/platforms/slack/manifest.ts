import { commandList } from "../../core/command.js";
import { umbrella } from "./commands.js";
import { path, redirectPath } from "./http.js";
import { prefixOf } from "./prefix.js";
import { events, scopes } from "./scopes.js";

/** `prefix`: `acme` makes `/acme-quiz`. `url`: where the bot can be reached in HTTP mode; left out, Socket Mode. */
export type ManifestWishes = { readonly prefix?: string; readonly url?: string };

/** The app as Slack is told of it, from the same list of commands that the bot answers. */
export function slackManifest({ prefix = "", url }: ManifestWishes = {}) {
  const before = prefixOf(prefix);
  const address = url === undefined ? {} : { url: addressIn(url) };
  const request = url === undefined ? {} : { request_url: addressIn(url) };
  const command = (name: string, about: { description: string; usage_hint?: string }) => ({
    command: `/${name}`,
    ...address,
    ...about,
    should_escape: true,
  });
  return {
    display_information: {
      name: "Cuecard",
      description: "One good question a day, from your team’s own notes",
      background_color: "#1f3a5f",
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: "Cuecard", always_online: true },
      slash_commands: [
        ...commandList.map(({ name, about, usage }) =>
          command(`${before}${name}`, { description: about, ...hintOf(usage) }),
        ),
        command(umbrella, {
          description: "All commands of Cuecard, where another app holds their names",
          usage_hint: "quiz | practice | streak | leaderboard | daily | help",
        }),
      ],
    },
    oauth_config: {
      ...(url === undefined ? {} : { redirect_urls: [`${baseOf(url)}${redirectPath}`] }),
      scopes: { bot: scopes.map(({ name }) => name) },
    },
    settings: {
      event_subscriptions: { ...request, bot_events: [...events] },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}

/** The same as YAML, to be pasted at api.slack.com/apps, each scope with its reason. */
export function slackManifestText(wishes: ManifestWishes = {}): string {
  const reasons = new Map(scopes.map(({ name, why }) => [name, why]));
  return `${yaml(slackManifest(wishes), "", reasons).join("\n")}\n`;
}

/** Slack’s limit is a thousand; a hint that long is none. */
const longestHint = 100;

/** None where there is nothing to add: Slack takes no empty one. */
function hintOf(usage: readonly string[]): { readonly usage_hint?: string } {
  const lines = usage.filter((line) => line !== "").map((line) => line.replaceAll("…", "..."));
  const hint = lines.join(" | ");
  if (hint === "") return {};
  const isLong = hint.length > longestHint;
  return { usage_hint: isLong ? `${hint.slice(0, longestHint - 3).trimEnd()}...` : hint };
}

const addressIn = (url: string) => `${baseOf(url)}${path}`;

/** Also where the whole address was given. */
function baseOf(url: string): string {
  return url.replace(/\/+$/, "").replace(new RegExp(`${path}$`), "");
}

function yaml(value: object, indent: string, reasons: ReadonlyMap<string, string>): readonly string[] {
  return Object.entries(value).flatMap(([name, held]): readonly string[] => {
    if (Array.isArray(held))
      return [`${indent}${name}:`, ...held.flatMap((one) => item(one, `${indent}  `, reasons))];
    if (typeof held === "object") return [`${indent}${name}:`, ...yaml(held, `${indent}  `, reasons)];
    return [`${indent}${name}: ${JSON.stringify(held)}`];
  });
}

function item(one: unknown, indent: string, reasons: ReadonlyMap<string, string>): readonly string[] {
  if (typeof one === "object" && one !== null) {
    const [first = "", ...rest] = yaml(one, `${indent}  `, reasons);
    return [`${indent}- ${first.trimStart()}`, ...rest];
  }
  const why = reasons.get(String(one));
  return [`${indent}- ${JSON.stringify(one)}${why === undefined ? "" : ` # ${why}`}`];
}
