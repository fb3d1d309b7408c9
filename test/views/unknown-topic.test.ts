import { expect, test } from "vitest";
import { topicId } from "../../src/core/ids.js";
import { unknownTopicMessage } from "../../src/views/unknown-topic.js";
import { see } from "../support/plain-message.js";

const topics = Array.from({ length: 12 }, (_, nth) => {
  const name = `hive-${String(nth).padStart(2, "0")}`;
  return { id: topicId(name), title: name, questions: 2 };
});
const told = (...about: Parameters<typeof unknownTopicMessage>) => see(unknownTopicMessage(...about)).text;

test("where nothing comes near, the first ten topics are named as what they are, and how many more", () => {
  const text = told("volcanoes", { near: [], all: topics });
  expect(text).toContain("The topics are:");
  expect(text).not.toContain("come near");
  expect(text).toContain("hive-09");
  expect(text).not.toContain("hive-10");
  expect(text).toContain("and 2 more");
});

test("what comes near is named alone; a channel's topics stay as they were, and that is said", () => {
  const about = { near: topics.slice(0, 1), all: topics };
  const text = told("hiev", about, "channel");
  expect(text).toContain("Nothing was changed. These come near:");
  expect(text).not.toContain("hive-01");
  expect(text).not.toContain("more");
  expect(told("hiev 3", about)).toContain("You can ask for 1 to 10 questions at once");
});
