import { expect, test } from "vitest";
import { makeInbox } from "../../src/app/inbox.js";
import { anApp } from "../support/app.js";
import { fakeChannel, fakePerson } from "../support/fake-platform.js";

const place = { kind: "channel", id: fakeChannel } as const;

test("a group that the platform does not know is named in the reply; where it cannot be asked nothing is said", async () => {
  const app = await anApp();
  const inbox = makeInbox(app);
  const person = { id: fakePerson("Ada"), name: "Ada", mayManage: true };
  const types = async (words: string) => {
    const did = { kind: "command", words } as const;
    const { say, whisper } = await inbox({ id: words, at: app.clock(), person, place, did });
    return (say ?? whisper)?.summary;
  };
  await types("daily set 09:00 Europe/Berlin mon-fri");
  for (const [nth, known] of [undefined, null, true, false].entries()) {
    if (known !== undefined) Object.assign(app.platform, { tells: async () => known });
    const said = await types(`daily options tell=@group${nth}`);
    const warns = said?.includes(`No group here is called “@group${nth}”, so nobody is told`);
    expect([known, warns, said?.includes(`@group${nth} is told.`)]).toEqual([
      known,
      known === false,
      known !== false,
    ]);
  }
  expect(await types("daily show")).toContain("so nobody is told");
  Object.assign(app.platform, { tells: async () => true, groupName: async () => "@choir" });
  expect(await types("daily SHOW")).toContain("@choir is told.");
  Object.assign(app.platform, { groupName: async () => null });
  expect(await types("Daily show")).toContain("One group is told.");
  expect(await types("daily options tell=nobody")).not.toContain("so nobody is told");
});

test("what is so already begins nothing anew; said by somebody else it makes them the keeper, and says so", async () => {
  const app = await anApp();
  const inbox = makeInbox(app);
  let minutes = 0;
  const types = (name: "Ada" | "Ben", words: string) =>
    inbox({
      id: `${++minutes}`,
      at: new Date(app.clock().getTime() + minutes * 60_000),
      person: { id: fakePerson(name), name, mayManage: true },
      place,
      did: { kind: "command", words },
    });
  await types("Ada", "daily set 09:00 Europe/Berlin mon-fri");
  const first = await app.store.channel(fakeChannel);
  expect((await types("Ada", "daily set 09:00")).say).toBeUndefined();
  expect(await app.store.channel(fakeChannel)).toEqual(first);
  const said = (await types("Ben", "daily set 09:00")).say;
  expect(said?.summary).toContain("Ben is its keeper now.");
  expect((await app.store.channel(fakeChannel))?.keeper).toBe(fakePerson("Ben"));
});
