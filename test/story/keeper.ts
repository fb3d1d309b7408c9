import { expect } from "vitest";
import type { Stage } from "../support/stage.js";
import { right } from "./signals.js";
import { berlin, newest, questions, type Stories } from "./telling.js";

const monday = berlin("2026-03-09 08:00");
const nine = "daily set 09:00 Europe/Berlin mon-fri";
const isSo = "It is so already";

const squalls = `# Squalls

## At the cape

> **Scenario:** A dark line of cloud comes up over the cape, and the wind dies.
> What do you do first?

_Reef the sails before it blows._

- A squall comes within minutes.
`;

/** The newest change of the daily that the channel was told. */
async function announced(stage: Stage): Promise<string> {
  return (await stage.channel()).find(({ text }) => text.includes("set the daily in"))?.text ?? "";
}

/** What a keeper is told of a change, and the channel with them. */
export const keeper: Stories = {
  "a change is told with what held before and when the next question comes; what is so already only to who set it":
    {
      begins: monday,
      async tell(stage) {
        const ada = stage.actor("Ada");
        const told = () => announced(stage);
        await ada.type("daily set 09:30 Europe/Berlin mon-fri");
        expect(await told()).toMatch(/One question at 09:30[\s\S]*The next question comes/);
        await ada.type("daily set 10:00 mon-sat");
        expect(await told()).toContain(
          "Changed: the hour (09:30 before); the days (Monday to Friday before).",
        );
        await ada.type("daily topics north");
        expect(await told()).toContain("Changed: the topics (all before).");
        await ada.type("daily options reveal=at-close");
        expect(await told()).toContain("Changed: when the key is told (at once before).");
        await ada.type("daily off 2026-03-10");
        expect(await told()).toContain("Changed: the dates off (none before).");
        const said = (await stage.channel()).length;
        for (const words of [
          "daily set 10:00",
          "daily topics north",
          "daily options reveal=at-close",
          "daily off 2026-03-10",
          "daily on 2026-03-11",
          "daily resume",
        ]) {
          const seen = await ada.type(words);
          expect([words, seen?.text]).toEqual([words, expect.stringContaining(isSo)]);
        }
        expect(await stage.channel()).toHaveLength(said);
        await ada.type("daily pause");
        expect(await told()).not.toContain("The next question comes");
        expect((await ada.type("daily pause"))?.text).toContain(isSo);
        await ada.type("daily resume");
        expect(await told()).toContain("The pause is over.");
      },
    },

  "a daily that is set while it is paused goes on, and says that the pause is over": {
    begins: monday,
    async tell(stage) {
      const ada = stage.actor("Ada");
      await ada.type(nine);
      await ada.type("daily pause");
      await ada.type(nine);
      expect(await announced(stage)).toContain("The pause is over.");
      await stage.walkTo(berlin("2026-03-09 09:00"));
      expect(await questions(stage)).toHaveLength(1);
    },
  },

  "with reveal=at-close no button promises an answer that is kept: it is shown at the close, and asked about then":
    {
      begins: monday,
      notes: { "squalls.md": squalls },
      async tell(stage) {
        const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
        await ada.type(nine);
        await ada.type("daily options reveal=at-close");
        await stage.walkTo(berlin("2026-03-09 09:00"));
        const labels = (await stage.channel()).flatMap(({ buttons }) => buttons);
        expect(labels).toContain("I have my answer");
        expect(labels).not.toContain("Show the answer");
        for (const actor of [ada, ben]) {
          const noted = await actor.press("I have my answer");
          expect(noted?.text).toContain("My result under it then asks whether you had it.");
          expect(noted?.text).toContain("1 day in a row");
          expect(noted?.text).not.toContain("Reef");
          expect(noted?.buttons).toEqual([]);
        }
        await stage.walkTo(berlin("2026-03-10 09:00"));
        for (const [actor, label, said] of [
          [ada, "I had it", "You said: I had it."],
          [ben, "Not this time", "You said: not this time."],
        ] as const) {
          const result = await actor.press("My result");
          expect(result?.text).toContain("Reef the sails before it blows.");
          expect(result?.buttons).toEqual(expect.arrayContaining(["I had it", "Not this time"]));
          expect((await actor.pressPrivate(label))?.text).toContain(said);
          expect((await actor.press("My result"))?.text).toContain(said);
        }
      },
    },

  "an earlier hour says that it closes the open question before the time on its card, and does": {
    begins: monday,
    async tell(stage) {
      const ada = stage.actor("Ada");
      const warns = async () => (await announced(stage)).includes("earlier than its card says");
      await ada.type(nine);
      expect(await warns()).toBe(false);
      await stage.walkTo(berlin("2026-03-09 10:00"));
      await ada.answer(right);
      await ada.type("daily set 11:00");
      expect(await warns()).toBe(false);
      await ada.type("daily set 07:30");
      expect(await warns()).toBe(true);
      await stage.walkTo(berlin("2026-03-10 07:30"));
      expect((await questions(stage))[1]?.text).toContain("The key");
      expect((await newest(stage)).text).not.toContain("The key");
    },
  },
};
