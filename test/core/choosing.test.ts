import { describe, expect, test } from "vitest";
import { fitsDaily, longestDaily } from "../../src/core/asked.js";
import { makeBank, topicsOf } from "../../src/core/bank.js";
import { defaultOptions } from "../../src/core/channel.js";
import { channelId, type QuestionId, questionId, type TopicId, topicId } from "../../src/core/ids.js";
import { chooseQuiz, type Results } from "../../src/core/quiz.js";
import { chooseQuestion, dailyPool, questionsLeft, roundKey } from "../../src/core/round.js";
import { fingerprint, pick, shuffle } from "../../src/core/seed.js";
import { findTopics, matching } from "../../src/core/topics.js";
import { aBank, anEntry, anOption, aQuestion, day, recall } from "./things.js";

const anywhere = { topics: [], options: defaultOptions };
const asked = (...questions: readonly (readonly [id: string, day: number])[]) => ({
  questions: new Map(questions.map(([id, day]) => [questionId(id), new Date(day)])),
  topics: new Map(
    questions.map(([id, day]): [TopicId, Date] => [topicId(id.split("/")[0] ?? ""), new Date(day)]),
  ),
});
const chosen = (bank: ReturnType<typeof aBank>, history = asked(), topics: readonly string[] = []) => {
  const schedule = { ...anywhere, topics: topics.map(topicId) };
  return chooseQuestion(bank, schedule, history, { seed: "seed" })?.question.id ?? null;
};

describe("which question a channel is asked", () => {
  const bank = makeBank([
    anEntry(aQuestion("a/1")),
    anEntry(aQuestion("b/1")),
    anEntry(aQuestion("c/1", recall("so"))),
    anEntry(aQuestion("d/1", recall(null))),
    anEntry(aQuestion("e/1"), { retired: true }),
  ]);
  test("the one never asked", () => expect(chosen(bank, asked(["a/1", 1]))).toBe("b/1"));
  test("the topic that waited longest", () => {
    expect(chosen(aBank("a/1", "a/2", "b/1", "b/2"), asked(["a/1", 5], ["b/1", 4]))).toBe("b/2");
  });
  test("a scenario when no unasked choice is left", () => {
    expect(chosen(bank, asked(["a/1", 1], ["b/1", 2]))).toBe("c/1");
  });
  test("then the one asked longest ago", () => {
    expect(chosen(bank, asked(["a/1", 3], ["b/1", 2], ["c/1", 4]))).toBe("b/1");
  });
  test("of its topics alone, and what lies below them", () => {
    expect(chosen(aBank("aws/s3/1", "awsome/1"), asked(), ["aws"])).toBe("aws/s3/1");
    expect(chosen(bank, asked(), ["z"])).toBeNull();
  });
  test("what was put aside only when nothing else is left", () => {
    const aside = (ids: readonly string[]) =>
      chooseQuestion(aBank("a/1", "a/2"), anywhere, asked(), { seed: "s", aside: ids as QuestionId[] })
        ?.question.id;
    expect(aside(["a/1"])).toBe("a/2");
    expect(["a/1", "a/2"]).toContain(aside(["a/1", "a/2"]));
  });
  test("never a retired one, one without an answer, or one too long for a message", () => {
    const long = anEntry({ ...aQuestion("f/1"), prompt: anOption("x".repeat(longestDaily), true).body });
    expect(fitsDaily(long.question)).toBe(false);
    const pool = dailyPool(makeBank([...bank.entries, long]), anywhere);
    expect(pool.map((entry) => entry.question.id)).toEqual(["a/1", "b/1", "c/1"]);
    expect(questionsLeft(pool, asked(["a/1", 1], ["gone/1", 1]))).toBe(2);
  });
});

describe("which question one person is asked", () => {
  const bank = aBank("a/1", "a/2", "b/1");
  const quiz = (results: Results, wish: { topics?: readonly string[]; barred?: readonly string[] } = {}) =>
    chooseQuiz(
      bank,
      {
        topics: (wish.topics ?? []).map(topicId),
        barred: new Set((wish.barred ?? []).map(questionId)),
        seed: "seed",
      },
      results,
    )?.question.id ?? null;
  const result = (...all: readonly (readonly [id: string, right: boolean])[]): Results =>
    new Map(all.map(([id, right], index) => [questionId(id), { at: new Date(index), right }]));

  test("of the weakest topic, where none is named", () => {
    expect(quiz(result(["a/1", true], ["a/2", true], ["b/1", false]))).toBe("b/1");
  });
  test("never met before wrong, wrong before right", () => {
    expect(quiz(result(["a/1", false]), { topics: ["a"] })).toBe("a/2");
    expect(quiz(result(["a/2", true], ["a/1", false]), { topics: ["a"] })).toBe("a/1");
  });
  test("never one that is open in a channel", () => {
    expect(quiz(new Map(), { topics: ["a"], barred: ["a/1"] })).toBe("a/2");
    expect(quiz(new Map(), { barred: ["a/1", "a/2", "b/1"] })).toBeNull();
  });
});

describe("chance that repeats: these values must never change", () => {
  test("fingerprints, orders and picks", () => {
    expect(fingerprint("round web:playground/general 2026-03-10")).toMatchInlineSnapshot(`"kkskev5zzwnc"`);
    expect(shuffle([1, 2, 3, 4, 5, 6], "seed")).toMatchInlineSnapshot(`
      [
        1,
        2,
        5,
        6,
        4,
        3,
      ]
    `);
    expect(pick(["a", "b", "c"], "seed")).toMatchInlineSnapshot(`"b"`);
  });
  test("keys are short, and tell rounds, bonus rounds, channels and days apart", () => {
    const here = channelId("web:playground/general");
    const keys = [
      roundKey(here, day("2026-03-10")),
      roundKey(here, day("2026-03-11")),
      roundKey(here, day("2026-03-10"), "event"),
      roundKey(channelId("web:playground/other"), day("2026-03-10")),
    ];
    expect(new Set(keys).size).toBe(4);
    for (const key of keys) expect(key).toMatch(/^[0-9a-z]{1,13}$/);
  });
  test("a year of keys of a thousand channels has no two alike", () => {
    const keys = new Set<string>();
    for (let channel = 0; channel < 1000; channel += 1) {
      for (let date = 0; date < 365; date += 5) keys.add(fingerprint(`round slack:T/${channel} ${date}`));
    }
    expect(keys.size).toBe(73_000);
  });
  test("of nothing nothing is picked", () => {
    expect(pick([], "seed")).toBeUndefined();
    expect(shuffle([], "seed")).toEqual([]);
  });
});

describe("topics in words", () => {
  const bank = aBank("aws/storage/efs/1", "aws/storage/s3/1", "aws/compute/1", "events/fan-out/1");
  test.each([
    ["aws/storage", ["aws/storage"]],
    ["AWS/Storage/", ["aws/storage"]],
    ["EFS", ["aws/storage/efs"]],
    ["fan-out", ["events/fan-out"]],
    ["storage efs", ["aws/storage/efs"]],
    ["aws", ["aws"]],
  ])("%s", (words, topics) => expect(findTopics(bank, words)).toMatchObject({ kind: "found", topics }));
  test("unknown words come near something", () => {
    const match = findTopics(bank, "storrage");
    expect(match.kind === "unknown" && match.near[0]?.id).toMatch(/^aws\/storage/);
    expect(matching(topicsOf(bank), "zzz")).toEqual([]);
  });
  test("and where they share next to nothing with any, none is near, and there are all", () => {
    expect(findTopics(bank, "volcanoes")).toEqual({ kind: "unknown", near: [], all: topicsOf(bank) });
  });
});
