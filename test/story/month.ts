import { expect } from "vitest";
import type { Actor, Name } from "../support/stage.js";
import { right, wrong } from "./signals.js";
import { berlin, ledger, newest, questions, type Stories, signalIn } from "./telling.js";

/** The working days of March 2026. */
const days = Array.from({ length: 31 }, (_, at) => at + 1).filter((date) => ![0, 6].includes((date + 6) % 7));

/** What each of the four does on the nth working day: an option, or nothing. */
const habits: Record<Name, (nth: number) => string | null> = {
  Ada: () => right,
  Ben: (nth) => ([4, 8, 15].includes(nth) ? null : right),
  Chidi: (nth) => ([5, 6, 7].includes(nth) ? null : nth % 2 === 0 ? right : wrong),
  Dana: (nth) => (nth < 11 ? null : right),
};

export const month: Stories = {
  "a month of four people: who answers, who skips, who outruns the freezes, who joins late": {
    begins: berlin("2026-03-01 12:00"),
    async tell(stage) {
      const actors: [Name, Actor][] = (["Ada", "Ben", "Chidi", "Dana"] as const).map((name) => [
        name,
        stage.actor(name),
      ]);
      const [ada, ben, chidi, dana] = actors.map(([, actor]) => actor) as [Actor, Actor, Actor, Actor];
      await ada.type("daily set 09:00 Europe/Berlin mon-fri");
      const asked = new Set<string>();
      for (const [index, date] of days.entries()) {
        const day = `2026-03-${String(date).padStart(2, "0")}`;
        await stage.walkTo(berlin(`${day} 08:59`));
        expect(await questions(stage)).toHaveLength(index);
        await stage.walkTo(berlin(`${day} 09:00`));
        const question = await newest(stage);
        asked.add(signalIn(question));
        expect(question.text).toContain("No answers yet.");
        for (const [name, actor] of actors) {
          const option = habits[name](index + 1);
          const verdict = option === null ? null : await actor.answer(option);
          if (verdict) expect(verdict.text).toContain(option === right ? "Right" : "Not this one");
          if (name === "Chidi" && index + 1 === 8) expect(verdict?.text).toContain("A fresh start: day 1.");
        }
      }
      expect(asked.size).toBe(days.length);
      await stage.walkTo(berlin("2026-03-31 18:00"));

      const all = await questions(stage);
      expect(all).toHaveLength(22);
      expect(all[21]?.text).toMatch(/2 of 3 right, 67\s%/);
      expect(all[1]?.text).toContain("The key");
      expect(all[0]?.text).not.toContain("The key");
      expect(all[0]?.text).toContain("4 answers so far.");

      expect((await ada.type("streak"))?.text).toContain("22 days in a row");
      const bens = await ben.type("streak");
      expect(bens?.text).toContain("19 days in a row");
      expect(bens?.text).toContain("You hold 2 freezes of 2.");
      const bensLedger = await ledger(ben);
      expect(bensLedger.filter((line) => line.includes("frozen: one freeze spent"))).toHaveLength(3);
      expect(bensLedger.find((line) => line.startsWith("Mon 9 March"))).toContain("and a freeze earned");
      expect(bensLedger.find((line) => line.startsWith("Thu 5 March"))).toContain("frozen");
      expect(bensLedger.find((line) => line.startsWith("Sun 29 March"))).toContain("rest day");

      const chidis = await chidi.type("streak");
      expect(chidis?.text).toContain("15 days in a row");
      const chidisLedger = await ledger(chidi);
      expect(chidisLedger.filter((line) => / missed/.test(line))).toHaveLength(3);
      expect(chidisLedger.find((line) => line.startsWith("Tue 10 March"))).toContain(
        "the gap was too long, so its freezes came back",
      );
      expect(chidis?.text.toLowerCase()).not.toContain("lost");

      expect((await dana.type("streak"))?.text).toContain("Since Mon 16 March you answered 12 questions");
      const board = (await dana.type("leaderboard"))?.text.replace(/\s+/g, " ");
      expect(board).toContain(
        "1 Ada 22 of 22 21/21 1 Dana (you) 12 of 12 12/12 3 Ben 19 of 22 18/18 4 Chidi 19 of 22",
      );
      expect((await ben.type("leaderboard longest"))?.text).toMatch(/1\s+Ada\s+22\s+2\s+Ben \(you\)\s+19/);

      await stage.walkTo(berlin("2026-04-01 09:00"));
      expect((await ben.type("leaderboard"))?.text).toContain(
        "Nobody has answered a question of April here yet",
      );
      await ada.answer(right);
      expect((await ada.type("leaderboard"))?.text).toMatch(/1\s+Ada \(you\)\s+1 of 1\s+1\/1/);
    },
  },
};
