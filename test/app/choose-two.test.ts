import { expect, test } from "vitest";
import { makeInbox } from "../../src/app/inbox.js";
import { encodeAction } from "../../src/core/action.js";
import type { Message } from "../../src/core/message.js";
import { anApp, study } from "../support/app.js";
import { fakeChannel, fakePerson } from "../support/fake-platform.js";
import { see } from "../support/plain-message.js";

const notes = `# Squalls

## What first

Two things come before the sail. **Choose two.**

- [x] Hatches
- [x] Harness
- [ ] Fenders
- [ ] Spare lines
`;

test("a set that is not complete is not sent, and the verdict takes the toggles' place", async () => {
  const app = await anApp();
  await study(app, { "squalls.md": notes });
  const inbox = makeInbox(app);
  const person = { id: fakePerson("Ada"), name: "Ada", mayManage: true };
  const place = { kind: "channel", id: fakeChannel } as const;
  let event = 0;
  const does = (did: Parameters<typeof inbox>[0]["did"]) =>
    inbox({ id: `${++event}`, at: app.clock(), person, place, did });
  const press = (message: Message | undefined, label: string) => {
    const buttons = message?.blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : [])) ?? [];
    return does({ kind: "press", press: buttons.find((button) => button.label === label)?.press ?? label });
  };

  const asked = (await does({ kind: "command", words: "quiz squalls" })).whisper;
  const toggles = (await press(asked, "Answer…")).whisper;
  const letterOf = (words: string) =>
    see(toggles as Message).options.find((one) => one.text === words)?.letter ?? "";
  const one = (await press(toggles, letterOf("Hatches"))).replace;
  const early = await press(one, "Submit");
  expect(see(early.replace as Message).text).toContain(
    "Not sent yet: 1 of 2 picked. Press a letter again to take it back; pick 2",
  );
  const two = (await press(early.replace, letterOf("Harness"))).replace;
  expect(see(two as Message).text).not.toContain("Not sent");
  const three = (await press(two, letterOf("Fenders"))).replace;
  const over = await press(three, "Submit");
  expect(see(over.replace as Message).text).toContain("Not sent yet: 3 picked, 1 too many.");
  const done = await press(two, "Submit");
  expect(done.whisper).toBeUndefined();
  expect(see(done.replace as Message).text).toMatch(/^Right/);
  expect(see(done.replace as Message).text).not.toContain("first answer stands");
  const olds = [
    await press(asked, "Answer…"),
    await press(two, letterOf("Fenders")),
    await press(toggles, "Submit"),
  ];
  for (const old of olds) {
    expect(see((old.whisper ?? old.replace) as Message).text).toMatch(
      /^Right[\s\S]*Your first answer stands/,
    );
  }
});

test("nor is one in a channel: the whisper says that nothing was sent, until it is, and then what stands", async () => {
  const app = await anApp();
  await study(app, { "squalls.md": notes });
  const inbox = makeInbox(app);
  const person = { id: fakePerson("Ada"), name: "Ada", mayManage: true };
  const place = { kind: "channel", id: fakeChannel, name: "#study" } as const;
  let event = 0;
  const does = async (did: Parameters<typeof inbox>[0]["did"]) => {
    const { whisper, replace, say } = await inbox({ id: `${++event}`, at: app.clock(), person, place, did });
    return see((replace ?? whisper ?? say) as Message);
  };
  await does({ kind: "command", words: "daily set 09:00 UTC daily" });
  await does({ kind: "command", words: "daily now" });
  const [round] = await app.store.openRounds(fakeChannel);
  const { key, asked } = round ?? expect.fail("nothing is open");
  const options = asked.form.kind === "choice" ? asked.form.options : [];
  const right = options.reduce((mask, { correct }, at) => mask | (correct ? 1 << at : 0), 0);
  const press = (kind: "submit" | "toggle", picks: number) =>
    does({ kind: "press", press: encodeAction({ kind, key, picks }) });
  for (const [picks, words] of [
    [right & -right, "1 of 2 picked"],
    [15, "4 picked, 2 too many"],
  ] as const) {
    expect((await press("toggle", picks)).text).toContain(words);
    expect((await press("toggle", picks)).text).not.toContain("Not sent");
    expect((await press("submit", picks)).text).toContain(`Not sent yet: ${words}`);
  }
  expect(await app.store.split(key)).toMatchObject({ answers: 0 });
  expect((await press("submit", right)).text).toMatch(/^Right/);
  for (const picks of [15, 1])
    expect((await press("toggle", picks)).text).toContain("Your first answer stands");
  expect(await app.store.split(key)).toMatchObject({ answers: 1, right: 1 });
});
