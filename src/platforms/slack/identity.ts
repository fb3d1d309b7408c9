import { stringIn } from "./body.js";
import { wordOf } from "./faults.js";
import type { Installation } from "./installations.js";
import { openLines } from "./lines.js";
import { type Log, SlackFault, type SlackParts } from "./parts.js";

/** Asks Slack whose token it is: the libraries would start with a wrong one. Rejects with a SlackFault. */
export async function identify(
  token: string,
  { door, api, log }: Pick<SlackParts, "door" | "api" | "log">,
): Promise<Installation> {
  if (!token.startsWith("xoxb-")) throw new SlackFault(`SLACK_BOT_TOKEN is no bot token: ${botCure}`);
  if (door.kind === "socket" && !door.appToken.startsWith("xapp-")) {
    throw new SlackFault(`SLACK_APP_TOKEN is no app token: ${appCure}`);
  }
  try {
    const who = await openLines({ token, api, log }).answers.auth.test({});
    if (who.is_enterprise_install === true) throw new SlackFault(orgWide);
    return { team: stringIn(who.team_id), name: stringIn(who.team), me: stringIn(who.user_id), token };
  } catch (error) {
    throw error instanceof SlackFault ? error : faultOf(error, api);
  }
}

/** How a token stands with Slack: `gone` where the app was taken out, `barred` where it is not taken for other reasons. */
export type Standing = "good" | "gone" | "barred" | "out of reach";

export async function standingOf(
  token: string,
  { api, log }: { readonly api: string | null; readonly log: Log },
): Promise<Standing> {
  try {
    await openLines({ token, api, log }).answers.auth.test({});
    return "good";
  } catch (error) {
    const word = wordOf(error);
    if (word === null || word === "ratelimited") return "out of reach";
    return isGone(word) ? "gone" : "barred";
  }
}

/** Whether Slack says so because the app was taken out or its token taken back. */
export function isGone(word: string): boolean {
  return word === "token_revoked" || word === "account_inactive";
}

const apps = "https://api.slack.com/apps";
const botCure = `open ${apps}, choose the app, and copy the Bot User OAuth Token from its page OAuth & Permissions. It begins with xoxb-.`;
const appCure = `open ${apps}, choose the app, and make a token with connections:write under Basic Information › App-Level Tokens. It begins with xapp-.`;
const orgWide = `This token is of an app that is installed for a whole Enterprise Grid organisation, which Cuecard does not serve: install the app into one workspace, and use that token.`;

function faultOf(cause: unknown, api: string | null): SlackFault {
  const word = wordOf(cause);
  switch (word) {
    case "invalid_auth":
    case "not_authed":
    case "not_allowed_token_type":
      return new SlackFault(`Slack does not know this bot token (${word}): ${botCure}`, { cause });
    case "token_revoked":
    case "token_expired":
    case "account_inactive":
      return new SlackFault(
        `Slack has taken this bot token back (${word}): open ${apps}, choose the app, press “Reinstall to Workspace” on its page Install App, and put the new token into SLACK_BOT_TOKEN.`,
        { cause },
      );
    default: {
      const why = word ?? (cause as Error).message;
      const where = api ?? "Slack";
      return new SlackFault(
        `${where} cannot be reached: ${why}. Look at https://slack-status.com, and at SLACK_API if it is set.`,
        { cause },
      );
    }
  }
}
