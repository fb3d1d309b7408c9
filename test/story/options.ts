import { expect } from "vitest";
import { right, signals, wrong } from "./signals.js";
import { berlin, newest, questions, type Stories, signalIn } from "./telling.js";

const monday = berlin("2026-03-09 08:00");
const nine = "daily set 09:00 Europe/Berlin mon-fri";

/** What a keeper may choose for the channel. */
export const options: Stories = {
  "with reveal=at-close nothing tells right from wrong before the close: whisper, history, streak, board, quiz":
    {
      begins: monday,
      notes: signals(3),
      async tell(stage) {
        const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
        await ada.type(nine);
        await ada.type("daily options reveal=at-close");
        await stage.walkTo(berlin("2026-03-09 09:00"));
        const open = await newest(stage);
        const told = [await ada.answer(right), await ben.answer(wrong)];
        for (const [at, words] of [right, wrong].entries()) {
          const letter = open.options.find((option) => option.text.includes(words))?.letter;
          expect(told[at]?.text).toContain(`You picked ${letter}.`);
          expect(told[at]?.text).toContain("1 day in a row");
          expect(told[at]?.text).not.toMatch(/Right|Not this one|The key is [A-C]|Why/);
        }
        for (const actor of [ada, ben]) {
          expect((await actor.answer(wrong))?.text).not.toMatch(/Right|Not this one|The key is [A-C]|Why/);
          const history = (await actor.type("quiz history"))?.text ?? "";
          expect(history).toContain("answered");
          expect(history).not.toMatch(/right/);
          expect((await actor.type("streak"))?.text).toContain(
            "you answered 1 question here, 0 of them right",
          );
        }
        const board = (await ada.type("leaderboard"))?.text.replace(/\s+/g, " ");
        expect(board).toContain("1 Ada (you) 1 of 1 – 1 Ben 1 of 1 –");
        const practised = async () =>
          (await stage.shownTo("Ben")).some(
            (seen) => seen.text.includes(signalIn(open)) && seen.text.includes("Practice:"),
          );
        await ben.type("practice misses");
        expect(await practised()).toBe(false);

        await stage.walkTo(berlin("2026-03-10 09:00"));
        expect((await questions(stage))[1]?.text).toContain("The key");
        expect((await ada.press("My result"))?.text).toContain("Right");
        expect((await ben.press("My result"))?.text).toContain("Not this one");
        expect((await ben.type("quiz history"))?.text).toContain("not right");
        expect((await ada.type("leaderboard"))?.text).toMatch(/1\s+Ada \(you\)\s+1 of 1\s+1\/1/);
        await ben.type("practice misses");
        expect(await practised()).toBe(true);
      },
    },

  "with thread=on the talk begins under the question, once, when the key is out": {
    begins: monday,
    async tell(stage) {
      const ada = stage.actor("Ada");
      await ada.type(nine);
      await ada.type("daily options thread=on");
      await stage.walkTo(berlin("2026-03-10 08:59"));
      const talks = async () =>
        (await stage.channel()).filter((seen) => seen.text.includes("talk about it here"));
      expect(await talks()).toHaveLength(0);
      await stage.walkTo(berlin("2026-03-10 09:00"));
      expect(await talks()).toHaveLength(1);
      expect((await talks())[0]?.text).toContain("What did you think of “Off the cape a ship hoists");
      await stage.restart();
      await stage.walkTo(berlin("2026-03-10 10:00"));
      expect(await talks()).toHaveLength(1);
    },
  },

  "where the kinds leave nothing to ask, that is said wherever there is nothing, with the words that bring it":
    {
      begins: monday,
      notes: {
        "squalls.md":
          "# Squalls\n\n## At the cape\n\n> **Scenario:** A dark cloud comes up and the wind dies.\n> What do you do first?\n\n_Reef the sails before it blows._\n",
      },
      async tell(stage) {
        const ada = stage.actor("Ada");
        const why =
          /The one scenario of the channel’s topics is without options[\s\S]*daily options kinds=all brings/;
        await ada.type(nine);
        await ada.type("daily options kinds=choice");
        for (const words of ["daily show", "daily now", "daily preview"])
          expect([words, (await ada.type(words))?.text]).toEqual([words, expect.stringMatching(why)]);
        await stage.walkTo(berlin("2026-03-09 09:01"));
        const told = (await stage.shownTo("Ada")).filter(({ text }) =>
          text.includes("No question fits #study"),
        );
        expect(told.map(({ text }) => text)).toEqual([expect.stringMatching(why)]);
        await ada.type("daily options kinds=all");
        expect((await ada.type("daily preview"))?.text).toContain("Reef the sails");
      },
    },

  "a keeper's options are read from words, and words that are none are explained": {
    begins: monday,
    async tell(stage) {
      const ada = stage.actor("Ada");
      await ada.type(nine);
      expect((await ada.type("daily options reveal=never"))?.text).toContain("“reveal=never” is no option");
      expect((await ada.type("daily off 2026-02-30"))?.text).toContain(
        "“2026-02-30” is a date that does not exist",
      );
      expect((await ada.type("daily topics volcanoes"))?.text).toMatch(
        /No topic is called “volcanoes”[\s\S]*Nothing was changed\. The topics are:/,
      );
      await ada.type("daily topics north");
      await stage.walkTo(berlin("2026-03-09 09:00"));
      expect(Number(signalIn(await newest(stage)).replace("signal ", "")) % 3).toBe(1);
    },
  },
};
