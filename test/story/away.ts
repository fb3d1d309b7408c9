import { expect } from "vitest";
import { right } from "./signals.js";
import { berlin, ledger, type Stories, timesShown } from "./telling.js";

const friday = berlin("2026-03-06 08:00");
const nine = "daily set 09:00 Europe/Berlin mon-fri";

/** Who is away, and who comes back. */
export const away: Stories = {
  "who is away loses nothing, and an answer given all the same counts": {
    begins: friday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-06 09:00"));
      await ben.answer(right);
      await stage.walkTo(berlin("2026-03-09 10:00"));
      await ben.type("streak away 2026-03-09..2026-03-13");
      expect((await ben.type("streak away 2027-02-01"))?.text).toContain(
        "You are away on Mon 1 February 2027,",
      );
      expect((await ben.type("streak away 2026-02-23..2026-03-01"))?.text).toContain("Those days are over");
      expect(await timesShown(stage, "Ben", "You are away from Mon 9 March to Fri 13 March")).toBe(1);
      await stage.walkTo(berlin("2026-03-11 10:00"));
      expect((await ben.answer(right))?.text).toContain("2 days in a row");
      expect((await ben.type("streak away 2026-03-02..2026-03-06"))?.text).toContain("That day is over");
      await stage.walkTo(berlin("2026-03-15 12:00"));
      const friday = await ben.type("streak away 2026-03-13..2026-03-14");
      expect(friday?.text).toContain("You are away from Fri 13 March");
      await stage.walkTo(berlin("2026-03-16 09:00"));
      const back = await ben.answer(right);
      expect(back?.text).toContain("3 days in a row");
      expect(back?.text).toContain("You hold 2 freezes of 2.");
      expect((await ledger(ben)).filter((line) => / away/.test(line))).toHaveLength(4);
    },
  },

  "who comes back early is told which question counts at once": {
    begins: friday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-06 09:00"));
      await ben.answer(right);
      expect((await ben.say("streak away"))?.text).toContain("You are not away");
      await ben.type("streak away 2026-04-01..2026-04-02");
      expect((await ben.type("streak away off"))?.text).toContain("Taken back");
      await ben.type("streak away 2026-03-09..2026-03-13");
      await ben.type("streak away 2026-04-01..2026-04-02");
      expect((await ben.say("streak away"))?.text).toContain(
        "You are away from Mon 9 March to Fri 13 March and from Wed 1 April to Thu 2 April.",
      );
      await stage.walkTo(berlin("2026-03-11 10:00"));
      const back = (await ben.type("streak away off"))?.text;
      expect(back).toContain("from today on every question counts again");
      expect(back).toContain("The one that is open in #study too");
      expect((await ben.type("streak away off"))?.text).toContain("nothing was changed");
      await stage.walkTo(berlin("2026-03-12 10:00"));
      expect((await ledger(ben)).find((line) => line.startsWith("Wed 11 March"))).toContain("frozen");
      expect((await ledger(ben)).find((line) => line.startsWith("Tue 10 March"))).toContain("away");
    },
  },

  "who comes back before the next question is not told that yesterday's counts: it stays spared": {
    begins: friday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-06 09:00"));
      await ben.answer(right);
      await ben.type("streak away 2026-03-09..2026-03-13");
      await stage.walkTo(berlin("2026-03-11 08:00"));
      const back = (await ben.type("streak away off"))?.text;
      expect(back).toContain("from today on every question counts again");
      expect(back).not.toContain("The one that is open");
      await stage.walkTo(berlin("2026-03-12 09:00"));
      const lines = await ledger(ben);
      expect(lines.find((line) => line.startsWith("Tue 10 March"))).toContain("away");
      expect(lines.find((line) => line.startsWith("Wed 11 March"))).toContain("frozen");
    },
  },
};
