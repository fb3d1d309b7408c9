import type { Fault } from "./fault.js";

/** How somebody practises: new questions a day, and the share of memories that is to hold, in percent. */
export type PracticeSettings = { readonly freshADay: number; readonly retention: number };

/** As everybody who has set nothing. */
export const usual: PracticeSettings = { freshADay: 10, retention: 90 };

/** The words that set them, and between what; both ends belong to it. */
export const settingWords = {
  freshADay: { word: "new", least: 0, most: 100 },
  retention: { word: "retention", least: 70, most: 97 },
} as const satisfies Record<keyof PracticeSettings, object>;

/** `new=15 retention=85%`, in any order; what is left out stays as it was. */
export function readSettings(
  words: readonly string[],
): { readonly settings: Partial<PracticeSettings> } | { readonly fault: Fault } {
  let settings: Partial<PracticeSettings> = {};
  for (const given of words) {
    const [name = "", value = ""] = given.toLowerCase().split(/=(.*)/s);
    const number = /^\d{1,3}%?$/.test(value) ? Number.parseInt(value, 10) : Number.NaN;
    const setting = all.find((one) => settingWords[one].word === name);
    if (!setting) return { fault: { kind: "setting", given } };
    if (!isWithin(number, settingWords[setting])) return { fault: { kind: "value", setting, given } };
    settings = { ...settings, [setting]: number };
  }
  return { settings };
}

const all = ["freshADay", "retention"] as const satisfies readonly (keyof PracticeSettings)[];

function isWithin(
  number: number,
  { least, most }: { readonly least: number; readonly most: number },
): boolean {
  return number >= least && number <= most;
}
