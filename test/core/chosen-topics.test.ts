import { expect, test } from "vitest";
import { makeBank } from "../../src/core/bank.js";
import { lookUpTopics, topicsNow } from "../../src/core/chosen-topics.js";
import { topicId } from "../../src/core/ids.js";
import { aBank, anEntry, aQuestion } from "./things.js";

const look = (bank: ReturnType<typeof aBank>, ...ids: readonly string[]) =>
  lookUpTopics(bank, ids.map(topicId));

test("a folder covers what lies below it, and a topic that is alone does not", () => {
  const bank = aBank("hive/brood/1", "hive/feed/1", "health/1", "health/mites/1");
  expect(look(bank, "hive", "hive/feed", "health").map(({ kind }) => kind)).toEqual([
    "folder",
    "one",
    "folder",
  ]);
});

test("a topic that is gone is followed by the ids of its questions", () => {
  const moved = { ...aQuestion("health/mites/1"), topic: topicId("health/varroa") };
  const bank = makeBank([
    anEntry(moved),
    anEntry(aQuestion("hive/brood/1")),
    anEntry(aQuestion("old/1"), { retired: true }),
  ]);
  const chosen = look(bank, "hive", "health/mites", "old", "health/mit");
  expect(chosen.slice(1)).toEqual([
    { kind: "gone", id: "health/mites", now: ["health/varroa"] },
    { kind: "gone", id: "old", now: [] },
    { kind: "gone", id: "health/mit", now: [] },
  ]);
  expect(topicsNow(chosen)).toEqual(["hive", "health/varroa"]);
});
