import { expect } from "vitest";
import { keyed, right, signals, wrong } from "./signals.js";
import { berlin, newest, type Stories, signalIn, timesShown } from "./telling.js";

const monday = berlin("2026-03-09 08:00");
const nine = "daily set 09:00 Europe/Berlin mon-fri";

/** When a question is wrong. */
export const wrongQuestions: Stories = {
  "a report may propose a key, by the letters that the member saw; letters that are none lose nothing": {
    begins: monday,
    async tell(stage) {
      const [ada, ben, chidi] = [stage.actor("Ada"), stage.actor("Ben"), stage.actor("Chidi")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-09 09:00"));
      const letter = (await newest(stage)).options.find(({ text }) => text.includes(wrong))?.letter ?? "";
      await ben.answer(wrong);
      await ben.pressPrivate("Report this question");
      const asked = await ben.fill({
        fault: "wrong key",
        letters: "the 2nd",
        words: "The book was changed.",
      });
      expect(asked?.text).toContain("Your report is kept, but I could not read “the 2nd” as letters");
      expect(asked?.text).toContain("from A to C");
      expect(await timesShown(stage, "Ada", "The book was changed.")).toBe(1);
      expect(await timesShown(stage, "Ada", "should be the key")).toBe(0);

      await ben.pressPrivate("Report this question");
      expect((await ben.fill({ letters: letter.toLowerCase() }))?.text).toContain(
        "Your report is kept with its place",
      );
      const told = (await stage.shownTo("Ada")).filter(({ text }) =>
        text.includes("This should be the key:"),
      );
      expect(told).toHaveLength(1);
      expect(told[0]?.text).toContain("A question was reported: the key is wrong");
      expect(told[0]?.text).toContain(`By its ${wrong}`);
      expect(told[0]?.text).toContain("The book was changed.");
      expect(told[0]?.text).not.toContain(right);

      await chidi.answer(wrong);
      await chidi.pressPrivate("Report this question");
      await chidi.fill({ fault: "unclear", letters: "A, B" });
      expect(await timesShown(stage, "Ada", "A question was reported")).toBe(2);
      expect(told[0]?.text).toMatch(/This report: .?npx cuecard reports [a-z0-9]{6,13}\b/);
    },
  },

  "letters that come later reach the keeper once of each person, though another's were told before": {
    begins: monday,
    async tell(stage) {
      const [ben, chidi] = [stage.actor("Ben"), stage.actor("Chidi")];
      await stage.actor("Ada").type(nine);
      await stage.walkTo(berlin("2026-03-09 09:00"));
      const told = () => timesShown(stage, "Ada", "A question was reported");
      const report = async (actor: typeof ben, fields: Readonly<Record<string, string>>) => {
        await actor.answer(wrong);
        await actor.pressPrivate("Report this question");
        await actor.fill(fields);
        return await told();
      };
      expect(await report(ben, { fault: "wrong key", letters: "A" })).toBe(1);
      expect(await report(chidi, { fault: "unclear", words: "Two fit." })).toBe(1);
      expect(await report(chidi, { letters: "A, B" })).toBe(2);
      expect(await timesShown(stage, "Ada", "These should be the key together:")).toBe(1);
      expect(await report(chidi, { letters: "A, B", words: "Two fit well." })).toBe(2);
      expect(await report(chidi, { letters: "C" })).toBe(2);
    },
  },

  "a question of one's own gains likewise": {
    begins: monday,
    notes: signals(2),
    async tell(stage) {
      const ben = stage.actor("Ben");
      await stage.actor("Ada").type("daily set 09:00 Europe/Berlin sun");
      const asked = await ben.type("quiz");
      await ben.pressPrivate(asked?.options.find(({ text }) => text.includes(wrong))?.letter ?? "");
      expect((await ben.type("quiz history"))?.text).toContain("not right");
      await stage.editNotes(keyed(signals(2), signalIn(asked), wrong));
      const history = await ben.type("quiz history");
      expect(history?.text).toContain("right");
      expect(history?.text).not.toContain("not right");
    },
  },
};
