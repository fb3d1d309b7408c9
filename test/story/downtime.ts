import { expect } from "vitest";
import { right } from "./signals.js";
import { berlin, ledger, questions, type Stories, timesShown } from "./telling.js";

const friday = berlin("2026-03-06 08:00");
const nine = "daily set 09:00 Europe/Berlin mon-fri";

/** The bot is down, or cannot be heard. */
export const downtime: Stories = {
  "fault 7: two hours late is late, but in time: one question, and the one before was closed at its hour": {
    begins: friday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-06 09:00"));
      await ben.answer(right);
      await stage.walkTo(berlin("2026-03-09 08:30"));
      const old = await stage.actor("Chidi").hold(right);
      await stage.sleepUntil(berlin("2026-03-09 11:00"));
      expect(await questions(stage)).toHaveLength(2);
      expect((await old())?.text).toContain("This question is closed.");
      expect((await ben.answer(right))?.text).toContain("2 days in a row");
      expect(await timesShown(stage, "Ada", "No question in #study")).toBe(0);
      await stage.walkTo(berlin("2026-03-10 09:00"));
      expect(await questions(stage)).toHaveLength(3);
    },
  },

  "eight hours late is too late: no question that day, nobody's streak ends, the keeper is told once": {
    begins: friday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-06 09:00"));
      await ben.answer(right);
      await stage.walkTo(berlin("2026-03-09 08:30"));
      await stage.sleepUntil(berlin("2026-03-09 17:00"));
      await stage.restart();
      expect(await questions(stage)).toHaveLength(1);
      expect(await timesShown(stage, "Ada", "No question in #study")).toBe(1);
      expect(await timesShown(stage, "Ada", "On Mon 9 March")).toBe(1);
      await stage.walkTo(berlin("2026-03-10 09:00"));
      expect(await questions(stage)).toHaveLength(2);
      expect((await ben.answer(right))?.text).toContain("2 days in a row");
      expect((await ledger(ben)).find((line) => line.startsWith("Mon 9"))).toContain("no question");
      expect(await timesShown(stage, "Ada", "No question in #study")).toBe(1);
    },
  },

  "fault 8: after three days away there is one question, not four, and one word to the keeper": {
    begins: friday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-06 09:00"));
      await ben.answer(right);
      await stage.walkTo(berlin("2026-03-09 12:00"));
      await stage.sleepUntil(berlin("2026-03-12 12:00"));
      expect(await questions(stage)).toHaveLength(3);
      expect(await timesShown(stage, "Ada", "From Tue 10 March to Wed 11 March")).toBe(1);
      expect((await ben.answer(right))?.text).toContain("2 days in a row");
      const lines = await ledger(ben);
      expect(lines.find((line) => line.startsWith("Mon 9"))).toContain("outage");
      expect(lines.find((line) => line.startsWith("Tue 10"))).toContain("no question");
      expect(lines.find((line) => line.startsWith("Wed 11"))).toContain("no question");
      await stage.walkTo(berlin("2026-03-12 13:00"));
      await stage.restart();
      expect(await questions(stage)).toHaveLength(3);
      expect(await timesShown(stage, "Ada", "No question in #study")).toBe(1);
    },
  },

  "a night's sleep of the bot after everybody answered takes nothing from them": {
    begins: friday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-06 09:00"));
      await Promise.all([ada.answer(right), ben.answer(right)]);
      await stage.walkTo(berlin("2026-03-09 09:00"));
      await ada.answer(right);
      await stage.sleepUntil(berlin("2026-03-10 08:59"));
      await stage.walkTo(berlin("2026-03-10 09:00"));
      expect((await ada.answer(right))?.text).toContain("3 days in a row");
      const bens = await ben.answer(right);
      expect(bens?.text).toContain("2 days in a row");
      expect(bens?.text).toContain("You hold 2 freezes of 2.");
    },
  },

  "a connection that is dead for five hours, while the process lives, is an outage": {
    begins: friday,
    needs: ["dead connection"],
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-06 09:00"));
      await Promise.all([ada.answer(right), ben.answer(right)]);
      await stage.walkTo(berlin("2026-03-09 10:00"));
      await ada.answer(right);
      stage.connection("dead");
      await stage.walkTo(berlin("2026-03-09 15:00"));
      stage.connection("alive");
      await stage.walkTo(berlin("2026-03-10 09:00"));
      expect((await ledger(ben))[1]).toMatch(/^Mon 9 March outage/);
      expect((await ada.answer(right))?.text).toContain("3 days in a row");
      stage.connection("dead");
      await stage.walkTo(berlin("2026-03-10 13:00"));
      stage.connection("alive");
      await stage.walkTo(berlin("2026-03-11 09:00"));
      expect((await ledger(ben))[1]).toMatch(/^Tue 10 March frozen/);
    },
  },

  "a connection that is dead at nine brings the question as soon as it is back": {
    begins: friday,
    needs: ["dead connection"],
    async tell(stage) {
      await stage.actor("Ada").type(nine);
      stage.connection("dead");
      await stage.walkTo(berlin("2026-03-06 11:00"));
      expect(await questions(stage)).toHaveLength(0);
      stage.connection("alive");
      await stage.walkTo(berlin("2026-03-06 11:03"));
      expect(await questions(stage)).toHaveLength(1);
      expect((await stage.actor("Ben").answer(right))?.text).toContain("1 day in a row");
    },
  },
};
