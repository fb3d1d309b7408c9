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

const deeds = /^Ada (?:set|paused|resumed|left out|brought back|chose|changed) .*in #study/m;

/** The newest change of the daily that the channel was told. */
async function announced(stage: Stage): Promise<string> {
  return (await stage.channel()).find(({ text }) => deeds.test(text))?.text ?? "";
}

/** Each deed by its own name, and dates that change nothing refused. */
const deedsOfAKeeper: Stories = {
  "what was done stands over the change; dates that are past or no question days change nothing": {
    begins: monday,
    async tell(stage) {
      const ada = stage.actor("Ada");
      const title = async () => (await announced(stage)).split("\n")[0];
      await ada.type(nine);
      for (const [words, deed] of [
        ["daily topics north", "Ada chose the topics of the daily in #study"],
        ["daily options reveal=at-close", "Ada changed the options of the daily in #study"],
        ["daily off 2026-03-11..2026-03-13", "Ada left out Wed 11 March to Fri 13 March in #study"],
        ["daily on 2026-03-12", "Ada brought back Thu 12 March in #study"],
        ["daily pause", "Ada paused the daily in #study"],
        ["daily resume", "Ada resumed the daily in #study"],
      ] as const) {
        await ada.type(words);
        expect([words, await title()]).toEqual([words, deed]);
      }
      await stage.walkTo(berlin("2026-03-12 10:00"));
      const told = (await stage.channel()).length;
      expect((await ada.type("daily off 2026-03-10"))?.text).toContain(
        "Tue 10 March is past, so nothing was changed. Today is Thu 12 March",
      );
      expect((await ada.type("daily on 2026-03-14..2026-03-15"))?.text).toContain(
        "are no question days anyway: the days are Monday to Friday.",
      );
      expect(await stage.channel()).toHaveLength(told);
      expect((await ada.type("daily show"))?.text).toContain("Dates off: Fri 13 March.");
      await ada.type("daily off 2027-01-04");
      expect(await announced(stage)).toContain("Changed: the dates off (Fri 13 March before).");
      expect(await announced(stage)).toContain("Dates off: Fri 13 March and Mon 4 January 2027.");
    },
  },
};

/** What a keeper is told of a change, and the channel with them. */
export const keeper: Stories = {
  ...deedsOfAKeeper,

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
        expect(await told()).toContain("holds from the next question on; one that is open keeps its way.");
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
        expect((await stage.channel())[0]?.text).toContain("The key is told at the close.");
        expect(labels).not.toContain("Show the answer");
        for (const actor of [ada, ben]) {
          const noted = await actor.press("I have my answer");
          expect(noted?.text).toContain("My result under it then asks whether you had it.");
          expect(noted?.text).toContain("1 day in a row");
          expect(noted?.text).not.toContain("Reef");
          expect(noted?.buttons).toEqual([]);
        }
        await stage.walkTo(berlin("2026-03-10 09:00"));
        const closed = (await stage.channel()).map(({ text }) => text).join("\n");
        expect(closed).toContain("2 answered for themselves.");
        expect(closed).not.toContain("looked at the answer");
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
