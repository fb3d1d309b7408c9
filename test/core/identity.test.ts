import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recognise } from "../../src/core/identity.js";
import { parseBank } from "../../src/notes/parse-notes.js";

type Asked = { readonly prompt: string; readonly options: readonly string[]; readonly right: number };

const acids = ["Formic acid", "Oxalic acid", "Lactic acid", "Citric acid"];
const acid = (prompt: string, right = 0, options = acids): Asked => ({ prompt, options, right });

function questionsOf(...asked: readonly Asked[]) {
  const text = asked.map(
    ({ prompt, options, right }) =>
      `## ${prompt}\n\n${options.map((option, at) => `- [${at === right ? "x" : " "}] ${option}`).join("\n")}\n`,
  );
  return parseBank([{ path: "varroa.md", text: `# Varroa\n\n${text.join("\n")}` }]).questions;
}

const bold = (prompt: string, answer: string) =>
  parseBank([{ path: "varroa.md", text: `# Varroa\n\n## ${prompt}\n\n**${answer}**\n` }]).questions;

type Notes = ReturnType<typeof questionsOf>;

/** Of the new questions, those that are taken for an old one; `retired` are such as were gone before. */
function kept(before: Notes, now: Notes, retired: Notes = []): number {
  const known = [
    ...before.map((question) => ({ id: question.id, question })),
    ...retired.map((question) => ({ id: question.id, question, retired: true })),
  ];
  const ids = new Set(known.map(({ id }) => id));
  return recognise(now, known, new Map()).questions.filter(({ id }) => ids.has(id)).length;
}

const capped = acid("Which acid works in capped brood too?");
const sealed = acid("Which acid works in sealed brood too?");

describe("a short prompt that is put otherwise over the very same options", () => {
  test.each([
    ["one word", capped, sealed],
    ["words bent", acid("Where does the varroa mite multiply?"), acid("Where do varroa mites multiply?")],
    ["options in another order", capped, acid(sealed.prompt, 3, acids.toReversed())],
  ])("is the same question: %s", (_what, before, now) => {
    expect(kept(questionsOf(before), questionsOf(now))).toBe(1);
  });

  test.each([
    ["other words altogether", acid("What do bees smell after a treatment?")],
    ["another right option", acid(sealed.prompt, 1)],
    ["another option", acid(sealed.prompt, 0, [...acids.slice(0, 3), "Hydrochloric vinegar mix"])],
  ])("is another question: %s", (_what, now) => {
    expect(kept(questionsOf(capped), questionsOf(now))).toBe(0);
  });

  test("is another question where a second one has these options, before or now", () => {
    const second = acid("Which one is sprayed?", 2);
    expect(kept(questionsOf(capped, second), questionsOf(sealed))).toBe(0);
    expect(kept(questionsOf(capped), questionsOf(sealed, second))).toBe(0);
    expect(kept(questionsOf(capped, second), questionsOf(sealed, second))).toBe(1);
  });

  test("is another question in another topic, or where the old one was gone before", () => {
    const elsewhere = parseBank([
      { path: "acids.md", text: `## ${sealed.prompt}\n\n- [x] ${acids.join("\n- [ ] ")}\n` },
    ]).questions;
    expect(kept(questionsOf(capped), elsewhere)).toBe(0);
    expect(kept([], questionsOf(sealed), questionsOf(capped))).toBe(0);
  });

  test("holds for an answer too, but not for a yes or no", () => {
    const [before, now] = ["Where does the varroa mite multiply?", "Where do varroa mites multiply?"];
    expect(kept(bold(before, "In capped brood"), bold(now, "In capped brood"))).toBe(1);
    expect(kept(bold(before, "Yes"), bold(now, "Yes"))).toBe(0);
  });
});

const words = fc.constantFrom(
  "acid",
  "brood",
  "mite",
  "queen",
  "wax",
  "comb",
  "drone",
  "swarm",
  "frost",
  "hive",
);
const prompt = fc.uniqueArray(words, { minLength: 3, maxLength: 7 }).map((all) => `Which ${all.join(" ")}?`);
const bank = fc.uniqueArray(fc.record({ prompt, right: fc.nat(3), turned: fc.boolean() }), {
  maxLength: 5,
  selector: (one) => one.prompt,
});

test("questions that share one set of options are never taken for one another, whatever else is edited", () => {
  fc.assert(
    fc.property(bank, bank, (before, now) => {
      const notes = [before, now].map((all) => questionsOf(...all.map((one) => acid(one.prompt, one.right))));
      const [old = [], fresh = []] = notes;
      const { questions } = recognise(
        fresh,
        old.map((question) => ({ id: question.id, question })),
        new Map(),
      );
      expect(new Set(questions.map(({ id }) => id)).size).toBe(fresh.length);
      if (before.length < 2 && now.length < 2) return;
      const ids = new Map(fresh.map(({ id }, at) => [questions[at]?.id ?? id, id]));
      for (const [id, was] of ids) {
        if (id === was) continue;
        const [a, b] = [old.find((one) => one.id === id), fresh.find((one) => one.id === was)].map(
          (one) => new Set(JSON.stringify(one?.prompt).match(/[a-z]{3,}/g)),
        );
        const both = [...(a ?? [])].filter((word) => b?.has(word)).length;
        expect(both / new Set([...(a ?? []), ...(b ?? [])]).size).toBeGreaterThanOrEqual(0.5);
      }
    }),
  );
});
