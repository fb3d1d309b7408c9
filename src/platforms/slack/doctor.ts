import { webApi } from "@slack/bolt";
import type { ChannelId } from "../../core/ids.js";
import { objectIn } from "./body.js";
import { wordOf } from "./faults.js";
import { type Identity, identify } from "./identity.js";
import { type Client, clientOptions, openLines } from "./lines.js";
import { readChannel } from "./names.js";
import { SlackFault, type SlackParts } from "./parts.js";
import { scopes } from "./scopes.js";

/** One line of an examination: what was looked at, whether it is well, and if not, the cure. */
export type Check = { readonly name: string; readonly ok: boolean; readonly words: string };

/** Looks at the tokens, the scopes, and whether the bot is in each channel; a running bot is not disturbed. */
export async function checkSlack(
  about: Pick<SlackParts, "token" | "door" | "api"> & { readonly channels: readonly ChannelId[] },
): Promise<readonly Check[]> {
  const parts = { ...about, log: silent };
  const { answers } = openLines(parts);
  try {
    const who = await identify(answers, about);
    const { response_metadata: told, team } = await answers.auth.test({});
    const channels: Check[] = [];
    for (const channel of about.channels) channels.push(await checkChannel(answers, who, channel));
    return [
      { name: "bot token", ok: true, words: `it belongs to the workspace ${String(team)}` },
      await checkDoor(parts),
      ...checkScopes(told?.scopes ?? []),
      ...channels,
    ];
  } catch (error) {
    const words = error instanceof SlackFault ? error.message : `Slack cannot be reached: ${String(error)}`;
    return [{ name: "bot token", ok: false, words }];
  }
}

const silent = { info() {}, warn() {}, error() {} };

async function checkDoor({ door, api, log }: Pick<SlackParts, "door" | "api" | "log">): Promise<Check> {
  if (door.kind === "http") {
    const words = `requests are awaited at port ${door.port}; whether Slack gets there, its own page of the app shows`;
    return { name: "signing secret", ok: /^[0-9a-f]{20,}$/.test(door.signingSecret), words };
  }
  try {
    const client = new webApi.WebClient(door.appToken, clientOptions({ api, log }));
    await client.apps.connections.open({});
    return { name: "app token", ok: true, words: "Socket Mode can be opened" };
  } catch (error) {
    const words = `Socket Mode cannot be opened (${wordOf(error) ?? String(error)}): make an app-level token with connections:write, and switch Socket Mode on`;
    return { name: "app token", ok: false, words };
  }
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

async function checkChannel(client: Client, { team }: Identity, id: ChannelId): Promise<Check> {
  const own = readChannel(team, id);
  if (own === null) return { name: id, ok: false, words: "lies in a workspace that this token is not of" };
  try {
    const channel = objectIn((await client.conversations.info({ channel: own })).channel);
    const name = `#${String(channel.name ?? own)}`;
    if (channel.is_archived === true)
      return { name, ok: false, words: "is archived: /daily move chooses another" };
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
