import { expect } from "vitest";
import type { Seen, Stage } from "../support/stage.js";
import { right, wrong } from "./signals.js";
import { berlin, questions, type Stories, signalIn, timesShown } from "./telling.js";

const monday = berlin("2026-03-09 08:00");
const waits = "A question waits for you in #study";
const reminded = (stage: Stage) => timesShown(stage, "Ben", waits);

/** Ben answers on Monday, and wishes to be reminded at half past five. */
async function wish(stage: Stage): Promise<void> {
  await stage.actor("Ada").type("daily set 09:00 Europe/Berlin daily");
  await stage.walkTo(berlin("2026-03-09 09:00"));
  await stage.actor("Ben").answer(right);
  const set = await stage.actor("Ben").type("reminder 17:30");
  expect(set?.text).toContain("Each day at 17:30 (Europe/Berlin), if a question still waits for you.");
}

/** One direct message a day, for those who wish it. */
export const reminders: Stories = {
  "a reminder comes at its hour and only where a question waits; it is answered there, and stopped there": {
    begins: monday,
    async tell(stage) {
      const ben = stage.actor("Ben");
      expect((await ben.type("reminder"))?.text).toContain("No reminder is set");
      await wish(stage);
      await stage.walkTo(berlin("2026-03-09 20:00"));
      expect(await reminded(stage)).toBe(0);

      await stage.walkTo(berlin("2026-03-10 17:29"));
      expect(await reminded(stage)).toBe(0);
      await stage.walkTo(berlin("2026-03-10 17:30"));
      expect(await reminded(stage)).toBe(1);
      const card = (await stage.shownTo("Ben")).find((seen) => seen.text.includes(waits));
      expect(signalIn(card)).toBe(signalIn((await questions(stage))[0]));
      expect((await ben.pressPrivate(letterOf(card, right)))?.text).toContain("2 days in a row");

      await stage.walkTo(berlin("2026-03-11 20:00"));
      expect(await reminded(stage)).toBe(2);
      expect((await ben.pressPrivate("Stop these"))?.text).toContain("No more reminders");
      expect((await ben.type("reminder"))?.text).toContain("No reminder is set");
      await stage.walkTo(berlin("2026-03-12 20:00"));
      expect(await reminded(stage)).toBe(2);
      for (const name of ["Ada", "Chidi", "Dana"] as const) {
        expect(await timesShown(stage, name, waits)).toBe(0);
      }
    },
  },

  "who is away, or answers before, is not reminded; a bonus question reminds nobody": {
    begins: monday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await wish(stage);
      await ben.type("streak away 2026-03-10..2026-03-11");
      await stage.walkTo(berlin("2026-03-11 20:00"));
      expect(await reminded(stage)).toBe(0);
      await stage.walkTo(berlin("2026-03-12 12:00"));
      await ben.answer(wrong);
      await ada.type("daily now");
      await stage.walkTo(berlin("2026-03-12 20:00"));
      expect(await questions(stage)).toHaveLength(5);
      expect(await reminded(stage)).toBe(0);
      await stage.walkTo(berlin("2026-03-13 17:30"));
      expect(await reminded(stage)).toBe(1);
    },
  },

  "a letter that is typed under a reminder answers nothing unseen: its buttons do": {
    begins: monday,
    async tell(stage) {
      const ben = stage.actor("Ben");
      await wish(stage);
      await stage.walkTo(berlin("2026-03-10 17:00"));
      const quiz = await ben.say("quiz");
      await stage.walkTo(berlin("2026-03-10 17:30"));
      expect((await ben.say(letterOf(quiz ?? undefined, right)))?.text).toContain(
        "Which question do you mean?",
      );
      const card = (await stage.shownTo("Ben")).find((seen) => seen.text.includes(waits));
      expect((await ben.answer(right))?.text).toContain("2 days in a row");
      expect(card?.options).toHaveLength(3);
      expect((await ben.say(letterOf(quiz ?? undefined, right)))?.text).toContain("Right");
    },
  },

  "who is forgotten is not reminded any more": {
    begins: monday,
    async tell(stage) {
      const ben = stage.actor("Ben");
      await wish(stage);
      await ben.type("mydata delete");
      await ben.pressPrivate("Delete everything about me");
      expect((await ben.type("reminder"))?.text).toContain("No reminder is set");
      await stage.walkTo(berlin("2026-03-10 12:00"));
      await ben.answer(right);
      await stage.walkTo(berlin("2026-03-11 20:00"));
      expect(await reminded(stage)).toBe(0);
    },
  },

  "the hour is the wished zone's, through daylight saving; another hour or zone moves it": {
    begins: berlin("2026-03-28 08:00"),
    async tell(stage) {
      const ben = stage.actor("Ben");
      await stage.actor("Ada").type("daily set 09:00 Europe/Berlin daily");
      await stage.walkTo(berlin("2026-03-28 09:00"));
      await ben.answer(right);
      expect((await ben.type("reminder 02:30 CET"))?.text).toContain("no time zone that I know");
      await ben.type("reminder 10:00");
      await stage.walkTo(berlin("2026-03-29 09:59"));
      expect(await reminded(stage)).toBe(0);
      await stage.walkTo(berlin("2026-03-29 10:00"));
      expect(await reminded(stage)).toBe(1);
      const moved = await ben.type("reminder 19:30 Asia/Tokyo");
      expect(moved?.text).toContain("Each day at 19:30 (Asia/Tokyo)");
      await stage.walkTo(berlin("2026-03-29 12:29"));
      expect(await reminded(stage)).toBe(1);
      await stage.walkTo(berlin("2026-03-30 12:30"));
      expect(await reminded(stage)).toBe(3);
    },
  },

  "a bot that slept through the hour reminds up to an hour late, and once": {
    begins: monday,
    async tell(stage) {
      await wish(stage);
      await stage.walkTo(berlin("2026-03-10 17:00"));
      await stage.sleepUntil(berlin("2026-03-10 18:20"));
      expect(await reminded(stage)).toBe(1);
      await stage.restart();
      await stage.walkTo(berlin("2026-03-10 19:00"));
      expect(await reminded(stage)).toBe(1);
      await stage.walkTo(berlin("2026-03-11 17:00"));
      await stage.sleepUntil(berlin("2026-03-11 18:31"));
      await stage.walkTo(berlin("2026-03-11 20:00"));
      expect(await reminded(stage)).toBe(1);
      await stage.walkTo(berlin("2026-03-12 17:30"));
      expect(await reminded(stage)).toBe(2);
    },
  },

  "faults 9 and 10: a clock that goes back, or runs ahead and comes back, reminds nobody twice a day": {
    begins: monday,
    async tell(stage) {
      await wish(stage);
      await stage.walkTo(berlin("2026-03-10 17:35"));
      expect(await reminded(stage)).toBe(1);
      await stage.sleepUntil(berlin("2026-03-10 16:30"));
      await stage.walkTo(berlin("2026-03-10 17:40"));
      expect(await reminded(stage)).toBe(1);
      await stage.sleepUntil(berlin("2027-03-10 12:00"));
      await stage.sleepUntil(berlin("2026-03-10 17:10"));
      await stage.walkTo(berlin("2026-03-10 17:40"));
      expect(await reminded(stage)).toBe(1);
      await stage.walkTo(berlin("2026-03-11 17:40"));
      expect(await reminded(stage)).toBe(2);
    },
  },
};

function letterOf(card: Seen | undefined, words: string): string {
  return card?.options.find((option) => option.text.includes(words))?.letter ?? words;
}
