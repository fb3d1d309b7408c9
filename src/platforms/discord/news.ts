import { type Client, Events } from "discord.js";
import type { News } from "../../app/platform.js";
import { channelOf, guildOf } from "./names.js";

/** What happens to servers and channels. A server that is unavailable has an outage: nothing is told of it. */
export function listenForNews(client: Client, tell: (news: News) => void): void {
  client.on(Events.GuildCreate, ({ id }) => tell({ kind: "joined", workspace: guildOf(id) }));
  client.on(Events.GuildDelete, ({ id }) => tell({ kind: "left", workspace: guildOf(id) }));
  client.on(Events.ChannelDelete, (channel) => {
    if (!channel.isDMBased()) tell({ kind: "channel-gone", channel: channelOf(channel.guildId, channel.id) });
  });
  client.on(Events.ThreadDelete, ({ guildId, id }) => {
    tell({ kind: "channel-gone", channel: channelOf(guildId, id) });
  });
}
