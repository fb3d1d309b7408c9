import { expect } from "vitest";
import { right, wrong } from "./signals.js";
import { berlin, type Stories } from "./telling.js";

const nine = "daily set 09:00 Europe/Berlin daily";
const flat = (words: string | undefined) => (words ?? "").replace(/\s+/g, " ");

/** What the board counts, and where it is asked for. */
export const board: Stories = {
  "in direct messages the board asks which channel: of those where one takes part, and for nobody else's eyes":
    {
      begins: berlin("2026-03-09 08:00"),
      async tell(stage) {
        const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
        await ada.type(nine);
        await stage.walkTo(berlin("2026-03-09 09:00"));
        expect((await ben.say("leaderboard"))?.text).toContain("No board yet");
        await ben.answer(right);
        const which = await ben.say("leaderboard");
        expect(which?.text).toContain("Which channel’s board?");
        expect(which?.buttons).toEqual(["#study"]);
        const seen = await ben.pressPrivate("#study");
        expect(flat(seen?.text)).toContain("1 Ben (you) 1 of 1 1/1");
        expect(seen?.buttons).not.toContain("Show to the channel");
        expect((await stage.channel()).filter(({ text }) => text.includes("March in #study"))).toEqual([]);
      },
    },

  "before the close a board tells who answered, and nobody but themselves whether they were right": {
    begins: berlin("2026-03-09 08:00"),
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-09 09:00"));
      await Promise.all([ada.answer(right), ben.answer(right)]);
      const open = await ben.type("leaderboard");
      expect(flat(open?.text)).toMatch(/1 Ben \(you\) 1 of 1 1\/1 2 Ada 1 of 1 –/);
      await ben.pressPrivate("Show to the channel");
      const [aloud] = (await stage.channel()).filter(({ text }) => text.includes("March in #study"));
      expect(flat(aloud?.text)).toMatch(/1 Ada 1 of 1 – 1 Ben 1 of 1 –/);
      await stage.walkTo(berlin("2026-03-10 09:00"));
      expect(flat((await ben.type("leaderboard"))?.text)).toMatch(
        /1 Ada 1 of 1 1\/1 1 Ben \(you\) 1 of 1 1\/1/,
      );
    },
  },

  "the month turns with the channel's own date, and a round belongs to the month of its day": {
    begins: berlin("2026-03-30 08:00"),
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-30 09:00"));
      await ada.answer(right);
      await stage.walkTo(berlin("2026-03-31 23:59"));
      await ada.answer(right);
      expect(flat((await ada.type("leaderboard"))?.text)).toContain("March in #study");
      await stage.walkTo(berlin("2026-04-01 00:40"));
      await ben.answer(wrong);
      const april = await ben.type("leaderboard");
      expect(april?.text).toContain("April in #study");
      expect(april?.text).toContain("Nobody has answered a question of April here yet");
      expect(april?.text).toContain("leaderboard last shows the month before");
      const last = flat((await ben.type("leaderboard last"))?.text);
      expect(last).toMatch(/March in #study.*1 Ada 2 of 2 1\/1 2 Ben \(you\) 1 of 1 0\/1/);
      await stage.walkTo(berlin("2026-04-01 09:00"));
      await ben.answer(right);
      expect(flat((await ben.type("leaderboard"))?.text)).toMatch(
        /April in #study.*1 Ben \(you\) 1 of 1 1\/1/,
      );
      expect(flat((await ben.type("leaderboard"))?.text)).not.toContain("Ada");
    },
  },

  "streaks: the one that runs, today's answer with it, and the longest ever": {
    begins: berlin("2026-03-09 08:00"),
    async tell(stage) {
      const [ada, ben, chidi] = [stage.actor("Ada"), stage.actor("Ben"), stage.actor("Chidi")];
      await ada.type(nine);
      for (let date = 9; date <= 13; date += 1) {
        await stage.walkTo(berlin(`2026-03-${String(date).padStart(2, "0")} 09:00`));
        await ada.answer(wrong);
        if (date === 9) await ben.answer(right);
        if (date >= 12) await chidi.answer(right);
      }
      expect(flat((await ben.type("leaderboard streak"))?.text)).toContain("1 Ada 5 2 Chidi 2 3 Ben (you) 0");
      expect(flat((await ben.type("leaderboard longest"))?.text)).toContain(
        "1 Ada 5 2 Chidi 2 3 Ben (you) 1",
      );
      await stage.walkTo(berlin("2026-03-14 09:00"));
      await chidi.answer(right);
      expect(flat((await chidi.type("leaderboard streak"))?.text)).toContain("1 Ada 5 2 Chidi (you) 3");
    },
  },

  "equals share a place and stand by name; who came late is weighed by five rounds, in a young month by those there were":
    {
      begins: berlin("2026-03-01 08:00"),
      async tell(stage) {
        const [ada, ben, chidi, dana] = (["Ada", "Ben", "Chidi", "Dana"] as const).map(stage.actor);
        await ada?.type(nine);
        for (let date = 1; date <= 8; date += 1) {
          await stage.walkTo(berlin(`2026-03-0${date} 09:00`));
          await ada?.answer(right);
          if (![2, 4, 6].includes(date)) await ben?.answer(right);
          if (date >= 2) await chidi?.answer(right);
          if (date >= 6) await dana?.answer(right);
          if (date === 3) {
            await stage.walkTo(berlin("2026-03-03 10:00"));
            expect(flat((await ada?.type("leaderboard"))?.text)).toContain(
              "1 Ada (you) 3 of 3 3/3 2 Ben 2 of 3 1/1 2 Chidi 2 of 2 1/1",
            );
          }
        }
        expect(flat((await dana?.type("leaderboard"))?.text)).toContain(
          "1 Ada 8 of 8 7/7 1 Chidi 7 of 7 6/6 3 Ben 5 of 8 4/4 4 Dana (you) 3 of 3 3/3",
        );
      },
    },
};
