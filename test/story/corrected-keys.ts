import { expect } from "vitest";
import type { Actor, Notes } from "../support/stage.js";
import { keyed, right, signals, wrong } from "./signals.js";
import { berlin, corrections, ledger, newest, questions, type Stories, signalIn } from "./telling.js";

const monday = berlin("2026-03-09 08:00");
const nine = "daily set 09:00 Europe/Berlin mon-fri";

const flat = (words: string | undefined) => (words ?? "").replace(/\s+/g, " ");
const board = async (reader: Actor) => flat((await reader.type("leaderboard"))?.text);

/** An author moves the mark of a question that was asked. */
export const correctedKeys: Stories = {
  "fault 59: a key that a member proposed and its author took over: told once, the board and everybody's result put right":
    {
      begins: monday,
      notes: signals(4),
      async tell(stage) {
        const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
        const [chidi, dana] = [stage.actor("Chidi"), stage.actor("Dana")];
        await ada.type(nine);
        await stage.walkTo(berlin("2026-03-09 09:00"));
        const asked = await newest(stage);
        const signal = signalIn(asked);
        const letterOf = (words: string) => asked.options.find(({ text }) => text.includes(words))?.letter;
        await ada.answer(right);
        await ben.answer(wrong);
        await ben.pressPrivate("Report this question");
        await ben.fill({ fault: "wrong key", letters: letterOf(wrong) ?? "" });
        await chidi.press("I don’t know");
        await dana.answer("the far one");
        await stage.walkTo(berlin("2026-03-10 09:00"));
        expect((await questions(stage))[1]?.text).toMatch(/1 of 4 right/);
        expect((await ben.press("My result"))?.text).toContain("Not this one");

        await stage.editNotes(keyed(signals(4), signal, wrong));
        await stage.walkTo(berlin("2026-03-10 09:10"));
        const told = await corrections(stage);
        expect(told).toHaveLength(1);
        expect(told[0]).toContain("The key of Mon 9 March was corrected");
        expect(told[0]).toContain(`It is ${letterOf(wrong)} now; before, it was ${letterOf(right)}.`);
        expect(told[0]).toContain("1 answer is right now that was not, and nobody loses.");
        expect(told[0]).toContain(signal);
        expect(told[0]).not.toMatch(/Ada|Ben|Chidi|Dana/);

        const closed = (await questions(stage)).find(({ text }) => text.includes("2 of 4 right"));
        expect(closed?.text).toContain(`The key was corrected: before, it was ${letterOf(right)}.`);
        const results = [ada, ben, chidi, dana].map((actor) => actor.press("My result", 1));
        const [adas, bens, chidis, danas] = (await Promise.all(results)).map((seen) => seen?.text);
        expect(adas).toContain("Right");
        expect(adas).toContain("so it stays right");
        expect(bens).toContain("Right");
        expect(bens).toContain("So your answer is right after all.");
        expect(chidis).toContain("Here is why");
        expect(danas).toContain("Not this one");
        for (const seen of [chidis, danas]) expect(seen).toContain("The key was corrected: before, it was");
        expect((await ben.press("My result"))?.text).toContain("So your answer is right after all.");
        expect(await board(ada)).toContain(
          "1 Ada (you) 1 of 1 1/1 1 Ben 1 of 1 1/1 3 Chidi 1 of 1 0/1 3 Dana 1 of 1 0/1",
        );
        expect((await ben.type("streak"))?.text).toContain("you answered 1 question here, 1 of them right");
        expect((await ben.type("quiz history"))?.text).not.toContain("not right");

        await stage.restart();
        await stage.editNotes(keyed(signals(4), signal, wrong));
        await stage.walkTo(berlin("2026-03-11 09:00"));
        expect(await corrections(stage)).toHaveLength(1);
        expect(await stage.miscounted()).toEqual([]);
      },
    },

  "faults 52 and 59: a key corrected while its question is open waits for the close, and the reveal says so":
    {
      begins: monday,
      notes: signals(4),
      async tell(stage) {
        const [ada, ben, chidi] = [stage.actor("Ada"), stage.actor("Ben"), stage.actor("Chidi")];
        await ada.type(nine);
        await stage.walkTo(berlin("2026-03-09 12:00"));
        const asked = await newest(stage);
        await ben.answer(wrong);
        await stage.editNotes(keyed(signals(4), signalIn(asked), wrong));
        await stage.walkTo(berlin("2026-03-09 13:00"));
        expect((await ada.answer(right))?.text).toContain("Right");
        expect((await chidi.answer(wrong))?.text).toContain("Not this one");
        expect((await ben.answer(wrong))?.text).toContain("Not this one");
        expect(await board(ada)).toContain("1 Ada (you) 1 of 1 1/1 2 Ben 1 of 1 –");

        await stage.walkTo(berlin("2026-03-10 10:00"));
        const closed = (await questions(stage))[1];
        expect(closed?.text).toContain("3 of 3 right");
        expect(closed?.text).toContain("The key was corrected: before, it was");
        expect(await corrections(stage)).toHaveLength(0);
        expect((await ben.press("My result"))?.text).toContain("So your answer is right after all.");
        expect((await ada.press("My result"))?.text).toContain("so it stays right");
        expect(await board(ada)).toContain("1 Ada (you) 1 of 1 1/1 1 Ben 1 of 1 1/1 1 Chidi 1 of 1 1/1");
        expect((await ledger(ben)).filter((line) => line.includes("answered"))).toHaveLength(1);
      },
    },

  "with reveal=at-close a key corrected while open is simply the key, with a word of it": {
    begins: monday,
    notes: signals(4),
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await ada.type("daily options reveal=at-close");
      await stage.walkTo(berlin("2026-03-09 12:00"));
      const asked = await newest(stage);
      await Promise.all([ada.answer(right), ben.answer(wrong)]);
      await stage.editNotes(keyed(signals(4), signalIn(asked), wrong));
      await stage.walkTo(berlin("2026-03-10 09:10"));
      expect((await questions(stage))[1]?.text).toContain("The key was corrected: before, it was");
      for (const actor of [ada, ben]) expect((await actor.press("My result"))?.text).toContain("Right");
      expect(await board(ada)).toContain("1 Ada (you) 1 of 1 1/1 1 Ben 1 of 1 1/1");
      expect(await corrections(stage)).toHaveLength(0);
    },
  },

  "fault 59: a key that is corrected back takes nothing away, and each correction is told once": {
    begins: monday,
    notes: signals(4),
    async tell(stage) {
      const [ada, ben, chidi] = [stage.actor("Ada"), stage.actor("Ben"), stage.actor("Chidi")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-09 09:00"));
      const signal = signalIn(await newest(stage));
      await Promise.all([ada.answer(right), ben.answer(wrong), chidi.answer("the far one")]);
      await stage.walkTo(berlin("2026-03-10 09:00"));
      await stage.editNotes(keyed(signals(4), signal, wrong));
      await stage.walkTo(berlin("2026-03-10 10:00"));
      await stage.editNotes(signals(4));
      await stage.walkTo(berlin("2026-03-10 11:00"));
      const told = await corrections(stage);
      expect(told).toHaveLength(2);
      expect(told[0]).toContain("No answer gains by it, and nobody loses.");
      expect((await questions(stage))[1]?.text).toContain("2 of 3 right");
      const adas = await ada.press("My result", 1);
      expect(adas?.text).toContain("Right");
      expect(adas?.text).not.toMatch(/after all|stays right/);
      expect((await ben.press("My result", 1))?.text).toContain("so it stays right");
      expect((await chidi.press("My result", 1))?.text).toContain("Not this one");
      expect(await board(ben)).toContain("1 Ada 1 of 1 1/1 1 Ben (you) 1 of 1 1/1");
    },
  },

  "fault 59: a prompt that is reworded is another question: no answer gains, and nobody is told": {
    begins: monday,
    notes: signals(4),
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-09 09:00"));
      const signal = signalIn(await newest(stage));
      await Promise.all([ada.answer(right), ben.answer(wrong)]);
      await stage.walkTo(berlin("2026-03-10 09:00"));
      const reworded = Object.entries(keyed(signals(4), signal, wrong)).map(
        ([file, text]) => [file, text?.replaceAll("How do you read it?", "How is it not read?")] as const,
      );
      await stage.editNotes(Object.fromEntries(reworded) as Notes);
      await stage.walkTo(berlin("2026-03-10 10:00"));
      expect(await corrections(stage)).toHaveLength(0);
      expect((await questions(stage))[1]?.text).not.toContain("was corrected");
      expect((await ben.press("My result"))?.text).toContain("Not this one");
      expect(await board(ada)).toContain("1 Ada (you) 1 of 1 1/1 2 Ben 1 of 1 0/1");
    },
  },

  "one word for a question that was asked twice here, and for a key that was saved twice": {
    begins: monday,
    notes: signals(1),
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type("daily set 09:00 Europe/Berlin daily");
      for (const day of ["09", "10"]) {
        await stage.walkTo(berlin(`2026-03-${day} 09:00`));
        await ben.answer(wrong);
      }
      await ada.type("daily pause");
      await stage.walkTo(berlin("2026-03-18 09:00"));
      await stage.editNotes(keyed(signals(1), "signal 1", "meaning"));
      await stage.walkTo(berlin("2026-03-18 09:01"));
      await stage.editNotes(keyed(signals(1), "signal 1", wrong));
      await stage.walkTo(berlin("2026-03-18 10:00"));
      const [told, ...more] = await corrections(stage);
      expect(more).toEqual([]);
      expect(told).toContain("The key of Tue 10 March was corrected");
      expect(told).toContain("It was asked here 2 times, and that holds for each.");
      expect(await board(ben)).toContain("1 Ben (you) 2 of 2 2/2");
    },
  },
};
