import { expect, it } from "vitest";
import type { Inbox } from "../../src/app/platform.js";
import { readConfig } from "../../src/config.js";
import { buttons, heading, type Message } from "../../src/core/message.js";
import { paragraph } from "../../src/core/prose.js";
import { notesFolder } from "../support/notes-folder.js";
import { openPlayground } from "../support/playground.js";
import { scratchFolder } from "../support/scratch.js";
import { aMessage, aPlayground, noon, paneOf, visitor } from "./web/playground.js";

const letters = (key: string): Message => ({
  summary: "Which?",
  blocks: [
    { kind: "options", items: ["A", "B"].map((letter) => ({ letter, body: [paragraph(letter)] })) },
    buttons(
      ...["A", "B", "I don’t know"].map((label) => ({ label, press: `${key}.${label.length + label}` })),
    ),
  ],
});
const judged: Message = { summary: "Right", blocks: [heading("Right", "right")] };

/** Asks in the channel's name or in direct messages, judges whatever is pressed. */
const bot: Inbox = async ({ did }) => {
  if (did.kind === "press") return { whisper: judged };
  if (did.kind !== "command") return { whisper: aMessage("Heard") };
  if (did.words === "practice") return { direct: letters("card") };
  return { whisper: did.words.startsWith("quiz") ? letters(did.words.replace(" ", "")) : aMessage("x") };
};

/** What the bot was told last when these were sent from the box one after the other. */
async function told(...lines: readonly string[]) {
  const { web, events, as } = await aPlayground(bot);
  for (const command of lines) await as("ada").post("/command", { command });
  const page = paneOf((await as("ada").get("/")).text, "private");
  await web.stop();
  const { did, place } = events.at(-1) ?? {};
  return { did, place: place?.kind, page };
}

const pressed = (press: string) => ({ did: { kind: "press", press }, place: "channel" });

it.each([
  ["a letter", ["/quiz", "b"], pressed("quiz.1B")],
  ["a letter as people write it", ["/quiz", "B."], pressed("quiz.1B")],
  ["another button’s words", ["/quiz", "i don’t know"], pressed("quiz.12I don’t know")],
  ["what is no question may lie on top", ["/quiz", "/leaderboard", "a"], pressed("quiz.1A")],
  ["the newest of two is meant", ["/quiz", "/quiz 2", "a"], pressed("quiz2.1A")],
])("answers a question that was asked from the channel: %s", async (_name, lines, expected) => {
  const { page, ...last } = await told(...lines);
  expect(last).toEqual(expected);
  expect(page).toContain(`You: ${lines.at(-1)}`);
});

it.each([
  ["what was asked in direct messages", ["/quiz", "/practice", "b"], "b"],
  ["a letter too many, after the verdict", ["/quiz", "/quiz 2", "a", "b"], "b"],
  ["a letter that is none of its", ["/quiz", "z"], "z"],
  ["other words", ["/quiz", "a bucket"], "a bucket"],
])("is said to the bot alone: %s", async (_name, lines, text) => {
  expect(await told(...lines)).toMatchObject({ did: { kind: "said", text }, place: "direct" });
});

it("with the whole bot, a letter under /quiz is judged, and so are words", async () => {
  const notes = "# Tides\n\n## When\n\nWhen is water highest?\n\n- [x] At springs\n- [ ] At neaps\n";
  const config = readConfig({
    ...{ CUECARD_DATA: scratchFolder(), CUECARD_PLAYGROUND_PORT: "0" },
    CUECARD_NOTES: notesFolder({ "tides.md": notes }).path,
  });
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const bot = await openPlayground(config, { clock: () => noon, zone: "Europe/Berlin", log });
  const ada = visitor(bot.web, "ada");
  for (const command of ["/quiz", "b"]) await ada.post("/command", { command });
  expect(paneOf((await ada.get("/")).text, "private")).toMatch(/You: b<.*<h3 class="(right|wrong)"/);
  await ada.post("/command", { command: "b" });
  expect(paneOf((await ada.get("/")).text, "private")).toContain("No question waits here");
  for (const command of ["/quiz", "springs"]) await ada.post("/command", { command });
  expect(paneOf((await ada.get("/")).text, "private")).toContain("None of the options");
  await ada.post("/command", { command: "at springs" });
  expect(paneOf((await ada.get("/")).text, "private")).toMatch(/You: at springs<.*<h3 class="right"/);
  await bot.stop();
});
