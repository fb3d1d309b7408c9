import { isRecord, recordIn, recordsIn, stringIn } from "./json.js";

/** What the app declared; null: no manifest was given, and everything is declared. */
export type Manifest = {
  readonly commands: readonly string[] | null;
  readonly events: readonly string[] | null;
  readonly scopes: readonly string[] | null;
  /** Where Slack may send people back to after an installation. */
  readonly redirects: readonly string[] | null;
  readonly messagesTab: boolean;
  readonly homeTab: boolean;
  readonly interactive: boolean;
  /** Tokens run out, and are to be renewed. */
  readonly rotates: boolean;
};

export const everyScope = [
  "app_mentions:read",
  "channels:history",
  "channels:read",
  "chat:write",
  "commands",
  "files:write",
  "groups:history",
  "groups:read",
  "im:history",
  "im:read",
  "im:write",
  "usergroups:read",
  "users:read",
] as const;

/** Reads an app manifest as Slack's own page does, as far as this server goes. */
export function readManifest(manifest: unknown): Manifest {
  if (!isRecord(manifest)) {
    const all = { messagesTab: true, homeTab: true, interactive: true, rotates: false };
    return { commands: null, events: null, scopes: null, redirects: null, ...all };
  }
  const features = recordIn(manifest.features);
  const settings = recordIn(manifest.settings);
  const home = recordIn(features.app_home);
  const oauth = recordIn(manifest.oauth_config);
  return {
    commands: recordsIn(features.slash_commands).map(({ command }) => stringIn(command)),
    events: strings(recordIn(settings.event_subscriptions).bot_events),
    scopes: strings(recordIn(oauth.scopes).bot),
    redirects: strings(oauth.redirect_urls),
    messagesTab: home.messages_tab_enabled === true && home.messages_tab_read_only_enabled === false,
    homeTab: home.home_tab_enabled === true,
    interactive: recordIn(settings.interactivity).is_enabled === true,
    rotates: settings.token_rotation_enabled === true,
  };
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(stringIn) : [];
}
