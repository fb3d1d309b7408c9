import { setTimeout as sleep } from "node:timers/promises";
import type { Finding, Inbox, News, Place, Platform, Posting, Receipt } from "../../app/platform.js";
import type { ChannelId, Key } from "../../core/ids.js";
import type { Message } from "../../core/message.js";
import { openCallbacks } from "./callback.js";
import { findMessage } from "./find.js";
import { type Link, makeLink } from "./link.js";
import { readChannel, roleIn, shownName } from "./names.js";
import { listenForNews } from "./news.js";
import { type Outbox, type OutboxParts, openOutbox } from "./outbox.js";
import type { DiscordParts } from "./parts.js";
import { explainRefusal, missingHere } from "./permissions.js";
import { registerCommands } from "./register.js";
import { respond } from "./respond.js";
import { answerTyped } from "./typed.js";

/** Discord, over discord.js. `start` rejects with a DiscordFault that names the cure. */
export function createDiscord(parts: DiscordParts): Platform {
  const { log, drawer } = parts;
  const clock = parts.clock ?? (() => new Date());
  let open: { readonly link: Link; readonly outbox: Outbox; readonly me: string } | undefined;
  let stopping = false;
  const under = new Set<Promise<void>>();

  const track = (work: () => Promise<void>): void => {
    if (stopping) return;
    const running = work().catch((error: unknown) =>
      log.error("something on Discord was not taken in", error),
    );
    under.add(running);
    void running.finally(() => under.delete(running));
  };

  async function start(inbox: Inbox, news: (news: News) => Promise<void>): Promise<void> {
    stopping = false;
    const link = makeLink(parts, {
      interaction: (interaction) => track(() => respond(interaction, desk)),
      message: (message) => track(() => answerTyped(message, desk)),
    });
    listenForNews(link.client, (told) => track(() => news(told)));
    const explain: OutboxParts["explain"] = (site, posting, now) =>
      explainRefusal(link.client, site, posting, now);
    const outbox = openOutbox({ rest: link.posts, clock, explain });
    const desk = { inbox, outbox, answers: link.answers, send: openCallbacks(link.answers), log };
    const { application, user } = await link.connect();
    open = { link, outbox, me: user };
    await registerCommands(link.posts, application, { drawer, log });
  }

  async function stop(): Promise<void> {
    stopping = true;
    const line = open?.link;
    await Promise.race([Promise.allSettled(under), sleep(longestDrain, undefined, { ref: false })]);
    open = undefined;
    await line?.close();
  }

  async function find(place: Place, key: Key, since: Date): Promise<Finding> {
    if (!open) return { kind: "unreadable" };
    const { link, outbox, me } = open;
    const spot = await outbox.spotOf(place).catch(() => null);
    if (!spot) return { kind: "unreadable" };
    const lacks = missingHere(link.client, spot.channel);
    const readable = place.kind === "direct" || (lacks !== null && !lacks.includes("Read Message History"));
    const where = { channel: spot.channel, me, readable };
    return await findMessage(link.posts, where, key, since);
  }

  async function groupName(channel: ChannelId, group: string): Promise<string | null> {
    const [guild, role] = [readChannel(channel)?.guild, roleIn(group)];
    if (role === null) return group;
    const name = open?.link.client.guilds.cache.get(guild ?? "")?.roles.cache.get(role)?.name;
    return name === undefined ? null : `@${shownName(name.replace(/^@/, ""))}`;
  }

  const later = (): Posting => ({ kind: "later", notBefore: new Date(clock().getTime() + 60_000) });
  return {
    ...{ name: "discord", start, stop, find, groupName },
    connected: () => open?.link.connected() ?? false,
    post: async (place: Place, message: Message, key: Key) =>
      open?.outbox.post(place, message, key) ?? later(),
    edit: async (receipt: Receipt, message: Message) => open?.outbox.edit(receipt, message) ?? later(),
  };
}

/** How long `stop` waits for what is under way. */
const longestDrain = 5000;
