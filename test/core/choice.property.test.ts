import fc from "fast-check";
import { expect, test } from "vitest";
import { makeBank } from "../../src/core/bank.js";
import { defaultOptions } from "../../src/core/channel.js";
import { type QuestionId, type TopicId, topicId } from "../../src/core/ids.js";
import { chooseQuestion } from "../../src/core/round.js";
import { type Candidate, mayBeAsked } from "../support/oracle-choice.js";
import { runs } from "./settings.js";
import { anEntry, aQuestion, choice, recall } from "./things.js";

const anItem = fc.record({
  topic: fc.constantFrom("a", "b/x", "b/y", "c"),
  form: fc.constantFrom("choice", "choice", "recall", "no answer"),
  retired: fc.boolean().map((no) => no && true),
});
const items = fc.array(anItem, { minLength: 1, maxLength: 12 });
const limits = fc.constantFrom<string[]>([], ["a"], ["b"], ["b/x", "c"]);

test("over months a channel is asked only what the rule allows, and every equal gets its turn", () => {
  fc.assert(
    fc.property(items, limits, fc.constantFrom("all", "choice"), fc.nat(999), (list, topics, kinds, salt) => {
      const bank = makeBank(
        list.map(({ topic, form, retired }, at) => {
          const made = form === "choice" ? choice("*yes", "no") : recall(form === "recall" ? "so" : null);
          return anEntry(aQuestion(`${topic}/q${at}`, made), { retired });
        }),
      );
      const schedule = { topics: topics.map(topicId), options: { ...defaultOptions, kinds } } as const;
      const asked = { questions: new Map<QuestionId, Date>(), topics: new Map<TopicId, Date>() };
      for (let day = 1; day <= 20; day += 1) {
        const pool = list.flatMap(({ topic, form, retired }, at): Candidate[] => {
          const id = `${topic}/q${at}`;
          const wanted = topics.length === 0 || topics.some((t) => topic === t || topic.startsWith(`${t}/`));
          if (retired || !wanted || form === "no answer" || (kinds === "choice" && form === "recall"))
            return [];
          const last = asked.questions.get(id as QuestionId)?.getTime() ?? null;
          const topicAsked = asked.topics.get(topic as TopicId)?.getTime() ?? null;
          return [{ id, topic, kind: form as "choice" | "recall", asked: last, topicAsked }];
        });
        const entry = chooseQuestion(bank, schedule, asked, { seed: `${salt} ${day}` });
        expect(chooseQuestion(bank, schedule, asked, { seed: `${salt} ${day}` })).toBe(entry);
        if (!entry) expect(pool).toEqual([]);
        else expect(mayBeAsked(pool)).toContain(entry.question.id);
        if (!entry) return;
        const now = new Date(day * 86_400_000);
        asked.questions.set(entry.question.id, now);
        asked.topics.set(entry.question.topic, now);
      }
    }),
    runs(250),
  );
});

test("the seed reaches every equal: none is left out for ever", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(9999), (count, salt) => {
      const ids = Array.from({ length: count }, (_, at) => `${at % 2 === 0 ? "a" : at}/q${at}`).sort();
      const bank = makeBank(ids.map((id) => anEntry(aQuestion(id))));
      const history = { questions: new Map(), topics: new Map() };
      const schedule = { topics: [], options: defaultOptions };
      const met = new Set(
        Array.from({ length: 40 * count }, (_, at) => at).map(
          (at) => chooseQuestion(bank, schedule, history, { seed: `${salt} day ${at}` })?.question.id,
        ),
      );
      expect([...met].sort()).toEqual(ids);
    }),
    runs(25),
  );
});
