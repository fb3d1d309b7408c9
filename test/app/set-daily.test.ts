import { expect, test } from "vitest";
import { makeInbox } from "../../src/app/inbox.js";
import { anApp } from "../support/app.js";
import { fakeChannel, fakePerson } from "../support/fake-platform.js";

const place = { kind: "channel", id: fakeChannel } as const;

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
