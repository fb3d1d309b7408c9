import type { ServerResponse } from "node:http";
import type { Installation as Given, HTTPReceiverOptions } from "@slack/bolt";
import { wordOf } from "./faults.js";
import { redirectPath } from "./http.js";
import { installedPage, notServedPage, type Page, pages } from "./install-pages.js";
import type { Installation } from "./installations.js";
import { clientOptions, openLines } from "./lines.js";
import { teamOf } from "./names.js";
import { guard, show } from "./page.js";
import type { Log, OAuth } from "./parts.js";
import { scopes } from "./scopes.js";
import { consentTime, openStates } from "./states.js";

export type InstallParts = {
  readonly api: string | null;
  readonly log: Log;
  readonly clock: () => Date;
  /** Workspaces that may install the app, `slack:T024`; null: all. */
  readonly served: ReadonlySet<string> | null;
  /** Goes before the commands that the page names. */
  readonly prefix: string;
  readonly enter: (installation: Installation) => Promise<void>;
};

/** Bolt’s own pages `/slack/install`, which leads to Slack, and `/slack/oauth_redirect`, where Slack sends people back. */
export function installOptions(oauth: OAuth, parts: InstallParts): Partial<HTTPReceiverOptions> {
  const { clientId, clientSecret } = oauth;
  const { api, log, clock, prefix, enter } = parts;
  return {
    ...{ clientId, clientSecret, scopes: scopes.map(({ name }) => name) },
    installationStore: {
      storeInstallation: (given) => enter(installationIn(given)),
      fetchInstallation: async () => {
        throw new Error("installations are looked up by the workspace of an event");
      },
    },
    installerOptions: {
      directInstall: true,
      redirectUriPath: redirectPath,
      stateStore: openStates(clock),
      stateCookieExpirationSeconds: consentTime / 1000,
      clientOptions: { ...clientOptions({ api, log }), timeout: 10_000 },
      installPathOptions: {
        beforeRedirection: async (_, response) => {
          guard(response);
          return true;
        },
      },
      callbackOptions: {
        afterInstallation: (given, _, __, response) => admit(given, response, { oauth, ...parts }),
        success: ({ team, appId }, _, __, response) =>
          show(response, installedPage({ team: team?.id, name: team?.name, app: appId, prefix })),
        failure: (error, _, request, response) => {
          log.warn("an installation on Slack did not come about", { why: wordOf(error) ?? error.code });
          const { searchParams } = new URL(request.url ?? "/", "http://here");
          show(response, searchParams.get("error") === "access_denied" ? pages.refused : pageOf(error));
        },
      },
    },
  };
}

/** Bolt has asked already that there is a workspace and a bot. */
function installationIn({ team, bot }: Given): Installation {
  if (!team || !bot) throw new Error("Slack told of no workspace and no bot");
  return { team: team.id, name: team.name ?? team.id, me: bot.userId, token: bot.token };
}

/** False where it was refused, its token handed back, and the page tells why. */
async function admit(
  given: Given,
  response: ServerResponse,
  parts: InstallParts & { readonly oauth: OAuth },
): Promise<boolean> {
  const refusal = refusalOf(given, parts.served);
  if (!refusal) return true;
  const { team, enterprise, bot } = given;
  parts.log.warn(`an installation on Slack was refused: ${refusal.title}`, {
    team: team?.id ?? null,
    organisation: enterprise?.id ?? null,
  });
  if (bot) await handBack(bot.token, given.isEnterpriseInstall ? "the token" : "the app", parts);
  show(response, refusal);
  return false;
}

function refusalOf(
  { isEnterpriseInstall, team, bot }: Given,
  served: ReadonlySet<string> | null,
): Page | null {
  if (isEnterpriseInstall || !team) return pages.orgWide;
  if (!bot) return pages.again;
  if (bot.refreshToken !== undefined) return pages.rotated;
  return served && !served.has(teamOf(team.id)) ? notServedPage(team.name ?? team.id) : null;
}

/**
 * The app is taken out again where Slack lets us; else the token at least is worth nothing any more. Of an organisation
 * the token alone: some of its workspaces may have the app for themselves.
 */
async function handBack(
  token: string,
  what: "the app" | "the token",
  { oauth, api, log }: InstallParts & { readonly oauth: OAuth },
): Promise<void> {
  const { answers } = openLines({ token, api, log });
  const named = { client_id: oauth.clientId, client_secret: oauth.clientSecret };
  const revoke = () => answers.auth.revoke({});
  const giving = what === "the app" ? answers.apps.uninstall(named).catch(revoke) : revoke();
  await giving.catch((error: unknown) =>
    log.warn("a token that was refused could not be handed back to Slack", { why: wordOf(error) }),
  );
}

function pageOf(error: { readonly code?: string }): Page {
  const word = wordOf(error);
  if (word === "cannot_install_an_org_installed_app") return pages.orgWide;
  if (word !== null) return settings.has(word) ? pages.settings : pages.again;
  switch (error.code) {
    case "slack_oauth_invalid_state":
    case "slack_oauth_missing_state":
    case "slack_oauth_missing_code":
      return pages.again;
    case "slack_webapi_request_error":
    case "slack_webapi_http_error":
    case "slack_webapi_rate_limited_error":
      return pages.slack;
    default:
      return pages.ours;
  }
}

/** What only who runs the bot can put right. */
const settings: ReadonlySet<string> = new Set(["invalid_client_id", "bad_client_secret", "bad_redirect_uri"]);
