import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Actor, Seen } from "../support/stage.js";
import { berlin, type Stories } from "./telling.js";

/** Notes as a team writes them: choices, one with two right options, and recall questions. */
export const harbour = { "harbour.md": readFileSync(new URL("./notes/harbour.md", import.meta.url), "utf8") };
const begins = berlin("2026-03-09 08:00");

/** Three days of a channel, as a newcomer lives them. */
export const threeDays: Stories = {
  "three mornings: a question, a verdict in private, a reveal, a streak": {
    begins,
    notes: harbour,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type("daily set 09:00 Europe/Berlin mon-fri");
      await stage.walkTo(berlin("2026-03-09 08:59"));
      expect((await stage.channel()).filter((seen) => seen.options.length > 0)).toEqual([]);

      await stage.walkTo(berlin("2026-03-09 09:00"));
      const [monday] = await stage.channel();
      expect(monday?.text).toContain("Harbour");
      expect(monday?.text).toContain("No answers yet.");
      expect(monday?.text).not.toContain("The key");

      const first = await rightAnswer(ada, await stage.channel());
      expect(first?.text).toContain("Right");
      expect(first?.text).toContain("1 day in a row");
      const again = await ben.press("I don’t know");
      expect(again?.text).toContain("Here is why");
      const repeated = await ben.press("I don’t know");
      expect(repeated?.text).toContain("Your first answer stands");

      await stage.walkTo(berlin("2026-03-09 09:05"));
      expect((await stage.channel())[0]?.text).toContain("2 answers so far.");

      await stage.walkTo(berlin("2026-03-10 09:00"));
      const [tuesday, revealed] = await stage.channel();
      expect(revealed?.text).toContain("The key");
      expect(revealed?.text).toContain("Two answers: too few to show how they were spread.");
      expect(revealed?.buttons).toEqual(["My result", "Practise this"]);
      expect(tuesday?.text).not.toEqual(monday?.text);
      expect(tuesday?.text).toContain("No answers yet.");

      const second = await rightAnswer(ada, await stage.channel());
      expect(second?.text).toContain("2 days in a row");
      const mine = await ada.press("My result");
      expect(mine?.text).toContain("Right");

      await stage.restart();
      await stage.walkTo(berlin("2026-03-11 09:00"));
      const third = await rightAnswer(ada, await stage.channel());
      expect(third?.text).toContain("3 days in a row");
      const questions = (await stage.channel()).filter(
        (seen) => seen.options.length > 0 || seen.buttons.includes("Answer…"),
      );
      expect(questions).toHaveLength(3);

      expect((await ada.type("streak"))?.text).toContain("3 days in a row");
      expect((await ben.type("streak why"))?.text).toContain("frozen");
      const board = await ben.type("leaderboard");
      expect(board?.text).toMatch(/1\s+Ada\s+3 of 3\s+2\/2/);
      expect(board?.text).toMatch(/2\s+Ben \(you\)\s+1 of 2\s+0\/1/);
    },
  },

  "who did not answer is told so beside the reveal, and has joined nothing": {
    begins,
    notes: harbour,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type("daily set 09:00 Europe/Berlin mon-fri");
      await stage.walkTo(berlin("2026-03-09 09:00"));
      await rightAnswer(ada, await stage.channel());
      await stage.walkTo(berlin("2026-03-10 09:00"));
      const told = (await ben.press("My result"))?.text;
      expect(told).toMatch(/You did not answer this one\.[\s\S]*Why [A-D]\./);
      expect(told).not.toContain("press");
      expect((await ben.type("streak"))?.text).toContain("No streak yet");
    },
  },

  "a question for one person alone, and words nobody knows": {
    begins,
    notes: harbour,
    async tell(stage) {
      const ada = stage.actor("Ada");
      const quiz = await ada.type("quiz harbour");
      expect(quiz?.text).toContain("For you alone");
      expect((await ada.type("quiz volcanoes"))?.text).toContain("No topic is called “volcanoes”.");
      expect((await ada.type("daily set 25:00"))?.text).toContain("“25:00” is no time of day.");
      expect((await ada.type("daily set 09:00 +02:00"))?.text).toContain("“+02:00” is no time zone");
      expect((await ada.type("daily set 09:00 Mars/Olympus"))?.text).toContain("no time zone that I know");
      expect((await ada.type("make coffee"))?.text).toContain("I know no “make coffee”.");
    },
  },
};

/** Answers the newest question rightly, by one letter or by choosing two. */
async function rightAnswer(actor: Actor, [newest]: readonly Seen[]) {
  if (!newest) throw new Error("nothing was asked");
  if (!newest.buttons.includes("Answer…")) {
    const right = ["Its port side", "Two days after the full moon"].find((words) =>
      newest.text.includes(words),
    );
    return await actor.answer(right ?? "nothing");
  }
  const toggles = await actor.press("Answer…");
  const letterOf = (words: string) =>
    toggles?.options.find((option) => option.text.includes(words))?.letter ?? "?";
  await actor.pressPrivate(letterOf("Close the hatches"));
  await actor.pressPrivate(letterOf("harness"));
  return await actor.pressPrivate("Submit");
}
