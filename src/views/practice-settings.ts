import { encodeAction } from "../core/action.js";
import { type Button, buttons, heading, type Message, note, type Questionnaire } from "../core/message.js";
import { type PracticeSettings, settingWords, usual } from "../core/practice-settings.js";
import { text } from "../core/prose.js";
import { percent } from "./words.js";

/** How somebody practises, and how to change it. */
export function practiceSettingsMessage(settings: PracticeSettings): Message {
  const line = settingsLine(settings);
  const more = [
    `Usual are ${usual.freshADay} new cards a day and ${percent(usual.retention, 100)}.`,
    "A higher share brings each card back sooner, so there is more to do each day.",
    `To change it: /practice set new=${usual.freshADay} retention=${usual.retention}`,
  ].join(" ");
  return {
    summary: `${line} ${more}`,
    blocks: [heading("How you practise"), note(text(line)), note(text(more)), buttons(settingsButton())],
  };
}

/** `New cards a day: 10. Share of cards to hold in memory: 90 %.` */
export function settingsLine({ freshADay, retention }: PracticeSettings): string {
  return `New cards a day: ${freshADay}. Share of cards to hold in memory: ${percent(retention, 100)}.`;
}

/** What there is to set, for whoever set something else. */
export const settingLine = `new=${range("freshADay")} (new cards a day) and retention=${range("retention")} (the share of cards to hold in memory, in percent)`;

/** `new takes a whole number from 0 to 100` */
export function valueLine(setting: keyof PracticeSettings): string {
  return `${settingWords[setting].word} takes a whole number from ${range(setting)}`;
}

export function settingsButton(): Button {
  return { label: "Change how I practise…", press: encodeAction({ kind: "settings", words: "" }) };
}

/** The settings that people choose most, and their own filled in; any other can be typed. */
export function settingsForm({ freshADay, retention }: PracticeSettings): Questionnaire {
  const choices = (numbers: readonly number[], unit: string, now: number) =>
    [...new Set([...numbers, now])]
      .sort((a, b) => a - b)
      .map((number) => ({ value: String(number), label: `${number}${unit}` }));
  return {
    title: "How you practise",
    press: encodeAction({ kind: "settings", words: "" }),
    fields: [
      {
        name: settingWords.freshADay.word,
        label: "New cards a day",
        choices: choices([0, 5, 10, 15, 20, 30, 50, 100], "", freshADay),
        value: String(freshADay),
        optional: true,
      },
      {
        name: settingWords.retention.word,
        label: "Share of cards to hold in memory",
        choices: choices([75, 80, 85, 90, 95], "\u00a0%", retention),
        value: String(retention),
        optional: true,
      },
    ],
  };
}

function range(setting: keyof PracticeSettings): string {
  const { least, most } = settingWords[setting];
  return `${least} to ${most}`;
}
