import type { Channel } from "../core/channel.js";
import { workspaceOf } from "../core/ids.js";
import { changeSchedule } from "../core/opening.js";
import type { App } from "./app.js";
import type { News, Refusal } from "./platform.js";

/** A workspace left: its dailies are paused and kept; back again, they go on. A channel gone: its daily is paused. */
export async function takeNews(app: App, news: News): Promise<void> {
  const channels = (await app.store.channels()).filter((channel) =>
    news.kind === "channel-gone" ? channel.id === news.channel : workspaceOf(channel.id) === news.workspace,
  );
  for (const channel of channels) {
    switch (news.kind) {
      case "left":
        await pause(app, channel, "removed");
        break;
      case "channel-gone":
        await pause(app, channel, "channel-gone");
        break;
      case "joined":
        await resume(app, channel);
    }
  }
}

async function pause(app: App, { id }: Channel, reason: Refusal): Promise<void> {
  const now = app.clock();
  await app.store.changeChannel(id, now, (state) => {
    const schedule = state.channel?.schedule;
    if (!state.channel || !schedule || schedule.paused) return null;
    return changeSchedule(
      state,
      { ...state.channel, schedule: { ...schedule, paused: { by: "refusal", reason } } },
      now,
    );
  });
  app.log.info(`a daily is paused: ${reason}`, { channel: id });
}

/** Only what our own removal paused, whether we heard of it or met it in a refusal. */
async function resume(app: App, { id }: Channel): Promise<void> {
  const now = app.clock();
  await app.store.changeChannel(id, now, (state) => {
    const schedule = state.channel?.schedule;
    if (!state.channel || schedule?.paused?.by !== "refusal") return null;
    if (schedule.paused.reason !== "removed" && schedule.paused.reason !== "revoked") return null;
    return changeSchedule(
      state,
      { ...state.channel, schedule: { ...schedule, paused: null, since: now } },
      now,
    );
  });
}
