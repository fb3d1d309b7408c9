import { expect, test } from "vitest";
import { signals } from "../story/signals.js";
import { berlin } from "../story/telling.js";
import { openSlackStage } from "./slack/stage.js";

async function openMorning() {
  const stage = await openSlackStage("socket")({ notes: signals(5), now: berlin("2026-03-09 08:00") });
  const ada = stage.actor("Ada");
  await ada.type("daily set 09:00 Europe/Berlin daily");
  const asked = () => stage.study.messages().filter(({ metadata }) => metadata !== null);
  return { ...stage, ada, asked };
}

test.each([
  ["the connection is cut", { cut: "after" }],
  ["Slack answers 502", { status: 502, accepted: true }],
] as const)(
  "fault 4: %s after Slack stored the question: one question, and it can be answered",
  async (_, mishap) => {
    const { slack, walkTo, asked, ada } = await openMorning();
    slack.next("chat.postMessage", mishap);
    await walkTo(berlin("2026-03-09 09:05"));
    expect(asked()).toHaveLength(1);
    expect((await ada.answer("A"))?.buttons).toContain("Report this question");
  },
);

test("fault 2: a crash between the post and its record leaves one question, which is revealed", async () => {
  const { slack, walkTo, asked, crash, ada } = await openMorning();
  slack.next("chat.postMessage", { delay: 400 });
  const walk = walkTo(berlin("2026-03-09 09:00")).catch(() => {});
  await slack.calm.until(() => asked().length === 1);
  await crash(berlin("2026-03-09 09:02"));
  await walk;
  expect(asked()).toHaveLength(1);
  await ada.answer("A");
  await walkTo(berlin("2026-03-10 09:01"));
  expect(asked()).toHaveLength(2);
  expect(JSON.stringify(asked()[1]?.blocks)).toContain("✓");
});

test("where the history may not be read, the keeper is told, and nothing is posted blindly", async () => {
  const { slack, walkTo, asked, shownTo } = await openMorning();
  slack.next("chat.postMessage", { cut: "after" });
  slack.next("conversations.history", { error: "missing_scope" }, { times: 100 });
  await walkTo(berlin("2026-03-09 11:00"));
  expect(asked()).toHaveLength(1);
  expect((await shownTo("Ada"))[0]?.text).toContain("Did the question of Mon 9 March appear in #study?");
});

test("fault 33: a 429 at nine brings the question a little later, once", async () => {
  const { slack, walkTo, asked } = await openMorning();
  slack.next("chat.postMessage", { ratelimited: 90 });
  await walkTo(berlin("2026-03-09 09:00"));
  expect(asked()).toHaveLength(0);
  await walkTo(berlin("2026-03-09 09:03"));
  expect(asked()).toHaveLength(1);
  expect(slack.calls("chat.postMessage").filter(({ status }) => status === 429)).toHaveLength(1);
});
