import { expect } from "vitest";
import { right } from "./signals.js";
import { berlin, ledger, newest, questions, type Stories, signalIn } from "./telling.js";

const monday = berlin("2026-03-09 08:00");
const nine = "daily set 09:00 Europe/Berlin mon-fri";

/** Daylight saving, zones that change, and clocks that are wrong. */
export const clocks: Stories = {
  "fault 11: half past two does not exist on a morning in March: the question comes at the first moment after":
    {
      begins: berlin("2026-03-28 12:00"),
      async tell(stage) {
        await stage.actor("Ada").type("daily set 02:30 Europe/Berlin daily");
        await stage.walkTo(berlin("2026-03-29 01:59"));
        expect(await questions(stage)).toHaveLength(0);
        await stage.walkTo(berlin("2026-03-29 03:00"));
        expect(await questions(stage)).toHaveLength(1);
        await stage.walkTo(berlin("2026-03-30 02:29"));
        expect(await questions(stage)).toHaveLength(1);
        await stage.walkTo(berlin("2026-03-30 02:30"));
        expect(await questions(stage)).toHaveLength(2);
      },
    },

  "fault 12: half past two comes twice on a morning in October: the question comes at the first, once": {
    begins: berlin("2026-10-24 12:00"),
    async tell(stage) {
      await stage.actor("Ada").type("daily set 02:30 Europe/Berlin daily");
      await stage.walkTo(berlin("2026-10-25 02:29"));
      expect(await questions(stage)).toHaveLength(0);
      await stage.walkTo(berlin("2026-10-25 02:30"));
      expect(await questions(stage)).toHaveLength(1);
      await stage.walkTo(new Date("2026-10-25T02:45:00+01:00"));
      expect(await questions(stage)).toHaveLength(1);
      await stage.walkTo(berlin("2026-10-26 02:30"));
      expect(await questions(stage)).toHaveLength(2);
    },
  },

  "fault 13: moving eastward at noon brings the next day's question earlier, and closes the one before with it":
    {
      begins: monday,
      async tell(stage) {
        const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
        await ada.type(nine);
        await stage.walkTo(berlin("2026-03-09 12:00"));
        await ada.type("daily set Asia/Tokyo");
        await stage.walkTo(berlin("2026-03-10 00:59"));
        expect(await questions(stage)).toHaveLength(1);
        const old = await stage.actor("Chidi").hold(right);
        expect((await ben.answer(right))?.text).toContain("1 day in a row");
        await stage.walkTo(berlin("2026-03-10 01:00"));
        const [tuesday, before] = await questions(stage);
        expect(tuesday?.text).toContain("No answers yet.");
        expect(before?.text).toContain("The key");
        expect((await old())?.text).toContain("This question is closed.");
        expect((await ben.answer(right))?.text).toContain("2 days in a row");
        await stage.walkTo(berlin("2026-03-11 00:59"));
        expect(await questions(stage)).toHaveLength(2);
        await stage.walkTo(berlin("2026-03-11 01:00"));
        expect(await questions(stage)).toHaveLength(3);
      },
    },

  "fault 13: moving westward at noon lets the question close when it said, and the next one comes later": {
    begins: monday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-09 12:00"));
      await ben.answer(right);
      await ada.type("daily set America/New_York");
      await stage.walkTo(berlin("2026-03-10 08:59"));
      expect((await newest(stage)).text).not.toContain("The key");
      await stage.walkTo(berlin("2026-03-10 13:59"));
      expect(await questions(stage)).toHaveLength(1);
      expect((await newest(stage)).text).toContain("The key");
      await stage.walkTo(berlin("2026-03-10 14:00"));
      expect(await questions(stage)).toHaveLength(2);
      expect((await ben.answer(right))?.text).toContain("2 days in a row");
    },
  },

  "fault 13: moving far westward may ask for Sunday after Monday: streaks go by the dates, whichever is over first":
    {
      begins: new Date("2026-03-06T08:00:00+09:00"),
      async tell(stage) {
        const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
        await ada.type("daily set 09:00 Asia/Tokyo mon-fri");
        await stage.walkTo(new Date("2026-03-06T09:00:00+09:00"));
        await ben.answer(right);
        await stage.walkTo(new Date("2026-03-09T09:00:00+09:00"));
        await ben.answer(right);
        await ada.type("daily set 21:00 America/New_York daily");
        await stage.walkTo(new Date("2026-03-10T21:00:00-04:00"));
        expect(await questions(stage)).toHaveLength(4);
        const [tuesday, monday, sunday] = await ledger(ben);
        expect(tuesday).toMatch(/^Tue 10 March open.* 2$/);
        expect(monday).toMatch(/^Mon 9 March answered.* 2$/);
        expect(sunday).toMatch(/^Sun 8 March frozen.* 1$/);
      },
    },

  "other weekdays, set at noon, leave today's question due and begin with the next": {
    begins: berlin("2026-03-06 08:00"),
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-06 09:00"));
      await ben.answer(right);
      await stage.walkTo(berlin("2026-03-09 12:00"));
      await ada.type("daily set wed,fri");
      await stage.walkTo(berlin("2026-03-10 09:00"));
      expect(await questions(stage)).toHaveLength(2);
      expect((await newest(stage)).text).toContain("The key");
      await stage.walkTo(berlin("2026-03-11 09:00"));
      expect(await questions(stage)).toHaveLength(3);
      expect((await ben.answer(right))?.text).toContain("2 days in a row");
      const lines = await ledger(ben);
      expect(lines.find((line) => line.startsWith("Mon 9"))).toContain("frozen");
      expect(lines.find((line) => line.startsWith("Tue 10"))).toContain("rest day");
    },
  },

  "a clock that is set back an hour asks nothing twice and loses no answer": {
    begins: monday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-09 09:30"));
      await ada.answer(right);
      await stage.walkTo(berlin("2026-03-09 09:31"));
      await stage.sleepUntil(berlin("2026-03-09 08:30"));
      await stage.walkTo(berlin("2026-03-09 08:45"));
      expect((await ben.answer(right))?.text).toContain("1 day in a row");
      await stage.walkTo(berlin("2026-03-09 09:10"));
      expect(await questions(stage)).toHaveLength(1);
      expect((await newest(stage)).text).toContain("2 answers so far.");
      await stage.walkTo(berlin("2026-03-10 09:00"));
      expect(await questions(stage)).toHaveLength(2);
      expect((await ada.answer(right))?.text).toContain("2 days in a row");
    },
  },

  "fault 10: a clock that runs ahead by a year and comes back destroys no streak and stops no question": {
    begins: berlin("2026-03-06 08:00"),
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-06 09:00"));
      await Promise.all([ada.answer(right), ben.answer(right)]);
      await stage.walkTo(berlin("2026-03-09 08:50"));
      await stage.sleepUntil(new Date("2027-03-09T09:30:00+01:00"));
      await stage.sleepUntil(berlin("2026-03-09 09:10"));
      await stage.walkTo(berlin("2026-03-09 09:15"));
      const today = await newest(stage);
      expect(today.text).toContain("No answers yet.");
      expect((await ada.answer(right))?.text).toContain("2 days in a row");
      await stage.walkTo(berlin("2026-03-09 09:30"));
      expect((await ada.type("leaderboard"))?.text).toMatch(/1\s+Ada \(you\)\s+2 of 2/);
      await stage.walkTo(berlin("2026-03-10 09:00"));
      expect(signalIn(await newest(stage))).not.toBe(signalIn(today));
      const kept = await ada.answer(right);
      expect(kept?.text).toContain("3 days in a row");
      expect(kept?.text).toContain("You hold 2 freezes of 2.");
      const open = (await questions(stage)).filter((seen) => !seen.text.includes("The key"));
      expect(open).toHaveLength(1);
      const lines = (await ledger(ben)).join("\n");
      expect(lines.match(/frozen/g)).toHaveLength(1);
      expect(lines).not.toContain("missed");
    },
  },

  "fault 10: questions that a clock asked ahead of its time come after those of the days between, in every total":
    {
      begins: berlin("2026-03-02 08:00"),
      async tell(stage) {
        const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
        await ada.type("daily set 09:00 Europe/Berlin daily");
        await stage.walkTo(berlin("2026-03-02 09:00"));
        await ben.answer(right);
        await stage.sleepUntil(berlin("2026-03-12 08:50"));
        await stage.walkTo(berlin("2026-03-12 09:00"));
        await ben.answer(right);
        await stage.walkTo(berlin("2026-03-13 09:30"));
        await stage.sleepUntil(berlin("2026-03-03 08:50"));
        for (const date of ["2026-03-04", "2026-03-05"]) {
          await stage.walkTo(berlin(`${date} 09:00`));
          expect(await stage.miscounted()).toEqual([]);
        }
        const [second, third, fourth] = [...(await ledger(ben))].reverse();
        expect(second).toMatch(/^Mon 2 March answered.* 1$/);
        expect(third).toMatch(/^Tue 3 March frozen.* 1$/);
        expect(fourth).toMatch(/^Wed 4 March frozen.* 1$/);
      },
    },
};
