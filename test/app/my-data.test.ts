import { expect, test } from "vitest";
import { makeInbox } from "../../src/app/inbox.js";
import type { Event, Reply } from "../../src/app/platform.js";
import type { PersonId } from "../../src/core/ids.js";
import { anApp } from "../support/app.js";
import { fakePerson } from "../support/fake-platform.js";
import { see } from "../support/plain-message.js";

const ben = { id: fakePerson("Ben"), name: "Ben", mayManage: false };

/** Ben, who was met, on a platform that forgets as it is told. */
async function aKeeper(forget?: (person: PersonId) => Promise<void>) {
  const bare = await anApp();
  const platform = Object.assign(bare.platform, forget ? { forget } : {});
  const app = { ...bare, platforms: new Map([["fake", platform]]) };
  await app.store.meet(ben, app.clock());
  const inbox = makeInbox(app);
  let count = 0;
  const does = (did: Event["did"]) => {
    count += 1;
    return inbox({
      id: `${count}`,
      at: app.clock(),
      person: ben,
      place: { kind: "direct", person: ben.id },
      did,
    });
  };
  const press = (reply: Reply, label: string) => {
    const blocks = (reply.whisper ?? reply.replace)?.blocks ?? [];
    const list = blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : []));
    return does({ kind: "press", press: list.find((button) => button.label === label)?.press ?? "" });
  };
  return { app, does, press };
}

const asks = { kind: "command", words: "mydata delete" } as const;
const textOf = (reply: Reply) => see(reply.whisper ?? reply.replace ?? { summary: "", blocks: [] }).text;

test("the database forgets first, then the platform that keeps messages itself", async () => {
  const found: unknown[] = [];
  const { app, does, press } = await aKeeper(async (person) => {
    found.push([person, await app.store.person(person)]);
  });
  const asked = await does(asks);
  expect(textOf(asked)).toContain("What I told you alone goes too");
  expect(textOf(await press(asked, "Delete everything about me"))).toContain(
    "Everything about you is deleted",
  );
  expect(found).toEqual([[ben.id, null]]);
});

test("messages that cannot be deleted are told and logged, and deleted when asked for again", async () => {
  let full = true;
  const { app, does, press } = await aKeeper(async () => {
    if (full) throw new Error("the disk is full");
  });
  const half = await press(await does(asks), "Delete everything about me");
  expect(textOf(half)).toContain("not all messages that only you see");
  expect(textOf(half)).not.toContain("Everything about you is deleted");
  expect(app.logged.join()).toContain("the disk is full");
  expect(await app.store.person(ben.id)).toBeNull();
  full = false;
  expect(textOf(await press(half, "Delete the rest"))).toContain("Everything about you is deleted");
});

test("where messages lie with others that is said before, and nothing is deleted by going back", async () => {
  const { app, does, press } = await aKeeper();
  const asked = await does(asks);
  expect(textOf(asked)).toContain("lie with Discord or Slack until they are deleted there");
  expect(textOf(await press(asked, "Keep everything"))).toContain("Nothing was deleted.");
  expect(await app.store.person(ben.id)).toMatchObject({ name: "Ben" });
});
