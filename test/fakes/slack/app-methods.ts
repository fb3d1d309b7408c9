import type { Json } from "./json.js";
import { type Caller, type Method, text } from "./method.js";
import { Refusal } from "./refusal.js";

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
      run: ({ team }) => {
        team.standing = "revoked";
        return { ok: true, revoked: true };
      },
    },
  };
}

/** A code is good for ten minutes, once, for this app and the address it was given out to. */
function access({ world, args }: Caller): Json {
  if (text(args, "client_id") !== world.clientId) throw new Refusal("invalid_client_id");
  if (text(args, "client_secret") !== world.clientSecret) throw new Refusal("bad_client_secret");
  const code = world.codes.get(text(args, "code"));
  if (!code) throw new Refusal("invalid_code");
  if (code.used) throw new Refusal("code_already_used");
  if (world.now() - code.at > 10 * 60_000) throw new Refusal("invalid_code");
  if (text(args, "redirect_uri") !== code.redirect) throw new Refusal("bad_redirect_uri");
  const team = world.teams.get(code.team);
  if (!team) throw new Refusal("invalid_code");
  code.used = true;
  team.standing = "installed";
  const installer = [...world.members.values()].find((one) => one.team === team.id && !one.bot);
  return {
    ok: true,
    access_token: team.token,
    token_type: "bot",
    scope: [...team.scopes].join(","),
    bot_user_id: team.botUser,
    app_id: world.appId,
    team: team.orgWide ? null : { id: team.id, name: team.name },
    enterprise: team.enterprise,
    is_enterprise_install: team.orgWide,
    authed_user: { id: installer?.id ?? team.botUser },
  };
}
