import { expect, test } from "vitest";
import type { Actor, Need, Notes, OpenStage, Seen, Stage } from "../support/stage.js";
import { signals } from "./signals.js";

/** What happens in a channel, on whatever platform it lies. */
export type Story = {
  readonly begins: Date;
  /** Signals, unless it says otherwise. */
  readonly notes?: Notes;
  readonly needs?: readonly Need[];
  readonly tell: (stage: Stage) => Promise<void>;
};
export type Stories = Readonly<Record<string, Story>>;

/** Tells each story; one that needs what the stage cannot do is left out by name. After each, kept totals are true. */
export function tellAll(stories: Stories, open: OpenStage, can: readonly Need[]): void {
  for (const [name, story] of Object.entries(stories)) {
    const missing = (story.needs ?? []).filter((need) => !can.includes(need));
    const title = missing.length === 0 ? name : `${name} (not here: no ${missing.join(", no ")})`;
    test.skipIf(missing.length > 0)(title, { timeout: 120_000 }, async () => {
      const stage = await open({ notes: story.notes ?? signals(30), now: story.begins });
      try {
        await story.tell(stage);
        expect(await stage.miscounted()).toEqual([]);
      } finally {
        await stage.close();
      }
    });
  }
}

/** Wall time in Berlin, 2026: `2026-03-09 09:00`. The hour that comes twice is the first of the two. */
export function berlin(wall: string): Date {
  const summer = wall >= "2026-03-29 02:00" && wall < "2026-10-25 03:00";
  const [day, time = ""] = wall.split(" ");
  return new Date(`${day}T${time.length === 5 ? `${time}:00` : time}${summer ? "+02:00" : "+01:00"}`);
}

/** The questions in the channel, newest first. */
export async function questions(stage: Stage): Promise<readonly Seen[]> {
  return (await stage.channel()).filter(
    (seen) => seen.options.length > 0 || seen.buttons.includes("Answer…"),
  );
}

/** The newest question in the channel. */
export async function newest(stage: Stage): Promise<Seen> {
  const [first] = await questions(stage);
  if (!first) throw new Error("nothing was asked");
  return first;
}

/** What the channel was told of corrected keys. */
export async function corrections(stage: Stage): Promise<readonly string[]> {
  return (await stage.channel()).map(({ text }) => text).filter((text) => text.includes("was corrected\n"));
}

/** Which signal a card is about. */
export function signalIn(seen: Seen | null | undefined): string {
  const found = /signal \d+/.exec(seen?.text ?? "");
  if (!found) throw new Error(`no signal in: ${seen?.text}`);
  return found[0];
}

/** Of what somebody was shown, how many cards hold these words. */
export async function timesShown(stage: Stage, name: Parameters<Stage["shownTo"]>[0], words: string) {
  return (await stage.shownTo(name)).filter((seen) => seen.text.includes(words)).length;
}

/** The lines of `/streak why`, newest first: `Mon 9 March answered 1`. */
export async function ledger(actor: Actor): Promise<readonly string[]> {
  const seen = await actor.type("streak why");
  return (seen?.text ?? "")
    .split(/(?=(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z])/)
    .slice(1)
    .map((line) => line.replace(/\s+/g, " ").trim());
}
