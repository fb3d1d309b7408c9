import { describe, expect, test } from "vitest";
import { slackActor } from "../support/slack-actor.js";
import { openSlackBot } from "../support/slack-bot.js";
import { seeSlack } from "../support/slack-seen.js";
import { keyed, right, signals, wrong } from "./signals.js";
import { berlin } from "./telling.js";

const post = "chat.postMessage";
const zone = "Europe/Berlin";

/** Monday's question was answered, rightly and wrongly; Tuesday's nine o'clock is a minute away. */
async function minuteBefore({ options = "", limited = 0 } = {}) {
  const bot = await openSlackBot({ notes: signals(30), now: berlin("2026-03-09 08:00"), limited });
  const actor = (name: string) =>
    slackActor(bot, bot.acme.person(name, { admin: name === "Ada", tz: zone }), bot.study);
  const [ada, ben] = [actor("Ada"), actor("Ben")];
  await ada.type("daily set 09:00 Europe/Berlin mon-fri");
  if (options !== "") await ada.type(`daily options ${options}`);
  await bot.walkTo(berlin("2026-03-09 09:00"));
  await Promise.all([ada.answer(right), ben.answer(wrong)]);
  await bot.walkTo(berlin("2026-03-10 08:59"));
  /** Monday's question and what stands under it. */
  const shown = async () => {
    await bot.quiet();
    const question = bot.study.messages().find(({ blocks }) => /Practise this/.test(JSON.stringify(blocks)));
    if (!question) return { question: "", under: [] };
    const text = (message: typeof question) => seeSlack(message, zone).text;
    return { question: text(question), under: bot.study.replies(question).map(text) };
  };
  return { ...bot, shown, onlyThreads: { only: ({ thread_ts: under }: Args) => under !== undefined } };
}

type Args = Readonly<Record<string, unknown>>;

describe("the reasons of a closed question on Slack", () => {
  test("stand once in a thread under it, with their place in the notes; the message holds key and split", async () => {
    const day = await minuteBefore();
    await day.walkTo(berlin("2026-03-10 09:00"));
    await day.walkTo(berlin("2026-03-10 09:30"));
    await day.restart();
    const { question, under } = await day.shown();
    expect(question).toContain("The key");
    expect(question).not.toContain("The book says so");
    expect(under).toHaveLength(1);
    expect(under[0]).toMatch(/Why it is [A-C]\n/);
    expect(under[0]).toContain("The book says so");
    expect(under[0]).toMatch(/From your notes: (east|north|south)\.md › /);
  });

  test("are put right with a key that is corrected, in their place", async () => {
    const day = await minuteBefore();
    await day.walkTo(berlin("2026-03-10 09:00"));
    const { question, under: before } = await day.shown();
    await day.editNotes(keyed(signals(30), /signal \d+/.exec(question)?.[0] ?? "", wrong));
    await day.walkTo(berlin("2026-03-10 09:10"));
    const { under } = await day.shown();
    expect(under).toHaveLength(1);
    expect(under[0]).toMatch(/Why it is [A-C]\n/);
    expect(under[0]?.split("\n")[0]).not.toBe(before[0]?.split("\n")[0]);
    expect((await day.shown()).question).toContain("The key was corrected");
  });

  test("come before the talk that a keeper wishes for", async () => {
    const day = await minuteBefore({ options: "thread=on" });
    await day.walkTo(berlin("2026-03-10 09:00"));
    const { under } = await day.shown();
    expect(under).toHaveLength(2);
    expect(under[0]).toContain("The book says so");
    expect(under[1]).toContain("What did you think");
  });

  test.each([
    ["the answer to them is lost", { cut: "after" }],
    ["the answer is a broken gateway", { status: 502, accepted: true }],
    ["they did not get out", { cut: "before" }],
    ["Slack asks to wait", { ratelimited: 90 }],
  ] as const)("fault 4: %s: once all the same, a little later", async (_how, mishap) => {
    const day = await minuteBefore({ limited: "ratelimited" in mishap ? 1 : 0 });
    day.fake.next(post, mishap, day.onlyThreads);
    await day.walkTo(berlin("2026-03-10 09:10"));
    const { question, under } = await day.shown();
    expect(question).toContain("The key");
    expect(under).toEqual([expect.stringContaining("The book says so")]);
    expect(await day.miscounted()).toEqual([]);
  });
});
