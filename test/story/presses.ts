import { expect } from "vitest";
import { right, wrong } from "./signals.js";
import { berlin, ledger, newest, questions, type Stories } from "./telling.js";

const begins = berlin("2026-03-09 08:00");
const nine = "daily set 09:00 Europe/Berlin mon-fri";

/** When a press counts, and how often. */
export const presses: Stories = {
  "fault 14: an answer at 00:40 belongs to the question posted the day before": {
    begins,
    async tell(stage) {
      const ben = stage.actor("Ben");
      await stage.actor("Ada").type(nine);
      await stage.walkTo(berlin("2026-03-10 00:40"));
      expect((await ben.answer(right))?.text).toContain("1 day in a row");
      expect((await ledger(ben)).at(-1)).toMatch(/^Mon 9 March answered/);
      await stage.walkTo(berlin("2026-03-10 09:00"));
      expect((await ben.answer(right))?.text).toContain("2 days in a row");
    },
  },

  "a press at 08:59:58 that arrives at 09:00:03 counts, and corrects the count of the reveal; one at 09:00:01 does not":
    {
      begins,
      needs: ["late press"],
      async tell(stage) {
        const [ben, chidi] = [stage.actor("Ben"), stage.actor("Chidi")];
        await stage.actor("Ada").type(nine);
        await stage.walkTo(berlin("2026-03-09 09:00"));
        const [late, tooLate] = [await ben.hold(right), await chidi.hold(right)];
        await stage.walkTo(berlin("2026-03-10 09:00:03"));
        expect((await questions(stage))[1]?.text).toContain("Nobody answered this one.");
        const verdict = await late({ at: berlin("2026-03-10 08:59:58") });
        expect(verdict?.text).toContain("Right");
        expect(verdict?.text).toContain("1 day in a row");
        expect((await tooLate({ at: berlin("2026-03-10 09:00:01") }))?.text).toContain("is closed");
        await stage.walkTo(berlin("2026-03-10 09:02"));
        expect((await questions(stage))[1]?.text).toContain("One answer");
        expect((await ledger(ben)).at(-1)).toMatch(/^Mon 9 March answered/);
        expect((await chidi.type("streak"))?.text).toContain("No streak yet");
      },
    },

  "fault 25: a letter on an old screen, a second after the close, shows the reveal and counts for nothing": {
    begins,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-09 09:00"));
      const old = await ben.hold(right);
      await stage.walkTo(berlin("2026-03-10 09:00:01"));
      const reveal = await old();
      expect(reveal?.text).toContain("This question is closed.");
      expect(reveal?.text).toContain("The key");
      expect((await ben.type("streak"))?.text).toContain("No streak yet");
      expect((await ben.type("quiz history"))?.text).toContain("Nothing yet");
    },
  },

  "the same button from two devices at once, and another letter afterwards, are one answer": {
    begins,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-09 09:00"));
      const [phone, laptop] = [await ben.hold(right), await ben.hold(right)];
      await Promise.all([phone(), laptop(), phone()]);
      const second = await ben.answer(wrong);
      expect(second?.text).toContain("Right");
      expect(second?.text).toContain("Your first answer stands");
      expect(second?.text).toContain("1 day in a row");
      await stage.walkTo(berlin("2026-03-09 09:05"));
      expect((await newest(stage)).text).toContain("1 answer so far.");
      expect((await ben.type("leaderboard"))?.text).toMatch(/1\s+Ben \(you\)\s+1 of 1\s+1\/1/);
    },
  },

  "a press that the platform delivers again is one answer": {
    begins,
    needs: ["redelivery"],
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-09 09:00"));
      const press = await ben.hold(wrong);
      const first = await press({ event: "once" });
      expect((await press({ event: "once" }))?.text).toBe(first?.text);
      expect((await press({ event: "anew" }))?.text).toContain("Your first answer stands");
      await stage.walkTo(berlin("2026-03-10 09:00"));
      expect((await questions(stage))[1]?.text).toContain("One answer");
    },
  },

  "who has not answered is told so, and gives nothing away to themselves": {
    begins,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-09 09:00"));
      await ada.answer(right);
      const whyNot = await ben.press("I don’t know");
      expect(whyNot?.text).toContain("Here is why");
      expect(whyNot?.text).toContain("1 day in a row");
      expect((await ben.type("leaderboard"))?.text).toMatch(/Ben \(you\)\s+1 of 1\s+0\/1/);
      await stage.walkTo(berlin("2026-03-10 09:00"));
      expect((await stage.actor("Chidi").press("My result"))?.text).toContain("You did not answer this one.");
      expect((await ada.press("My result"))?.text).toContain("Right");
      expect((await ada.press("Practise this"))?.text).toContain("For you alone");
    },
  },
};
