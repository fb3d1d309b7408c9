import { expect } from "vitest";
import { right } from "./signals.js";
import { berlin, ledger, newest, questions, type Stories } from "./telling.js";

const friday = berlin("2026-03-06 08:00");
const nine = "daily set 09:00 Europe/Berlin mon-fri";

/** Weekends, dates off, skipped days, pauses: they add nothing and break nothing. */
export const daysOff: Stories = {
  "Friday's question stays open over the weekend, and Monday goes on with the streak": {
    begins: friday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-06 09:00"));
      await ada.answer(right);
      await stage.walkTo(berlin("2026-03-08 20:00"));
      expect(await questions(stage)).toHaveLength(1);
      expect((await ben.answer(right))?.text).toContain("1 day in a row");
      await stage.walkTo(berlin("2026-03-09 09:00"));
      expect((await ada.answer(right))?.text).toContain("2 days in a row");
      expect((await ben.answer(right))?.text).toContain("2 days in a row");
      expect((await ledger(ben)).filter((line) => line.includes("rest day"))).toHaveLength(2);
    },
  },

  "a bonus question on a rest day touches neither streak nor board, makes nobody a member, and closes with the next daily":
    {
      begins: friday,
      async tell(stage) {
        const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
        await ada.type(nine);
        await stage.walkTo(berlin("2026-03-06 09:00"));
        await ada.answer(right);
        await stage.walkTo(berlin("2026-03-07 15:00"));
        await ada.type("daily now");
        expect(await questions(stage)).toHaveLength(2);
        expect((await newest(stage)).text).toContain("A bonus question");
        expect((await ada.answer(right))?.text).not.toContain("in a row");
        expect((await ben.answer(right))?.text).toContain("Right");
        expect((await ada.type("streak"))?.text).toContain("1 day in a row");
        expect((await ben.type("streak"))?.text).toContain("No streak yet");
        expect((await ada.type("leaderboard"))?.text).toMatch(/1\s+Ada \(you\)\s+1 of 1\s+1\/1/);
        await stage.walkTo(berlin("2026-03-09 08:59"));
        expect((await newest(stage)).text).not.toContain("The key");
        await stage.walkTo(berlin("2026-03-09 09:00"));
        const [monday, bonus, before] = await questions(stage);
        expect(monday?.text).toContain("No answers yet.");
        expect(bonus?.text).toContain("The key");
        expect(before?.text).toContain("The key");
      },
    },

  "a date set off after its question is out stays due; later dates of the range have none": {
    begins: friday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-06 09:00"));
      await ben.answer(right);
      await stage.walkTo(berlin("2026-03-09 12:00"));
      await ada.type("daily off 2026-03-09..2026-03-11");
      await stage.walkTo(berlin("2026-03-10 08:59"));
      expect((await newest(stage)).text).not.toContain("The key");
      await stage.walkTo(berlin("2026-03-12 08:59"));
      expect(await questions(stage)).toHaveLength(2);
      expect((await newest(stage)).text).toContain("The key");
      await stage.walkTo(berlin("2026-03-12 09:00"));
      expect(await questions(stage)).toHaveLength(3);
      const lines = await ledger(ben);
      expect(lines.find((line) => line.startsWith("Mon 9"))).toContain("frozen");
      expect(lines.find((line) => line.startsWith("Tue 10"))).toContain("date off");
      expect(lines.find((line) => line.startsWith("Wed 11"))).toContain("date off");
    },
  },

  "dates off that are known in time keep the question before them open until the next one": {
    begins: friday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await ada.type("daily off 2026-03-09..2026-03-10");
      await stage.walkTo(berlin("2026-03-10 22:00"));
      expect(await questions(stage)).toHaveLength(1);
      expect((await ben.answer(right))?.text).toContain("1 day in a row");
      await stage.walkTo(berlin("2026-03-11 09:00"));
      expect((await ben.answer(right))?.text).toContain("2 days in a row");
    },
  },

  "skip leaves out the next day that has no question yet, and says who did it": {
    begins: friday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-06 10:00"));
      await ben.answer(right);
      await ada.type("daily skip");
      expect((await stage.channel())[0]?.text).toContain("Ada left out Mon 9 March in #study");
      expect((await stage.channel())[0]?.text).toContain("Dates off: Mon 9 March.");
      expect((await stage.channel())[0]?.text).toMatch(/To bring it back: \/\S*daily on 2026-03-09/);
      await stage.walkTo(berlin("2026-03-10 08:59"));
      expect(await questions(stage)).toHaveLength(1);
      await stage.walkTo(berlin("2026-03-10 09:00"));
      expect((await ben.answer(right))?.text).toContain("2 days in a row");
      expect((await ledger(ben)).find((line) => line.startsWith("Mon 9"))).toContain("date off");
    },
  },

  "dates off can be taken back, one of several too; what is told of a pause is how to go on": {
    begins: friday,
    async tell(stage) {
      const ada = stage.actor("Ada");
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-06 10:00"));
      await ada.type("daily off 2026-03-09..2026-03-11");
      await ada.type("daily off 2026-03-10");
      expect((await stage.channel())[0]?.text).toContain("Dates off: Mon 9 March to Wed 11 March.");
      await ada.type("daily on 2026-03-10");
      expect((await stage.channel())[0]?.text).toContain("Dates off: Mon 9 March and Wed 11 March.");
      await stage.walkTo(berlin("2026-03-11 10:00"));
      expect(await questions(stage)).toHaveLength(2);
      await ada.type("daily on 2026-03-11");
      await stage.walkTo(berlin("2026-03-12 08:59"));
      expect(await questions(stage)).toHaveLength(2);
      await ada.type("daily pause");
      const told = (await stage.channel()).length;
      for (const words of ["daily preview", "daily skip"]) {
        expect((await ada.type(words))?.text).toMatch(/Paused[\s\S]*Say \/daily resume first/);
      }
      expect(await stage.channel()).toHaveLength(told);
      await ada.type("daily options reveal=at-close thread=on");
      expect((await ada.type("daily show"))?.text).toContain(
        "The key is told at the close and a thread opens at the reveal.",
      );
    },
  },

  "a pause is no question for anybody, and a later change does not rewrite it": {
    begins: friday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-06 09:00"));
      await ben.answer(right);
      await ada.type("daily pause");
      expect((await stage.channel())[0]?.text).toContain("Paused.");
      await stage.walkTo(berlin("2026-03-10 12:00"));
      expect(await questions(stage)).toHaveLength(1);
      await ada.type("daily resume");
      await stage.walkTo(berlin("2026-03-11 09:00"));
      expect((await ben.answer(right))?.text).toContain("2 days in a row");
      await ada.type("daily set thu");
      const lines = await ledger(ben);
      expect(lines.find((line) => line.startsWith("Mon 9"))).toContain("no question");
      expect(lines.find((line) => line.startsWith("Tue 10"))).toContain("no question");
    },
  },
};
