import type { Key } from "../core/ids.js";
import { readFault } from "../core/report.js";
import { reportedMessage, reportForm, reportNotice } from "../views/report.js";
import { nothingAnsweredMessage, unknownPressMessage } from "../views/trouble.js";
import type { App } from "./app.js";
import { saved } from "./not-saved.js";
import type { Event, Reply } from "./platform.js";
import { tellKeeper } from "./tell-keeper.js";

/** The most that a member can write. */
const longest = 1000;

/** A small form, for those who have answered. */
export async function askReport(app: App, event: Event, key: Key): Promise<Reply> {
  const found = await answered(app, event, key);
  if (!found) return { whisper: unknownPressMessage() };
  if (!found.attempt) return { whisper: nothingAnsweredMessage() };
  return { ask: reportForm(key) };
}

/** Kept with the question's file and line; the keeper is told of the first report of each version. */
export async function takeReport(
  app: App,
  event: Event,
  { key, fields }: { readonly key: Key; readonly fields: Readonly<Record<string, string>> },
): Promise<Reply> {
  const found = await answered(app, event, key);
  if (!found?.attempt) return { whisper: unknownPressMessage() };
  const { asked, channel: id } = found;
  const report = {
    question: asked.question,
    version: asked.version,
    person: event.person.id,
    fault: readFault(fields.fault),
    words: (fields.words ?? "").slice(0, longest),
    file: asked.source.file,
    line: asked.source.line,
    at: event.at,
  };
  await saved(app.store.report(report));
  const channel = id ? await app.store.channel(id) : null;
  if (channel) {
    const cause = `report ${report.question} ${report.version}`;
    await tellKeeper(app, channel, cause, reportNotice(report, asked));
  }
  return { whisper: reportedMessage(report) };
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
