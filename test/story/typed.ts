import { expect } from "vitest";
import type { Notes } from "../support/stage.js";
import { berlin, type Stories } from "./telling.js";

const monday = berlin("2026-03-09 08:00");

const jobs = `# Waiting rooms

- Amazon SQS keeps messages until somebody fetches them.

## A program leaves jobs for others who fetch them when they have time. Where does it leave them?

**Amazon SQS** - a queue keeps each job until it is done.
`;

const harbour: Notes = {
  "watch.md": `# Watch

## Two ships meet

Which mark lies to starboard of a ship that comes in, in region A?

- [x] Green lateral mark

- [ ] Red lateral mark

- [ ] Safe water mark
`,
  "terms.yaml":
    "terms:\n  - [green lateral mark, green buoy]\n  - [red lateral mark, red buoy]\n  - safe water mark\n",
};

/** Short answers that are written in direct messages. */
export const typed: Stories = {
  "a card says that its answer can be typed; any of its names is right, and the verdict says how it was read":
    {
      begins: monday,
      notes: { "jobs.md": jobs },
      async tell(stage) {
        const ada = stage.actor("Ada");
        const card = await ada.say("practice");
        expect(card?.text).toContain("Type your answer, or press Show the answer.");
        const verdict = await ada.say("the simple queue service");
        expect(verdict?.text).toContain("Right");
        expect(verdict?.text).toMatch(/You typed: the simple queue service\.\s*Read as Amazon SQS\./);
        expect(verdict?.buttons).not.toContain("Suggest my wording");
        expect((await ada.say("quiz history"))?.text).toMatch(/1 of 1 answer right/);
      },
    },

  "an answer typed with a slip is right, and says so": {
    begins: monday,
    notes: { "jobs.md": jobs },
    async tell(stage) {
      const ada = stage.actor("Ada");
      await ada.say("practice");
      expect((await ada.say("Simple Quene Servise"))?.text).toMatch(/Right[\s\S]*Read as Amazon SQS\./);
      expect((await ada.say("sns"))?.text).toContain("I know no “sns”");
    },
  },

  "a neighbour of the answer is not right, and is shown beside it; the card comes back in the same run": {
    begins: monday,
    notes: { "jobs.md": jobs },
    async tell(stage) {
      const ada = stage.actor("Ada");
      await ada.say("practice");
      const verdict = await ada.say("Simple Notification Service");
      expect(verdict?.text).toMatch(
        /Not this one[\s\S]*You typed: Simple Notification Service\.\s*Read as SNS\.[\s\S]*Amazon SQS/,
      );
      expect(verdict?.buttons).toEqual(["Next card", "Suggest my wording", "Report this question"]);
      expect((await ada.say("next"))?.text).toContain("Where does it leave them?");
      expect((await ada.say("SQS"))?.text).toContain("Right");
    },
  },

  "the one or the other is not right, and talk is no answer": {
    begins: monday,
    notes: { "jobs.md": jobs },
    async tell(stage) {
      const ada = stage.actor("Ada");
      await ada.say("practice");
      expect((await ada.say("what do you mean"))?.text).toContain("I know no “what do you mean”");
      expect((await ada.say("leaderbord"))?.text).toContain("I know no “leaderbord”");
      expect((await ada.say("streak"))?.text).toContain("No streak yet");
      const verdict = await ada.say("SQS or SNS");
      expect(verdict?.text).toMatch(/Not this one[\s\S]*You typed: SQS or SNS/);
    },
  },

  "an option can be typed by its words, also those of the team's own terms; a letter is a letter": {
    begins: monday,
    notes: harbour,
    async tell(stage) {
      const [ada, ben] = [stage.actor("Ada"), stage.actor("Ben")];
      expect((await ada.say("quiz"))?.text).toContain("Type your answer, or press a letter.");
      expect((await ada.say("green buoy or red buoy"))?.text).toContain("None of the options");
      const missed = await ada.say("the red buoy");
      expect(missed?.text).toMatch(/Not this one[\s\S]*Read as Red lateral mark\./);
      expect(missed?.buttons).not.toContain("Suggest my wording");
      await ben.say("quiz");
      expect((await ben.say("green buoys"))?.text).toMatch(/Right[\s\S]*Read as Green lateral mark\./);
      const card = await ben.say("quiz");
      const letter = card?.options.find((option) => option.text.includes("Red"))?.letter ?? "";
      const picked = await ben.say(letter);
      expect(picked?.text).toContain("Not this one");
      expect(picked?.text).not.toContain("You typed");
    },
  },

  "an answer that was shown is graded, and typed no more; a grade before that shows it first": {
    begins: monday,
    notes: { "jobs.md": jobs },
    async tell(stage) {
      const ada = stage.actor("Ada");
      await ada.say("practice");
      for (const words of ["next", "had it", "not this time"]) {
        expect((await ada.say(words))?.text).toContain("This one is not answered yet");
      }
      expect((await ada.say("good"))?.text).toContain("How well did you know it?");
      for (const words of ["Amazon SQS", "sqs", "Amazon SNS", "next"]) {
        expect((await ada.say(words))?.text).toContain("The answer is shown already");
      }
      expect((await ada.say("quiz history"))?.text).toContain("Nothing yet");
      expect((await ada.say("practice"))?.text).toContain("How well did you know it?");
      expect((await ada.say("SQS"))?.text).toContain("The answer is shown already");
      const back = await ada.say("again");
      expect(back?.text).toContain("Practice: 1 coming back");
      expect((await ada.say("SQS"))?.text).toContain("Right");
      await ada.say("next");
      await ada.say("dunno");
      expect((await ada.say("SQS"))?.text).toContain("The answer is shown already");
      expect((await ada.say("stop"))?.text).toMatch(/Stopped here[\s\S]*1 card done[\s\S]*1 coming back/);
      expect((await ada.say("easy"))?.text).toContain("That is all for now");
    },
  },

  "who was right all the same keeps the words for the authors, and nothing else changes": {
    begins: monday,
    notes: { "jobs.md": jobs },
    async tell(stage) {
      const ada = stage.actor("Ada");
      await ada.say("practice");
      await ada.say("a job board");
      const kept = await ada.pressPrivate("Suggest my wording");
      expect(kept?.text).toMatch(
        /Not this one[\s\S]*You typed: a job board[\s\S]*Kept for the authors of the notes/,
      );
      expect(kept?.buttons).toEqual(["Next card", "Report this question"]);
      expect((await ada.say("quiz history"))?.text).toMatch(/0 of 1 answer right/);
      const again = await ada.say("practice");
      expect(again?.text).toContain("Where does it leave them?");
      expect((await ada.say("a job board"))?.text).toContain("Not this one");
      expect((await ada.type("streak"))?.text).toContain("No streak yet");
    },
  },
};
