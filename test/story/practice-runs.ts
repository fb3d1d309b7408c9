import { expect } from "vitest";
import type { Actor, Seen, Stage } from "../support/stage.js";
import { right, signals, wrong } from "./signals.js";
import { berlin, type Stories, signalIn } from "./telling.js";

const monday = berlin("2026-03-09 08:00");
const end = "That is all for now";

/** How practice runs go, and how they end. */
export const practiceRuns: Stories = {
  "a run brings as many new cards a day as somebody wishes, tells what was learnt, and leaves nothing": {
    begins: monday,
    notes: signals(8),
    async tell(stage) {
      const ada = stage.actor("Ada");
      expect((await ada.type("practice set new=101"))?.text).toContain(
        "“new=101” cannot be set: new takes a whole number from 0 to 100.",
      );
      expect((await ada.type("practice set new=3 retention=95"))?.text).toContain("New cards a day: 3.");
      expect((await ada.type("practice set"))?.text).toMatch(/hold in memory: 95\s%/);
      await ada.pressPrivate("Change how I practise…");
      expect((await ada.fill({ new: "5" }))?.text).toMatch(/a day: 5\. .*memory: 95\s%/);
      await ada.type("practice set new=3");
      const first = await practise(stage, ada, "practice", () => right);
      expect(first.met.size).toBe(3);
      expect(first.over).toContain("3 cards done, 3 of them new: you know 3.");
      expect(first.over).toContain("The next card comes back");
      expect(first.over).toMatch(/Tomorrow \S+, within a week \d/);
      expect(first.over).toContain("5 questions you have not met yet: up to 3 new ones come tomorrow.");
      expect(first.over).not.toContain("Worth reading again");

      const again = await practise(stage, ada, "practice", () => right);
      expect(again.met.size).toBe(0);
      expect(again.over).toContain("Nothing is due now.");

      await stage.walkTo(berlin("2026-03-10 01:01"));
      const second = await practise(stage, ada, "practice", () => right);
      expect([...second.met].filter((signal) => !first.met.has(signal))).toHaveLength(3);
      await ada.type("practice set new=0");
      await stage.walkTo(berlin("2026-03-11 01:01"));
      const third = await practise(stage, ada, "practice", () => right);
      expect([...third.met].filter((signal) => !first.met.has(signal) && !second.met.has(signal))).toEqual(
        [],
      );
      expect(third.over).toContain("2 questions you have not met yet: new cards are switched off");
    },
  },

  "what is not known comes back at the end of the run, until it is; the run says where to read again": {
    begins: monday,
    notes: signals(3),
    async tell(stage) {
      const ada = stage.actor("Ada");
      const seen: string[] = [];
      const run = await practise(stage, ada, "practice", (signal) => {
        seen.push(signal);
        return signal === seen[0] && seen.filter((one) => one === signal).length < 3 ? wrong : right;
      });
      const [missed, ...others] = [...run.met];
      expect(seen.slice(0, 3)).toEqual([missed, ...others]);
      expect(seen.filter((one) => one === missed).length).toBeGreaterThanOrEqual(4);
      expect(run.over).toContain("3 cards done, 3 of them new: you know 3.");
      expect(run.over).toContain("Worth reading again");
      expect(run.over).toContain(`${fileOf(missed ?? "")} › Signals`);
      for (const known of others) expect(run.over).not.toContain(fileOf(known));
    },
  },

  "a run over misses asks each once, and ends; what was missed again is there the next time": {
    begins: monday,
    notes: signals(4),
    async tell(stage) {
      const ada = stage.actor("Ada");
      for (const [topic, option] of [
        ["south", wrong],
        ["north", right],
        ["east", wrong],
      ] as const) {
        await ada.pressPrivate(letterOf(await ada.type(`quiz ${topic}`), option));
      }
      await stage.walkTo(new Date(stage.now().getTime() + 60_000));
      let asked = 0;
      const first = await practise(stage, ada, "practice misses", () => {
        asked += 1;
        return asked === 1 ? wrong : right;
      });
      expect([first.met.size, asked]).toEqual([2, 2]);
      expect(first.over).toContain("2 cards done: you know 1 and 1 is to be seen again.");
      const second = await practise(stage, ada, "practice misses", () => right);
      expect([...second.met]).toEqual([[...first.met][0]]);
      expect(second.over).toContain("1 card done: you know 1.");
      const third = await practise(stage, ada, "practice misses", () => right);
      expect(third.over).toContain("You have no misses to go through.");
    },
  },

  "a letter on an old screen of a card that has moved on counts for nothing, and the present card comes": {
    begins: monday,
    notes: signals(1),
    async tell(stage) {
      const ada = stage.actor("Ada");
      await ada.type("practice");
      const old = await ada.holdPrivate(letterOf(await inPractice(stage), wrong));
      await stage.walkTo(new Date(stage.now().getTime() + 60_000));
      await ada.type("practice");
      const verdict = await ada.pressPrivate(letterOf(await inPractice(stage), right));
      expect(verdict?.text).toContain("Right");
      const present = await old();
      expect(present?.text).toContain("Practice: 1 coming back, this one included.");
      expect(present?.text).not.toContain("Not this one");
      const history = await ada.type("quiz history");
      expect(history?.text).toContain("1 of 1 answer right");
    },
  },

  "an old grade, or an answer shown once more, grades nothing": {
    begins: monday,
    notes: {
      "tides.md":
        "# Tides\n\n- Spring tides come two days after the full moon.\n\n### Questions\n\n- When do spring tides come?\n",
    },
    async tell(stage) {
      const ada = stage.actor("Ada");
      await ada.type("practice");
      const show = await ada.holdPrivate("Show the answer");
      expect((await ada.pressPrivate("Show the answer"))?.text).toContain("How well did you know it?");
      const good = await ada.holdPrivate("Good");
      const next = await ada.pressPrivate("Again");
      expect(next?.text).toContain("Practice: 1 coming back");
      for (const old of [show, good]) {
        const present = await old();
        expect(present?.text).toContain("Practice: 1 coming back");
        expect(present?.buttons).toEqual(["Show the answer"]);
      }
      const turned = await ada.pressPrivate("Show the answer");
      expect(turned?.buttons.join(" ")).toMatch(/Good\W+10 min/);
      const over = await ada.pressPrivate("Easy");
      expect(over?.text).toContain(end);
      expect(over?.text).toContain("1 card done, a new one: you know 1.");
      expect(over?.text).toContain("tides.md › Tides");
    },
  },
};

