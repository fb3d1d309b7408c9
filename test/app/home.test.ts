import { expect, test } from "vitest";
import { makeInbox } from "../../src/app/inbox.js";
import { postDaily } from "../../src/app/post-daily.js";
import type { PersonId } from "../../src/core/ids.js";
import type { Message } from "../../src/core/message.js";
import { anApp, study } from "../support/app.js";
import { fakeChannel, fakePerson } from "../support/fake-platform.js";
import { see } from "../support/plain-message.js";

const notes = "# Tides\n\n## When\n\nWhen is water highest?\n\n- [x] At springs\n- [ ] At neaps\n";

test("a home page tells what is open and what is due, and changes with what its owner does", async () => {
  let now = new Date("2026-03-09T08:00:00Z");
  const bare = await anApp();
  const published: { person: PersonId; message: Message }[] = [];
  const withHome = Object.assign(bare.platform, {
    home: async (person: PersonId, message: Message) => void published.push({ person, message }),
  });
  const app = {
    ...bare,
    clock: () => now,
    platforms: new Map([["fake", withHome]]),
    homes: new Set<PersonId>(),
  };
  await study(app, { "tides.md": notes });
  const inbox = makeInbox(app);
  const person = { id: fakePerson("Ada"), name: "Ada", mayManage: true };
  const place = { kind: "channel", id: fakeChannel, name: "#study" } as const;
  const direct = { kind: "direct", person: person.id } as const;
  const does = (
    id: string,
    did: Parameters<typeof inbox>[0]["did"],
    where: typeof place | typeof direct = place,
  ) => inbox({ id, at: now, person, place: where, did });

  const first = await does("1", { kind: "opened-home" }, direct);
  expect(first.whisper && see(first.whisper).text).toContain("a streak begins with your first answer");
  expect(first.whisper && see(first.whisper).text).toContain("No cards yet");

  await does("2", { kind: "command", words: "daily set 09:00 UTC daily" });
  now = new Date("2026-03-09T09:00:00Z");
  await postDaily(app, now);
  const [posted] = withHome.inChannel(fakeChannel);
  const pressed = posted?.message.blocks.flatMap((block) =>
    block.kind === "buttons" ? block.buttons : [],
  )[0];
  await does("3", { kind: "press", press: pressed?.press ?? "" });
  await expect.poll(() => published.at(-1)?.message.summary).toBeDefined();
  await expect.poll(() => see(published.at(-1)?.message as Message).text).toContain("#study: 1 day in a row");

  now = new Date("2026-03-10T09:00:00Z");
  await postDaily(app, now);
  await expect.poll(() => see(published.at(-1)?.message as Message).text).toContain("A question waits for");
  const second = await does("4", { kind: "opened-home" }, direct);
  const text = second.whisper ? see(second.whisper).text : "";
  expect(text).toContain("A question waits for your answer, open until");
  expect(text).toContain("1 card due.");

  const practise = second.whisper?.blocks
    .flatMap((block) => (block.kind === "buttons" ? block.buttons : []))
    .find((button) => button.label === "Hide me from the boards");
  await does("5", { kind: "press", press: practise?.press ?? "" }, direct);
  await expect
    .poll(() => see(published.at(-1)?.message as Message).text)
    .toContain("You are hidden from every board.");
  const remind = published
    .at(-1)
    ?.message.blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : []))
    .find((button) => button.label === "Remind me at 17:30");
  await does("6", { kind: "press", press: remind?.press ?? "" }, direct);
  await expect
    .poll(() => see(published.at(-1)?.message as Message).text)
    .toContain("Each day at 17:30 (UTC), if a question still waits for you.");
  expect(see(published.at(-1)?.message as Message).buttons).toContain("Stop reminders");
  expect(published.every((one) => one.person === person.id)).toBe(true);
});
