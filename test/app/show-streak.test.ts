import { expect, test } from "vitest";
import { makeInbox } from "../../src/app/inbox.js";
import { channelId, personId } from "../../src/core/ids.js";
import { ledgerMessage } from "../../src/views/streak.js";
import { answer, at, dayAt, enrol, openRound, picksOf } from "../store/school.js";
import { anApp } from "../support/app.js";
import { see } from "../support/plain-message.js";

const [here, there] = [channelId("fake:w/here"), channelId("fake:w/there")];
const ben = { id: personId("fake:w/ben"), name: "Ben", mayManage: false };

/** Ben answered in two channels, there last; what he is told alone at a moment. */
async function twoChannels() {
  const app = await anApp();
  await enrol(app.store, here, "#here");
  await enrol(app.store, there, "#there");
  for (const [nth, id] of [here, there].entries()) {
    const round = await openRound(app.store, nth, id);
    await answer(app.store, round.key, { who: ben.id, picks: picksOf(round).right, when: at(nth, 5) });
  }
  const inbox = makeInbox(app);
  return async (words: string, when: Date) => {
    const place = { kind: "direct", person: ben.id } as const;
    const did = { kind: "command", words } as const;
    const reply = await inbox({ id: `${words} ${when.toISOString()}`, at: when, person: ben, place, did });
    if (!reply.whisper) throw new Error("nothing was told");
    return { ...see(reply.whisper), summary: reply.whisper.summary };
  };
}

test("alone, the days of the channel where one answered last are told, and where those of the others are", async () => {
  const say = await twoChannels();
  const told = await say("streak why", at(1, 10));
  expect(told.summary).toBe("Day by day in #there: 1 day.");
  expect(told.text).toContain("Your days in #here: say /streak why there.");
});

test("a streak that began in another year names it", async () => {
  const say = await twoChannels();
  expect((await say("streak", at(1, 10))).text).toContain("Since Mon 2 March you answered 1 question here");
  expect((await say("streak", at(400))).text).toContain(
    "Since Mon 2 March 2026 you answered 1 question here",
  );
});

test("of many channels five are named", () => {
  const others = Array.from({ length: 30 }, (_, at) => `#c${at}`);
  const line = { day: dayAt(0), state: "answered", streak: 1 } as const;
  expect(see(ledgerMessage("#here", [line], others)).text).toContain(
    "Your days in #c0, #c1, #c2, #c3, #c4 and 25 more channels: say /streak why there.",
  );
});

test("one day away that is spent is one", async () => {
  const say = await twoChannels();
  await say("streak away 2026-03-03", at(1, 10));
  const long = await say("streak away 2026-03-05..2026-04-03", at(1, 11));
  expect(long.text).toContain("1 day of it is spent already.");
});
