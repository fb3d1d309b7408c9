import type { Asked } from "../core/asked.js";
import type { Channel } from "../core/channel.js";
import type { Key } from "../core/ids.js";
import { noticeKey } from "../core/notice.js";
import { type Report, readFault, readProposal, reportCauses } from "../core/report.js";
import { misreadLettersMessage, reportedMessage, reportForm, reportNotice } from "../views/report.js";
import { nothingAnsweredMessage, unknownPressMessage } from "../views/trouble.js";
import type { App } from "./app.js";
import { saved } from "./not-saved.js";
import type { Event, Reply } from "./platform.js";
import { tellKeeper } from "./tell-keeper.js";

/** The most that a member can write. */
const longest = 1000;

/** A small form, for those who have answered; what they said before is filled in. */
export async function askReport(app: App, event: Event, key: Key): Promise<Reply> {
  const found = await answered(app, event, key);
  if (!found) return { whisper: unknownPressMessage() };
  if (!found.attempt) return { whisper: nothingAnsweredMessage() };
  return { ask: reportForm(key, found.asked, await saidBefore(app, event, found.asked)) };
}

/**
 * Kept with the question's file and line; the keeper is told of the first report of each version, of the first that
 * proposes a key, and once more of each person who adds letters to a report of theirs, or others.
 */
export async function takeReport(
  app: App,
  event: Event,
  { key, fields }: { readonly key: Key; readonly fields: Readonly<Record<string, string>> },
): Promise<Reply> {
  const found = await answered(app, event, key);
  if (!found?.attempt) return { whisper: unknownPressMessage() };
  const { asked, channel: id } = found;
  const { letters = "" } = fields;
  const proposed = readProposal(asked, letters);
  const before = await saidBefore(app, event, asked);
  const report = {
    question: asked.question,
    version: asked.version,
    person: event.person.id,
    fault: readFault(fields.fault),
    words: (fields.words ?? "").slice(0, longest),
    proposed: proposed === "nonsense" ? (before?.proposed ?? null) : proposed,
    file: asked.source.file,
    line: asked.source.line,
    at: event.at,
  };
  await saved(app.store.report(report));
  const channel = id ? await app.store.channel(id) : null;
  if (channel) await tell(app, channel, { report, before, asked });
  return {
    whisper: proposed === "nonsense" ? misreadLettersMessage(key, asked, letters) : reportedMessage(report),
  };
}

type Told = { readonly report: Report; readonly before: Report | null; readonly asked: Asked };

async function tell(app: App, channel: Channel, { report, before, asked }: Told): Promise<void> {
  const { first, proposed, later } = reportCauses(report);
  const cause = hasNewLetters(report, before) ? later : proposed;
  await tellKeeper(app, channel, report.proposed ? cause : first, reportNotice(report, asked));
  for (const told of report.proposed ? [first, proposed] : [])
    await app.store.notice(noticeKey(channel.id, told), app.clock());
}

/** What the keeper was told, if anything, did not hold them. */
function hasNewLetters({ proposed }: Report, before: Report | null): boolean {
  const words = (list: readonly string[] | null | undefined) => JSON.stringify([...(list ?? [])].sort());
  return before !== null && proposed !== null && words(proposed) !== words(before.proposed);
}

async function saidBefore(app: App, { person }: Event, { question, version }: Asked): Promise<Report | null> {
  return await app.store.reportOf(question, version, person.id);
}

async function answered(app: App, { person }: Event, key: Key) {
  const round = await app.store.round(key);
  if (round) {
    const attempt = await app.store.attempt(key, person.id);
    return { asked: round.asked, channel: round.channel, attempt };
  }
  const ask = await app.store.ask(key);
  return ask && ask.person === person.id ? ask : null;
}
