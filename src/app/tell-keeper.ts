import { hour, minute } from "../core/calendar.js";
import type { Channel } from "../core/channel.js";
import { type KeeperMessage, noticeKey } from "../core/notice.js";
import type { Notice } from "../store/store.js";
import { type App, platformFor } from "./app.js";
import type { Place, Posting } from "./platform.js";

/** So long it is tried to tell a keeper; what is older is news no more. */
const longest = 24 * hour;

/**
 * Says something to a channel's keeper, else to the channel, once for each cause. `cause` is a sentence that names
 * what happened and when (`missed 2026-03-10`), so that a restart does not say it again. What cannot be said now is
 * kept and tried again.
 */
export async function tellKeeper(
  app: App,
  channel: Channel,
  cause: string,
  message: KeeperMessage,
): Promise<void> {
  const key = noticeKey(channel.id, cause);
  await tell(app, { key, at: app.clock(), channel: channel.id, message });
}

/** Says something in a channel, once for each key. */
export async function tellChannel(
  app: App,
  said: Pick<Notice, "key" | "channel" | "message">,
): Promise<void> {
  await tell(app, { ...said, at: app.clock(), aloud: true });
}

async function tell(app: App, notice: Notice): Promise<void> {
  const again = new Date(notice.at.getTime() + 5 * minute);
  if (await app.store.addNotice(notice, again)) await deliver(app, notice, { now: notice.at, tried: false });
}

/** Tries once more to tell what could not be told, or what may not have got out. */
export async function tellAgain(app: App, notice: Notice, now: Date): Promise<void> {
  await deliver(app, notice, { now, tried: true });
}

async function deliver(
  app: App,
  { key, at, channel: id, message: { inChannel, ...message }, aloud }: Notice,
  { now, tried }: { readonly now: Date; readonly tried: boolean },
): Promise<void> {
  if (now.getTime() - at.getTime() > longest) {
    app.log.warn(`nobody could be told: ${message.summary}`, { channel: id });
    return await app.store.settleNotice(key);
  }
  const platform = platformFor(app, id);
  if (!platform) return await app.store.postponeNotice(key, new Date(now.getTime() + hour));
  const keeper = aloud ? null : (await app.store.channel(id))?.keeper;
  const channel: Place = { kind: "channel", id };
  const places: readonly Place[] = keeper ? [{ kind: "direct", person: keeper }, channel] : [channel];
  for (const place of places) {
    if (tried && (await platform.find(place, key, at)).kind === "found") {
      return await app.store.settleNotice(key);
    }
    const said = place.kind === "channel" ? (inChannel ?? message) : message;
    const told = await platform.post(place, said, key);
    if (told.kind === "posted") return await app.store.settleNotice(key);
    if (told.kind !== "refused") return await app.store.postponeNotice(key, soon(told, now));
  }
  app.log.warn(`nobody may be told: ${message.summary}`, { channel: id });
  await app.store.settleNotice(key);
}

function soon(told: Exclude<Posting, { kind: "posted" | "refused" }>, now: Date): Date {
  return told.kind === "later" ? told.notBefore : new Date(now.getTime() + minute);
}
