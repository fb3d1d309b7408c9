import { expect } from "vitest";
import type { Notes } from "../support/stage.js";
import { right, signals } from "./signals.js";
import { berlin, ledger, newest, questions, type Stories, signalIn, timesShown } from "./telling.js";

const monday = berlin("2026-03-09 08:00");
const nine = "daily set 09:00 Europe/Berlin mon-fri";

/** The notes change while people study. */
export const editedNotes: Stories = {
  "fault 53: a question taken out of the notes while it is open can be answered to its end, and never comes again":
    {
      begins: monday,
      notes: signals(4),
      async tell(stage) {
        const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
        await ada.type(nine);
        await stage.walkTo(berlin("2026-03-09 09:00"));
        const gone = signalIn(await newest(stage));
        await ada.answer(right);
        await stage.editNotes(without(signals(4), gone));
        const verdict = await ben.answer(right);
        expect(verdict?.text).toContain("Right");
        expect(verdict?.text).toContain(`The book says so of ${gone}`);
        for (const day of ["10", "11", "12", "13"]) {
          await stage.walkTo(berlin(`2026-03-${day} 09:00`));
          expect(signalIn(await newest(stage))).not.toBe(gone);
        }
        const first = (await questions(stage)).at(-1);
        expect(signalIn(first)).toBe(gone);
        expect(first?.text).toContain("The key");
        expect((await ada.press("My result", 3))?.text).toContain("Right");
        expect((await ada.press("Practise this", 3))?.text).toContain("No longer in the notes");
      },
    },

  "fault 52: a key that is mended at noon changes nothing under people's fingers": {
    begins: monday,
    notes: signals(3),
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-09 12:00"));
      await ada.answer(right);
      const mended = Object.entries(signals(3)).map(
        ([file, text]) => [file, text?.replaceAll(right, "opposite").replaceAll("false", "true")] as const,
      );
      await stage.editNotes(Object.fromEntries(mended) as Notes);
      expect((await ben.answer(right))?.text).toContain("Right");
      expect((await ada.answer(right))?.text).toContain("Right");
    },
  },

  "with no question left in its topics the day counts for nobody, the keeper hears it once, and new notes are taken up":
    {
      begins: monday,
      notes: signals(3),
      async tell(stage) {
        const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
        await ada.type(nine);
        await ada.type("daily topics north");
        await stage.walkTo(berlin("2026-03-09 09:00"));
        await ben.answer(right);
        await stage.editNotes({ "north.md": null, "empty.md": "# Empty\n\nNothing to ask here.\n" });
        await stage.walkTo(berlin("2026-03-11 10:00"));
        expect(await questions(stage)).toHaveLength(1);
        expect(await timesShown(stage, "Ada", "No question fits #study")).toBe(1);
        await stage.editNotes(signals(3));
        await stage.walkTo(berlin("2026-03-12 09:00"));
        expect((await ben.answer(right))?.text).toContain("2 days in a row");
        const quiet = (await ledger(ben)).filter((line) => line.includes("no question"));
        expect(quiet).toHaveLength(2);
      },
    },

  "nothing is asked twice before everything was asked once, and the keeper is warned in time": {
    begins: monday,
    notes: signals(9),
    async tell(stage) {
      await stage.actor("Ada").type("daily set 09:00 Europe/Berlin daily");
      const asked = [];
      for (let date = 9; date <= 19; date += 1) {
        await stage.walkTo(berlin(`2026-03-${String(date).padStart(2, "0")} 09:00`));
        asked.push(signalIn(await newest(stage)));
      }
      expect(new Set(asked.slice(0, 9)).size).toBe(9);
      expect(asked[9]).toBe(asked[0]);
      expect(asked[10]).toBe(asked[1]);
      expect(await timesShown(stage, "Ada", "7 new questions left for #study")).toBe(1);
      expect(await timesShown(stage, "Ada", "1 new question left for #study")).toBe(1);
    },
  },

  "another is not the open question while there is any other, and an old one says when it was asked": {
    begins: monday,
    notes: signals(3),
    async tell(stage) {
      const ada = stage.actor("Ada");
      await ada.type("daily set 09:00 Europe/Berlin daily");
      await stage.walkTo(berlin("2026-03-11 12:00"));
      const open = signalIn(await newest(stage));
      const [, tuesday, first] = (await questions(stage)).map(signalIn);
      const seen = [await ada.type("daily preview")];
      for (let nth = 0; nth < 4; nth += 1) seen.push(await ada.pressPrivate("Take another"));
      expect(seen.map(signalIn)).toEqual([first, tuesday, first, tuesday, first]);
      expect(seen.map(signalIn)).not.toContain(open);
      expect(seen[0]?.text).toContain("It was last asked here on Mon 9 March.");
      expect(seen[1]?.text).toContain("It was last asked here on Tue 10 March.");
      await stage.walkTo(berlin("2026-03-12 09:00"));
      expect(signalIn(await newest(stage))).toBe(first);
    },
  },

  "where the open question is the only one, a look ahead says so": {
    begins: monday,
    notes: signals(1),
    async tell(stage) {
      const ada = stage.actor("Ada");
      await ada.type(nine);
      expect((await ada.type("daily preview"))?.text).not.toContain("last asked here");
      await stage.walkTo(berlin("2026-03-09 12:00"));
      await ada.type("daily preview");
      expect((await ada.pressPrivate("Take another"))?.text).toContain("there is no other");
    },
  },

  "what the keeper took instead is really asked": {
    begins: monday,
    async tell(stage) {
      const ada = stage.actor("Ada");
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-09 12:00"));
      const first = await ada.type("daily preview");
      expect(first?.text).toContain("Next in #study, Tue 10 March");
      const second = await ada.pressPrivate("Take another");
      const third = await ada.pressPrivate("Take another");
      const seen = [first, second, third].map(signalIn);
      expect(new Set(seen).size).toBe(3);
      await stage.restart();
      expect(signalIn(await ada.type("daily preview"))).toBe(seen[2]);
      expect(await questions(stage)).toHaveLength(1);
      await stage.walkTo(berlin("2026-03-10 09:00"));
      expect(signalIn(await newest(stage))).toBe(seen[2]);
      for (const day of ["11", "12", "13"]) {
        await stage.walkTo(berlin(`2026-03-${day} 09:00`));
        expect(signalIn(await newest(stage))).not.toBe(seen[2]);
      }
    },
  },
};

/** The same notes without the section of one signal. */
function without(notes: Notes, signal: string): Notes {
  const nth = signal.replace("signal ", "");
  const cut = (text: string) => text.replace(new RegExp(`\\n## Hoist ${nth}\\n[^]*?(?=\\n## |$)`), "");
  return Object.fromEntries(Object.entries(notes).map(([file, text]) => [file, cut(text ?? "")]));
}
