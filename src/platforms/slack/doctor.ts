import { webApi } from "@slack/bolt";
import type { ChannelId } from "../../core/ids.js";
import { objectIn } from "./body.js";
import { wordOf } from "./faults.js";
import { identify } from "./identity.js";
import { type Installation, openInstallations } from "./installations.js";
import { type Client, clientOptions, openLines } from "./lines.js";
import { readChannel, readTeam } from "./names.js";
import { oauthOf, SlackFault, type SlackParts } from "./parts.js";
import { prefixed } from "./prefix.js";
import { scopes } from "./scopes.js";

/** One line of an examination: what was looked at, whether it is well, and if not, the cure. */
export type Check = { readonly name: string; readonly ok: boolean; readonly words: string };

type About = Pick<SlackParts, "token" | "door" | "api" | "drawer" | "prefix"> & {
  readonly channels: readonly ChannelId[];
};

/** Looks at the tokens, the scopes, and whether the bot is in each channel; a running bot is not disturbed. */
export async function checkSlack(about: About): Promise<readonly Check[]> {
  const { token, channels, door } = about;
  const own = token === null ? null : await checkToken(token, about);
  if (own && !own.found && !oauthOf(door)) return [own.check];
  const kept = await checkKept(about);
  const sealed = kept.found.filter(({ team }) => team !== own?.found?.team);
  const all = [...(own?.found ? [own.found] : []), ...sealed];
  const checks: Check[] = [...(own ? [own.check] : []), await checkDoor(about), ...kept.checks];
  for (const one of all) {
    const before = all.length > 1 ? `${one.name}: ` : "";
    const found = await checkWorkspace(one, about);
    checks.push(...found.map((check) => ({ ...check, name: `${before}${check.name}` })));
  }
  const lost = channels.filter((id) => !all.some(({ team }) => team === readTeam(id)));
  const words = "lies in a workspace where the app is not installed";
  return [...checks, ...lost.map((name) => ({ name, ok: false, words }))];
}

const silent = { info() {}, warn() {}, error() {} };

async function checkToken(
  token: string,
  { door, api }: About,
): Promise<{ readonly check: Check; readonly found: Installation | null }> {
  try {
    const found = await identify(token, { door, api, log: silent });
    const words = `it belongs to the workspace ${found.name}`;
    return { check: { name: "bot token", ok: true, words }, found };
  } catch (error) {
    const words = error instanceof SlackFault ? error.message : `Slack cannot be reached: ${String(error)}`;
    return { check: { name: "bot token", ok: false, words }, found: null };
  }
}

/** The workspaces that installed the app by themselves. */
async function checkKept({ door, api, drawer }: About) {
  const oauth = oauthOf(door);
  if (!oauth) return { checks: [], found: [] };
  const client = await checkClient(oauth.clientId, oauth.clientSecret, api);
  try {
    const found = await (await openInstallations(drawer, oauth.secret)).all();
    const words =
      found.length === 0
        ? "none yet: open /slack/install at the bot’s address"
        : found.map(({ name, team }) => `${name} (${team})`).join(", ");
    return { checks: [client, { name: "workspaces", ok: true, words }], found };
  } catch (error) {
    if (!(error instanceof SlackFault)) throw error;
    return { checks: [client, { name: "workspaces", ok: false, words: error.message }], found: [] };
  }
}

/** A code that is none is refused for itself only after id and secret were taken. */
async function checkClient(id: string, secret: string, api: string | null): Promise<Check> {
  const client = new webApi.WebClient(undefined, clientOptions({ api, log: silent }));
  const asked = { client_id: id, client_secret: secret, code: "none" };
  const word = await client.oauth.v2.access(asked).then(
    () => null,
    (error: unknown) => wordOf(error) ?? String(error),
  );
  const ok = word === "invalid_code";
  const cure = `Slack does not take them (${word}): copy SLACK_CLIENT_ID and SLACK_CLIENT_SECRET from Basic Information › App Credentials`;
  return { name: "client id", ok, words: ok ? "Slack knows it and its secret" : cure };
}

async function checkDoor({ door, api }: About): Promise<Check> {
  if (door.kind === "http") {
    const words = `requests are awaited at port ${door.port}; whether Slack gets there, its own page of the app shows`;
    return { name: "signing secret", ok: /^[0-9a-f]{20,}$/.test(door.signingSecret), words };
  }
  try {
    const client = new webApi.WebClient(door.appToken, clientOptions({ api, log: silent }));
    await client.apps.connections.open({});
    return { name: "app token", ok: true, words: "Socket Mode can be opened" };
  } catch (error) {
    const words = `Socket Mode cannot be opened (${wordOf(error) ?? String(error)}): make an app-level token with connections:write, and switch Socket Mode on`;
    return { name: "app token", ok: false, words };
  }
}

async function checkWorkspace(
  { team, token }: Installation,
  { api, channels, prefix = "" }: About,
): Promise<readonly Check[]> {
  const { answers } = openLines({ token, api, log: silent });
  const checks: Check[] = [];
  try {
    const { response_metadata: told } = await answers.auth.test({});
    checks.push(...checkScopes(told?.scopes ?? []));
    for (const id of channels) {
      const own = readChannel(team, id);
      if (own !== null) checks.push(await checkChannel(answers, own, { id, prefix }));
    }
  } catch (error) {
    const why = wordOf(error) ?? String(error);
    const words = `Slack does not take its token (${why}): let it install the app again`;
    checks.push({ name: "token", ok: false, words });
  }
  return checks;
}

function checkScopes(held: readonly string[]): readonly Check[] {
  const missing = scopes.filter(({ name }) => !held.includes(name));
  if (missing.length === 0) return [{ name: "scopes", ok: true, words: `all ${scopes.length} are there` }];
  return missing.map(({ name, why, also }) => ({
    name: `scope ${name}`,
    ok: also === true,
    words: `${also ? "left out" : "missing"}: ${why}. Update the app from the manifest and install it again`,
  }));
}

async function checkChannel(
  client: Client,
  own: string,
  { id, prefix }: { readonly id: ChannelId; readonly prefix: string },
): Promise<Check> {
  try {
    const channel = objectIn((await client.conversations.info({ channel: own })).channel);
    const name = `#${String(channel.name ?? own)}`;
    if (channel.is_archived === true)
      return { name, ok: false, words: prefixed("is archived: /daily move chooses another", prefix) };
    if (channel.is_member === true) return { name, ok: true, words: "the bot is in it" };
    return { name, ok: false, words: "the bot is not in it: type /invite @Cuecard there" };
  } catch (error) {
    const word = wordOf(error) ?? String(error);
    const gone = "is gone, or private and the bot is not in it: type /invite @Cuecard there";
    return {
      name: id,
      ok: false,
      words: word === "channel_not_found" ? gone : `cannot be looked at: ${word}`,
    };
  }
}
