import type { Json } from "./json.js";
import { type Caller, type Method, text } from "./method.js";
import { Refusal } from "./refusal.js";
import { newSecret, type Team, type World } from "./world.js";

/** `socketUrl` gives an address that one connection may use once. */
export function appMethods(socketUrl: () => string): Readonly<Record<string, Method>> {
  return {
    "apps.connections.open": {
      token: "app",
      tier: 4,
      required: [],
      optional: [],
      scopes: () => [],
      run: () => ({ ok: true, url: socketUrl() }),
    },
    "oauth.v2.access": {
      token: "none",
      tier: 4,
      required: ["code"],
      optional: ["client_id", "client_secret", "redirect_uri", "grant_type", "refresh_token"],
      scopes: () => [],
      run: access,
    },
    "auth.revoke": {
      token: "bot",
      tier: 3,
      required: [],
      optional: ["test"],
      scopes: () => [],
      run: (caller) => {
        takeAway(caller.world, caller.team, "revoked");
        caller.emit(caller.team, revokedEvent(caller.team));
        return { ok: true, revoked: true };
      },
    },
    "apps.uninstall": {
      token: "bot",
      tier: 1,
      required: ["client_id", "client_secret"],
      optional: [],
      scopes: () => [],
      run: uninstall,
    },
    "api.test": {
      token: "none",
      tier: 4,
      required: [],
      optional: ["error", "foo"],
      scopes: () => [],
      run: ({ args }) => ({ ok: true, args }),
    },
  };
}

/** Ends an installation: the bot is in no channel any more, not even when it is installed again. */
export function takeAway(world: World, team: Team, standing: "revoked" | "uninstalled"): void {
  team.standing = standing;
  for (const one of world.conversations.values()) {
    if (one.kind !== "im") one.members.delete(team.botUser);
  }
}

export function revokedEvent({ botUser }: Team): Json {
  return { type: "tokens_revoked", tokens: { oauth: [], bot: [botUser] } };
}

function uninstall({ world, team, args, emit }: Caller): Json {
  if (text(args, "client_id") !== world.clientId) throw new Refusal("invalid_client_id");
  if (text(args, "client_secret") !== world.clientSecret) throw new Refusal("bad_client_secret");
  takeAway(world, team, "uninstalled");
  emit(team, revokedEvent(team));
  emit(team, { type: "app_uninstalled" });
  return { ok: true };
}

/** A code is good for ten minutes, once, for this app and the address it was given out to. */
function access({ world, args }: Caller): Json {
  if (text(args, "client_id") !== world.clientId) throw new Refusal("invalid_client_id");
  if (text(args, "client_secret") !== world.clientSecret) throw new Refusal("bad_client_secret");
  const code = world.codes.get(text(args, "code"));
  if (!code) throw new Refusal("invalid_code");
  if (code.used) throw new Refusal("code_already_used");
  if (world.now() - code.at > 10 * 60_000) throw new Refusal("invalid_code");
  if ((text(args, "redirect_uri") || null) !== code.redirect) throw new Refusal("bad_redirect_uri");
  const team = world.teams.get(code.team);
  if (!team) throw new Refusal("invalid_code");
  code.used = true;
  // Who has the app already is given the same token once more.
  if (team.standing !== "installed") team.token = newSecret("xoxb-");
  team.standing = "installed";
  team.scopes = new Set(code.scopes);
  const installer = [...world.members.values()].find((one) => one.team === team.id && !one.bot);
  return {
    ok: true,
    access_token: team.token,
    token_type: "bot",
    scope: code.scopes.join(","),
    bot_user_id: team.botUser,
    app_id: world.appId,
    team: team.orgWide ? null : { id: team.id, name: team.name },
    enterprise: team.enterprise,
    is_enterprise_install: team.orgWide,
    authed_user: { id: installer?.id ?? team.botUser },
    ...(world.manifest.rotates ? { expires_in: 43_200, refresh_token: newSecret("xoxe-1-") } : {}),
  };
}
