import { type PracticeSettings, readSettings } from "../core/practice-settings.js";
import { misreadMessage } from "../views/misread.js";
import { practiceSettingsMessage } from "../views/practice-settings.js";
import type { App } from "./app.js";
import { saved } from "./not-saved.js";
import type { Event, Reply } from "./platform.js";

/** `/practice set new=15 retention=85`, or nothing more to see what is set. */
export async function setPractice(
  app: App,
  { person, at }: Event,
  change: Partial<PracticeSettings>,
): Promise<Reply> {
  await app.store.meet(person, at);
  const settings = await saved(app.store.changeSettings(person.id, change));
  return { whisper: practiceSettingsMessage(settings) };
}

/** The same as a form, filled in; what was left empty stays as it was. */
export async function takeSettings(
  app: App,
  event: Event,
  fields: Readonly<Record<string, string>>,
): Promise<Reply> {
  const words = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  const read = readSettings(words);
  if ("fault" in read) return { whisper: misreadMessage(words.join(" "), read.fault) };
  return await setPractice(app, event, read.settings);
}
