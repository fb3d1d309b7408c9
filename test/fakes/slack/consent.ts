import { stringIn } from "./json.js";
import { everyScope } from "./manifest.js";
import { newSecret, type Team, type World } from "./world.js";

/**
 * Slack’s own page of consent: gives the address that the browser is sent to. Throws with what Slack shows there instead
 * where the request is wrong. `team` null: the person says no.
 */
export function consent(world: World, authorizeUrl: string, team: Team | null): string {
  const { origin, pathname, searchParams: asked } = new URL(authorizeUrl);
  if (`${origin}${pathname}` !== "https://slack.com/oauth/v2/authorize") throw new Error("unknown_page");
  if (asked.get("client_id") !== world.clientId) throw new Error("invalid_client_id");
  const unknown = [...asked.keys()].filter((name) => !known.includes(name));
  if (unknown.length > 0) world.strange.push(`authorize: unknown ${unknown.join(", ")}`);
  if (!asked.get("state")) world.strange.push("authorize: no state");
  const scopes = stringIn(asked.get("scope")).split(",").filter(Boolean);
  if (scopes.length === 0) throw new Error("no_scopes");
  const wrong = scopes.filter((scope) => !everyScope.some((one) => one === scope));
  if (wrong.length > 0) throw new Error(`invalid_scope: ${wrong.join(", ")}`);
  const redirect = redirectOf(world, asked.get("redirect_uri"));
  const back = new URL(redirect);
  back.searchParams.set("state", stringIn(asked.get("state")));
  if (team === null) {
    back.searchParams.set("error", "access_denied");
    return back.toString();
  }
  if (!mayInstall(world, team)) throw new Error("invalid_team_for_non_distributed_app");
  const code = newSecret("");
  const sent = asked.get("redirect_uri");
  world.codes.set(code, { team: team.id, at: world.now(), redirect: sent, scopes, used: false });
  back.searchParams.set("code", code);
  return back.toString();
}

const known: readonly string[] = ["client_id", "scope", "user_scope", "redirect_uri", "state", "team"];

/** The one that was asked for, where it lies below one of the app’s; else the app’s first. */
function redirectOf({ manifest }: World, asked: string | null): string {
  const [first] = manifest.redirects ?? [];
  if (asked !== null) {
    const fits = manifest.redirects?.some((one) => asked.startsWith(one)) ?? true;
    if (!fits) throw new Error("bad_redirect_uri");
    return asked;
  }
  if (first === undefined) throw new Error("redirect_uri did not match any configured URIs");
  return first;
}

/** An app that is not distributed stays in the workspace where it was made, or in its organisation. */
function mayInstall({ teams, distributed }: World, team: Team): boolean {
  const [home] = teams.values();
  const isNear = home?.enterprise != null && home.enterprise.id === team.enterprise?.id;
  return distributed || home === team || isNear;
}
