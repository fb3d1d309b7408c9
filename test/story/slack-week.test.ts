import { describe, expect, test } from "vitest";
import { slackActor } from "../support/slack-actor.js";
import { openSlackBot, type SlackBot } from "../support/slack-bot.js";
import { seeSlack } from "../support/slack-seen.js";
import { until } from "../support/until.js";
import { right, signals, wrong } from "./signals.js";
import { berlin, ledger } from "./telling.js";

const post = "chat.postMessage";
const nine = "daily set 09:00 Europe/Berlin mon-fri";
const zone = "Europe/Berlin";

const isQuestion = (text: unknown) => String(text).startsWith("Today’s question");

/** The questions in a channel, newest first. */
const asked = (channel: SlackBot["study"]) =>
  channel
    .messages()
    .map((message) => seeSlack(message, zone))
    .filter((one) => one.options.length > 0);

/** Monday's nine o'clock is a minute away. */
async function minuteBefore(limited = 0) {
  const bot = await openSlackBot({ notes: signals(30), now: berlin("2026-03-09 08:00"), limited });
  const actorIn = (channel: SlackBot["study"]) => (name: string) =>
    slackActor(bot, bot.acme.person(name, { admin: name === "Ada", tz: zone }), channel);
  const actor = actorIn(bot.study);
  const [ada, ben] = [actor("Ada"), actor("Ben")];
  await ada.type(nine);
  await bot.walkTo(berlin("2026-03-09 08:59"));
  return { ...bot, bot, actor, actorIn, ada, ben };
}

type Day = Awaited<ReturnType<typeof minuteBefore>>;

async function standsOnce({ study, ben, walkTo, miscounted }: Day): Promise<void> {
  expect(asked(study)).toHaveLength(1);
  expect((await ben.answer(right))?.text).toContain("1 day in a row");
  await walkTo(berlin("2026-03-09 10:00"));
  expect(asked(study).map(({ text }) => text)).toEqual([expect.stringContaining("1 answer so far.")]);
  expect(await miscounted()).toEqual([]);
}

describe("the moment between the post and the record of it", () => {
  test.each([
    ["its answer is lost", { cut: "after" }],
    ["the answer is a broken gateway", { status: 502, accepted: true }],
  ] as const)("fault 4: Slack has stored the message, but %s: one message", async (_how, mishap) => {
    const day = await minuteBefore();
    day.fake.next(post, mishap);
    await day.walkTo(berlin("2026-03-09 09:00"));
    await day.restart();
    await standsOnce(day);
  });

  test.each([
    ["at once", "09:00"],
    ["half an hour later", "09:30"],
  ])("fault 2: the bot dies before the answer is there and starts %s: one message", async (_when, time) => {
    const day = await minuteBefore();
    day.fake.next(post, { delay: 200 });
    const dying = expect(day.walkTo(berlin("2026-03-09 09:00"))).rejects.toThrow("not open");
    await until(() => asked(day.study).length === 1);
    await day.crash(berlin(`2026-03-09 ${time}`));
    await dying;
    await standsOnce(day);
  });

  test("fault 1: the post never reached Slack, and the bot starts again: one message, a moment later", async () => {
    const day = await minuteBefore();
    day.fake.next(post, { cut: "before" });
    await day.walkTo(berlin("2026-03-09 09:00"));
    expect(asked(day.study)).toHaveLength(0);
    await day.restart();
    await standsOnce(day);
  });
});

describe("where the bot may not read history", () => {
  const keeperHears = (day: Day) =>
    day.ada.shown().filter(({ text }) => text.includes("Did the question of Mon 9 March appear in #study?"));

  test("fault 2: what got out is not posted again, the keeper is asked once, and a press adopts it", async () => {
    const day = await minuteBefore();
    day.acme.takesAway("channels:history");
    day.fake.next(post, { cut: "after" });
    await day.walkTo(berlin("2026-03-09 12:00"));
    await day.restart();
    expect(asked(day.study)).toHaveLength(1);
    expect(keeperHears(day)).toHaveLength(1);
    expect((await day.ben.answer(right))?.text).toContain("1 day in a row");
    await day.walkTo(berlin("2026-03-10 09:00"));
    const [next, adopted] = asked(day.study);
    expect(next?.text).toContain("No answers yet.");
    expect(adopted?.text).toContain("The key");
    expect(asked(day.study)).toHaveLength(2);
    expect(await day.miscounted()).toEqual([]);
  });

  test("what never got out is not posted blindly; with the scope it is looked for again, and then posted", async () => {
    const day = await minuteBefore();
    day.acme.takesAway("channels:history");
    day.fake.next(post, { cut: "before" });
    await day.walkTo(berlin("2026-03-09 10:00"));
    expect(asked(day.study)).toHaveLength(0);
    expect(keeperHears(day)).toHaveLength(1);
    expect(day.fake.calls(post).filter(({ args }) => isQuestion(args.text))).toHaveLength(1);
    day.acme.grants("channels:history");
    await day.walkTo(berlin("2026-03-09 12:00"));
    expect(asked(day.study)).toHaveLength(1);
    expect(keeperHears(day)).toHaveLength(1);
  });
});

