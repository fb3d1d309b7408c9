import { stringIn } from "./body.js";
import { wordOf } from "./faults.js";
import type { Client } from "./lines.js";
import { SlackFault, type SlackParts } from "./parts.js";

/** Who the bot is: its workspace and its own user. */
export type Identity = { readonly team: string; readonly me: string };

/** Asks Slack whose token it is: the libraries would start with a wrong one. Rejects with a SlackFault. */
export async function identify(
  client: Client,
  { token, door, api }: Pick<SlackParts, "token" | "door" | "api">,
): Promise<Identity> {
  if (!token.startsWith("xoxb-")) throw new SlackFault(`SLACK_BOT_TOKEN is no bot token: ${botCure}`);
  if (door.kind === "socket" && !door.appToken.startsWith("xapp-")) {
    throw new SlackFault(`SLACK_APP_TOKEN is no app token: ${appCure}`);
  }
  try {
    const who = await client.auth.test({});
    if (who.is_enterprise_install === true) throw new SlackFault(orgWide);
    return { team: stringIn(who.team_id), me: stringIn(who.user_id) };
  } catch (error) {
    throw error instanceof SlackFault ? error : faultOf(error, api);
  }
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
