import { afterEach, expect, test } from "vitest";
import { right, signals, wrong } from "../story/signals.js";
import { berlin, newest, timesShown } from "../story/telling.js";
import { fakePerson } from "../support/fake-platform.js";
import { type FakeStage, openFake } from "../support/fake-stage.js";

let stage: FakeStage;
afterEach(() => stage.close());

/** Ada keeps the daily, and Ben tells what he holds to be right while others have not answered yet. */
async function report(before: () => Promise<unknown>) {
  stage = await openFake({ notes: signals(4), now: berlin("2026-03-09 08:00") });
  const ben = stage.actor("Ben");
  await stage.actor("Ada").type("daily set 09:00 Europe/Berlin mon-fri");
  await stage.walkTo(berlin("2026-03-09 09:00"));
  await before();
  const { options } = await newest(stage);
  await ben.answer(wrong);
  await ben.pressPrivate("Report this question");
  const letters = options.find(({ text }) => text.includes(right))?.letter ?? "";
  await ben.fill({ fault: "unclear", letters, words: "The key should be the true meaning alone." });
  const [said] = (await stage.channel()).filter(({ text }) => text.includes("A question was reported"));
  return said?.text ?? "";
}

test.each([
  [
    "lets nobody write to them",
    async () => {
      stage.platform.goWrong("post", fakePerson("Ada"), "closed");
    },
  ],
  [
    "had everything deleted",
    async () => {
      await stage.actor("Ada").type("mydata delete");
      await stage.actor("Ada").pressPrivate("Delete everything about me");
    },
  ],
])(
  "a report goes to the channel where its keeper %s, without what would be read before one's own answer",
  async (_, before) => {
    const said = await report(before);
    expect(said).toMatch(/A question was reported: it is unclear[\s\S]*npx cuecard reports \w{6,}/);
    expect(said).not.toMatch(/They wrote|should be|true meaning/);
  },
);

test("the keeper alone reads all of it, and the channel nothing", async () => {
  expect(await report(async () => {})).toBe("");
  expect(await timesShown(stage, "Ada", "They wrote: The key should be")).toBe(1);
  expect(await timesShown(stage, "Ada", "This should be the key:")).toBe(1);
});