describe("a week on a shaky line", () => {
  test("sockets are renewed, cut and refused, and events come twice: nothing is lost or double", async () => {
    const day = await minuteBefore();
    const { fake, bot, study } = day;
    const everybody = [day.ada, day.ben, day.actor("Chidi"), day.actor("Dana")];
    const shakes: readonly (() => void)[] = [
      () => fake.sockets.refresh(),
      () => fake.sockets.drop(),
      () => fake.sockets.refresh("warning"),
      () => {
        fake.next("apps.connections.open", { status: 500 }, { times: 3 });
        fake.sockets.drop();
      },
      () => {
        fake.delivery.copies = 2;
        fake.sockets.refresh();
      },
    ];
    /** Whoever sees that it went wrong does it again when the line is up. */
    const untilHeard = async (deed: () => ReturnType<Day["ben"]["type"]>) => {
      let seen = await deed();
      while (/^(operation_timeout|dispatch_failed)$/.test(seen?.text ?? "")) {
        await until(() => bot.connected() && fake.sockets.open > 0, 20_000);
        seen = await deed();
      }
      return seen;
    };
    const answers = async (actor: Day["ben"], option: string) => untilHeard(await actor.hold(option));
    /** Where the line is down at nine, the question comes with the first minute in which it is up again. */
    const morning = async (date: string, questions: number) => {
      for (let minute = 0; minute < 5 && asked(study).length < questions; minute += 1) {
        await until(() => bot.connected(), 20_000);
        await bot.walkTo(berlin(`${date} 09:0${minute}`));
      }
      expect(asked(study)).toHaveLength(questions);
    };
    for (const [nth, shake] of shakes.entries()) {
      const date = `2026-03-${String(9 + nth).padStart(2, "0")}`;
      await morning(date, nth + 1);
      const going = everybody.slice(0, 2).map((actor) => answers(actor, right));
      shake();
      going.push(...everybody.slice(2).map((actor) => answers(actor, wrong)));
      for (const seen of await Promise.all(going)) {
        expect(seen?.text).toContain(nth === 0 ? "1 day in a row" : `${nth + 1} days in a row`);
      }
      await bot.walkTo(berlin(`${date} 09:10`));
      fake.delivery.copies = 1;
      expect(asked(study)[0]?.text).toContain("4 answers so far.");
    }
    await morning("2026-03-16", shakes.length + 1);
    expect(fake.sockets.opened).toBeGreaterThan(shakes.length);
    for (const { text } of asked(study).slice(1)) expect(text).toMatch(/2 of 4 right, 50\s%/);
    expect((await ledger(day.ben)).filter((line) => line.includes("answered"))).toHaveLength(5);
    const board = (await untilHeard(() => day.ben.type("leaderboard")))?.text.replace(/\s+/g, " ");
    expect(board).toContain("Ben (you) 5 of 5 5/5");
    expect(board).toContain("Chidi 5 of 5 0/5");
    expect(await bot.miscounted()).toEqual([]);
  });
});

describe("the pace of Slack", () => {
  test("fault 32: a 429 on posting holds up that channel for as long as it says, and no other", async () => {
    const day = await minuteBefore(1);
    const { fake, bot, acme, study } = day;
    const harbour = acme.channel("harbour");
    const dana = day.actorIn(harbour)("Dana");
    const keeper = slackActor(bot, acme.person("Chidi", { admin: true, tz: zone }), harbour);
    await keeper.type(nine);
    fake.next(post, { ratelimited: 300 }, { only: ({ channel }) => channel === study.id });
    await bot.walkTo(berlin("2026-03-09 09:00"));
    expect([asked(study).length, asked(harbour).length]).toEqual([0, 1]);
    expect((await dana.answer(right))?.text).toContain("1 day in a row");
    await bot.walkTo(berlin("2026-03-09 09:04"));
    expect([asked(study).length, asked(harbour).length]).toEqual([0, 1]);
    expect(asked(harbour)[0]?.text).toContain("1 answer so far.");
    await bot.walkTo(berlin("2026-03-09 09:07"));
    expect([asked(study).length, asked(harbour).length]).toEqual([1, 1]);
    expect((await day.ben.answer(right))?.text).toContain("1 day in a row");
    expect(await bot.miscounted()).toEqual([]);
  });
});
