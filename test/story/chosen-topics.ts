import { expect } from "vitest";
import { berlin, newest, type Stories, timesShown } from "./telling.js";

const monday = berlin("2026-03-09 08:00");
const nine = "daily set 09:00 Europe/Berlin mon-fri";

function about(words: string): string {
  return `# ${words}

## The ${words} in spring

What does the keeper look for first in the ${words} when spring comes?

- [x] The food of the ${words}
- [ ] The colour of the ${words}
- [ ] The age of the ${words}
`;
}

const notes = {
  "hive/brood.md": about("brood"),
  "hive/comb.md": about("comb"),
  "health/mites.md": about("mites"),
};

/** What a channel chose is a part of the notes, and the notes change. */
export const chosenTopics: Stories = {
  "a folder stands for all below it, files that come later too, and the card says so": {
    begins: monday,
    notes,
    async tell(stage) {
      const ada = stage.actor("Ada");
      await ada.type(nine);
      await ada.type("daily topics hive");
      const show = async () => (await ada.type("daily show"))?.text ?? "";
      expect(await show()).toContain("Topics: hive (everything below it).");
      expect(await show()).toContain("2 questions can come");
      await stage.editNotes({ "hive/queen.md": about("queen") });
      expect(await show()).toContain("3 questions can come");
      const asked = [];
      for (const day of ["09", "10", "11"]) {
        await stage.walkTo(berlin(`2026-03-${day} 09:00`));
        asked.push(/brood|comb|queen|mites/.exec((await newest(stage)).text)?.[0]);
      }
      expect(asked.sort()).toEqual(["brood", "comb", "queen"]);
    },
  },

  "a topic that is gone is told at once, once, with where its questions went and the words that follow them":
    {
      begins: monday,
      notes,
      async tell(stage) {
        const ada = stage.actor("Ada");
        await ada.type(nine);
        await ada.type("daily topics hive/comb health/mites");
        await stage.editNotes({ "health/mites.md": null, "health/varroa.md": about("mites") });
        await stage.walkTo(berlin("2026-03-09 08:05"));
        const moved =
          "health/mites is no topic of the notes any more: its questions are in health/varroa now.";
        expect(await timesShown(stage, "Ada", moved)).toBe(1);
        await stage.restart();
        await stage.walkTo(berlin("2026-03-09 08:10"));
        expect(await timesShown(stage, "Ada", moved)).toBe(1);
        const shown = (await ada.type("daily show"))?.text ?? "";
        expect(shown).toContain("Topics: hive/comb.");
        expect(shown).toContain(moved);
        expect(shown).toContain("daily topics hive/comb health/varroa");
        await ada.type("daily topics hive/comb health/varroa");
        const after = (await ada.type("daily show"))?.text ?? "";
        expect(after).toContain("Topics: hive/comb and health/varroa.");
        expect(after).not.toContain("any more");
      },
    },
};