/** Works a run to its end, ten seconds a card; which cards it asked, in their order, and its last words. */
async function practise(
  stage: Stage,
  actor: Actor,
  words: string,
  answer: (signal: string) => string,
): Promise<{ readonly met: ReadonlySet<string>; readonly over: string }> {
  await actor.type(words);
  const met = new Set<string>();
  let card: Seen | null = await inPractice(stage);
  for (let steps = 0; card && !card.text.includes(end); steps += 1) {
    expect(steps).toBeLessThan(40);
    met.add(signalIn(card));
    await actor.pressPrivate(letterOf(card, answer(signalIn(card))));
    await stage.walkTo(new Date(stage.now().getTime() + 10_000));
    card = await actor.pressPrivate("Next card");
  }
  return { met, over: card?.text ?? "" };
}

/** The newest card of Ada's practice, or the end of it. */
async function inPractice(stage: Stage): Promise<Seen | null> {
  const shown = await stage.shownTo("Ada");
  return shown.find(({ text }) => text.includes("Practice: ") || text.includes(end)) ?? null;
}

/** Where a signal stands in the notes. */
function fileOf(signal: string): string {
  return `${["east", "north", "south"][Number(signal.replace("signal ", "")) % 3]}.md`;
}

function letterOf(card: Seen | null, words: string): string {
  return card?.options.find((option) => option.text.includes(words))?.letter ?? words;
}
