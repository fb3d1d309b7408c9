import { expect } from "vitest";
import { right, wrong } from "./signals.js";
import { berlin, ledger, newest, questions, type Stories, timesShown } from "./telling.js";

const monday = berlin("2026-03-09 08:00");
const nine = "daily set 09:00 Europe/Berlin mon-fri";

/** Who comes, goes, hides, and wants to be forgotten. */
export const people: Stories = {
  "who joins in the middle owes nothing, and few answers weigh little": {
    begins: monday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      for (const day of ["09", "10", "11", "12", "13"]) {
        await stage.walkTo(berlin(`2026-03-${day} 09:00`));
        await ada.answer(right);
      }
      await stage.walkTo(berlin("2026-03-16 09:00"));
      expect((await ben.answer(right))?.text).toContain("1 day in a row");
      expect(await ledger(ben)).toHaveLength(1);
      const board = (await ben.type("leaderboard"))?.text.replace(/\s+/g, " ");
      expect(board).toContain("1 Ada 5 of 5 5/5 2 Ben (you) 1 of 1 1/1");
    },
  },

  "who leaves and returns finds the ledger as it ran, the longest streak kept, and a kind word": {
    begins: monday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      for (const day of ["09", "10", "11"]) {
        await stage.walkTo(berlin(`2026-03-${day} 09:00`));
        await ben.answer(right);
      }
      await stage.walkTo(berlin("2026-03-20 09:00"));
      const gone = await ben.type("streak");
      expect(gone?.text).toContain("no streak running");
      expect(gone?.text).toContain("Your longest streak is 3 days.");
      expect(gone?.text).toContain("You hold 2 freezes of 2.");
      const back = await ben.answer(right);
      expect(back?.text).toContain("A fresh start: day 1.");
      const lines = await ledger(ben);
      expect(lines.filter((line) => line.includes("missed"))).toHaveLength(6);
      expect(lines.filter((line) => line.includes("answered"))).toHaveLength(4);
      expect((await ben.type("leaderboard longest"))?.text).toMatch(/1\s+Ben \(you\)\s+3/);
    },
  },

  "who hides is on no board, keeps the own statistics, and may come back": {
    begins: monday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-09 09:00"));
      await Promise.all([ada.answer(right), ben.answer(right)]);
      await ben.type("mydata hide");
      expect((await ada.type("leaderboard"))?.text).not.toContain("Ben");
      expect((await ben.type("leaderboard"))?.text).not.toContain("(you)");
      expect((await ben.type("leaderboard"))?.text).toContain("You are hidden from the boards");
      expect((await ben.type("streak"))?.text).toContain("1 day in a row");
      await stage.walkTo(berlin("2026-03-10 09:00"));
      expect((await ben.answer(right))?.text).toContain("2 days in a row");
      await ben.type("mydata show");
      expect((await ada.type("leaderboard"))?.text).toMatch(/Ben\s+2 of 2\s+1\/1/);
    },
  },

  "what is kept about somebody can be seen, and had as a file": {
    begins: monday,
    needs: ["files"],
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-09 09:00"));
      await Promise.all([ada.answer(right), ben.answer(wrong)]);
      expect((await ben.type("mydata"))?.text).toContain("is forgotten after 30 days");
      await ben.pressPrivate("Send me all of it");
      expect(await timesShown(stage, "Ben", "Everything that is kept about you, as JSON.")).toBe(1);
      const told = JSON.parse(await ben.readFile());
      expect(told).toMatchObject({
        ...{ format: 1, part: 1, person: { name: "Ben" }, channels: [{ answered: 1, right: 0 }] },
        answers: [{ right: false, prompt: expect.stringContaining("Off the cape") }],
      });
      await ada.type("mydata export");
      expect(JSON.parse(await ada.readFile())).toMatchObject({
        ...{ person: { name: "Ada" }, answers: [{ right: true }] },
        changesToChannels: expect.arrayContaining([expect.objectContaining({ words: nine })]),
      });
    },
  },

  "who is forgotten leaves true counts behind, and begins anew": {
    begins: monday,
    async tell(stage) {
      const [ada, ben, chidi] = [stage.actor("Ada"), stage.actor("Ben"), stage.actor("Chidi")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-09 09:00"));
      await Promise.all([ada.answer(right), chidi.answer(right)]);
      await ben.answer(wrong);
      await stage.walkTo(berlin("2026-03-10 09:00"));
      await Promise.all([ada.answer(right), ben.answer(right), chidi.answer(wrong)]);
      expect((await ben.type("mydata delete"))?.text).toContain("Delete everything about you?");
      expect((await ada.type("leaderboard"))?.text).toContain("Ben");
      expect((await ben.pressPrivate("Delete everything about me"))?.text).toContain("is deleted");
      expect((await ada.type("leaderboard"))?.text).not.toContain("Ben");
      for (const option of [wrong, right]) {
        expect((await ben.answer(option))?.text).toMatch(
          /Answered already[\s\S]*with the next question you begin anew/,
        );
      }
      expect((await ben.type("streak"))?.text).toContain("No streak yet");
      expect((await ben.type("quiz history"))?.text).toContain("Nothing yet");
      await stage.walkTo(berlin("2026-03-10 09:05"));
      expect((await newest(stage)).text).toContain("3 answers so far.");
      await stage.walkTo(berlin("2026-03-11 09:00"));
      const [, tuesday, monday] = await questions(stage);
      for (const past of [tuesday, monday]) expect(past?.text).toMatch(/2 of 3 right, 67\s%/);
      expect((await ben.answer(right))?.text).toContain("1 day in a row");
      expect(await ledger(ben)).toHaveLength(1);
    },
  },

  "who thinks better of it keeps everything": {
    begins: monday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-09 09:00"));
      await ben.answer(right);
      expect((await ben.type("mydata delete"))?.buttons).toEqual([
        "Delete everything about me",
        "Keep everything",
      ]);
      const kept = await ben.pressPrivate("Keep everything");
      expect(kept?.text).toContain("Nothing was deleted.");
      expect(kept?.buttons).toEqual([]);
      expect((await ben.type("streak"))?.text).toContain("1 day in a row");
    },
  },

  "a report reaches the keeper once, with the place in the notes; only who answered may make one": {
    begins: monday,
    async tell(stage) {
      const [ada, ben, chidi] = [stage.actor("Ada"), stage.actor("Ben"), stage.actor("Chidi")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-09 09:00"));
      expect((await newest(stage)).buttons).not.toContain("Report this question");
      for (const actor of [ben, chidi]) {
        await actor.answer(wrong);
        await actor.pressPrivate("Report this question");
        const thanks = await actor.fill({ fault: "wrong key", words: "The book was changed." });
        expect(thanks?.text).toMatch(/Your report is kept with its place, \w+\.md:\d+/);
      }
      expect(await timesShown(stage, "Ada", "A question was reported: the key is wrong")).toBe(1);
      expect(await timesShown(stage, "Ada", "The book was changed.")).toBe(1);
      expect((await ben.type("leaderboard"))?.text).toMatch(/Ben \(you\)\s+1 of 1\s+0\/1/);
    },
  },
};
