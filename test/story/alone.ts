import { expect } from "vitest";
import type { Actor, Seen } from "../support/stage.js";
import { right, signals, wrong } from "./signals.js";
import { berlin, newest, type Stories, signalIn } from "./telling.js";
import { harbour } from "./three-days.js";

const monday = berlin("2026-03-09 08:00");
const nine = "daily set 09:00 Europe/Berlin mon-fri";

/** What somebody does for themselves: a quiz, practice, the board. */
export const alone: Stories = {
  "the board is shown to the channel once an hour, without the reader's own mark": {
    begins: monday,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-09 09:00"));
      await Promise.all([ada.answer(right), ben.answer(wrong)]);
      const shown = async () =>
        (await stage.channel()).filter((seen) => seen.text.includes("March in #study"));
      expect((await ben.type("leaderboard"))?.text).toContain("Ben (you)");
      expect(await shown()).toHaveLength(0);
      await ben.pressPrivate("Show to the channel");
      const [aloud] = await shown();
      expect(aloud?.text.replace(/\s+/g, " ")).toContain("1 Ada 1 of 1 – 1 Ben 1 of 1 –");
      await stage.walkTo(berlin("2026-03-09 09:59"));
      await ada.type("leaderboard");
      expect((await ada.pressPrivate("Show to the channel"))?.text).toContain("Shown lately");
      expect(await shown()).toHaveLength(1);
      await stage.walkTo(berlin("2026-03-09 10:01"));
      await ada.type("leaderboard");
      await ada.pressPrivate("Show to the channel");
      expect(await shown()).toHaveLength(2);
    },
  },

  "a quiz never gives away what is open in the channel, and touches no streak": {
    begins: monday,
    notes: signals(3),
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      await ada.type(nine);
      await stage.walkTo(berlin("2026-03-09 09:00"));
      const open = signalIn(await newest(stage));
      const met = new Set<string>();
      let card = await ben.type("quiz 4");
      for (let nth = 1; nth <= 4; nth += 1) {
        expect(signalIn(card)).not.toBe(open);
        expect(card?.text).toContain(`Question ${nth} of 4.`);
        met.add(signalIn(card));
        const verdict = await ben.pressPrivate(letterOf(card, right));
        expect(verdict?.text).toContain("Right");
        if (nth < 4) card = await ben.pressPrivate("Next question");
      }
      expect(met.size).toBe(2);
      expect((await ben.type("streak"))?.text).toContain("No streak yet");
      expect((await ben.type("leaderboard"))?.text).toContain(
        "Nobody has answered a question of March here yet",
      );
      const history = (await ben.type("quiz history"))?.text ?? "";
      expect(history.match(/Off the cape/g)).toHaveLength(4);
      await ben.answer(wrong);
      expect((await ben.type("quiz history"))?.text).toContain("not right");
    },
  },

  "a practice run asks what is due and what is new, brings back what was missed, and ends": {
    begins: monday,
    notes: harbour,
    async tell(stage) {
      const ada = stage.actor("Ada");
      await ada.type("practice");
      let card = (await stage.shownTo("Ada")).find((seen) => seen.text.includes("Practice:")) ?? null;
      const met = new Set<string>();
      let steps = 0;
      for (; card && !card.text.includes("That is all for now"); steps += 1) {
        expect(steps).toBeLessThan(30);
        await stage.walkTo(new Date(stage.now().getTime() + 60_000));
        const known = met.has(titleOf(card));
        met.add(titleOf(card));
        if (card.buttons.includes("Show the answer")) {
          expect((await ada.pressPrivate("Show the answer"))?.text).toContain("How well did you know it?");
          card = await ada.pressPrivate(known ? "Good" : "Again");
        } else {
          const verdict = known ? await answerRightly(ada, card) : await ada.pressPrivate("I don’t know");
          expect(verdict?.text).toContain(known ? "Right" : "Here is why");
          card = await ada.pressPrivate("Next card");
        }
      }
      expect(met.size).toBe(5);
      expect(steps).toBeGreaterThanOrEqual(10);
      expect(card?.text).toContain("The next card comes back");
      expect((await ada.type("streak"))?.text).toContain("No streak yet");
      expect((await ada.type("leaderboard"))?.text).toMatch(/No board yet|Nobody has answered/);
    },
  },

  "letters and the words of buttons can be typed in direct messages, and the first answer stands": {
    begins: monday,
    notes: harbour,
    async tell(stage) {
      const ada = stage.actor("Ada");
      expect((await ada.say("b"))?.text).toContain("No question waits here");
      let card = await ada.say("practice");
      const met = new Set<string>();
      for (let steps = 0; steps < 5; steps += 1) {
        expect(met).not.toContain(titleOf(card as Seen));
        met.add(titleOf(card as Seen));
        if (card?.buttons.includes("Show the answer")) {
          expect((await ada.say("show"))?.text).toContain("How well did you know it?");
          card = await ada.say("easy");
        } else if (card?.buttons.includes("Answer…")) {
          const two = ["Close the hatches", "harness"].map((words) => letterOf(card, words));
          expect((await ada.say(two[0] ?? ""))?.text).toContain("1 of 2 picked");
          expect((await ada.say(two.join(" and ")))?.text).toContain("Right");
          card = await ada.say("next");
        } else {
          expect((await ada.say("z"))?.text).toContain("No such letter");
          const key = ["Its port side", "Two days after the full moon"].find((words) =>
            card?.text.includes(words),
          );
          const verdict = await ada.say(`(${letterOf(card, key ?? "").toLowerCase()})`);
          expect(verdict?.text).toContain("Right");
          expect((await ada.say("a"))?.text).toContain("No question waits here");
          card = await ada.say("Next");
        }
      }
      expect(met.size).toBe(5);
      // Right once is Good: a card that is met for the first time comes back within the run.
      expect(card?.text).toMatch(/Practice|That is all/);
      expect((await ada.say("what is this"))?.text).toContain("I know no “what is this”");
      expect((await ada.say("streak"))?.text).toContain("No streak yet");
    },
  },
};

function letterOf(card: Seen | null, words: string): string {
  return card?.options.find((option) => option.text.includes(words))?.letter ?? words;
}

/** The words of a card that tell it from others. */
function titleOf(card: Seen): string {
  return /Coming home|The bar|A squall|Which colour|When do spring/.exec(card.text)?.[0] ?? card.text;
}

async function answerRightly(actor: Actor, card: Seen): Promise<Seen | null> {
  if (!card.buttons.includes("Answer…")) {
    const words = ["Its port side", "Two days after the full moon"].find((one) => card.text.includes(one));
    return await actor.pressPrivate(letterOf(card, words ?? "nothing"));
  }
  const toggles = await actor.pressPrivate("Answer…");
  for (const words of ["Close the hatches", "harness"]) await actor.pressPrivate(letterOf(toggles, words));
  return await actor.pressPrivate("Submit");
}
