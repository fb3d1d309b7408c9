import { expect, test } from "vitest";
import { commandList } from "../../src/core/command.js";
import { keyOf } from "../../src/core/ids.js";
import { type Message, note } from "../../src/core/message.js";
import { code, paragraph, strong, text } from "../../src/core/prose.js";
import { slackManifest } from "../../src/platforms/slack/manifest.js";
import { channelOf, personOf } from "../../src/platforms/slack/names.js";
import { prefixed } from "../../src/platforms/slack/prefix.js";
import { helpMessage } from "../../src/views/help.js";
import { misreadMessage } from "../../src/views/misread.js";
import { openLine } from "./slack/line.js";
import { openTown, settle } from "./slack/town.js";
import { wordsOf } from "./slack/words.js";

const bare = new RegExp(`(?<!-)/?\\b(?<=/)(${commandList.map(({ name }) => name).join("|")})`);

const openPrefixed = () =>
  openLine({ prefix: "study", manifest: slackManifest({ prefix: "study" }), pace: "none" });

test("commands are named as they are to be typed, and nothing that only looks like one", () => {
  expect(prefixed("/quiz", "study")).toBe("/study-quiz");
  expect(prefixed("Say /daily set 09:00, (/streak why) or “/quiz”.", "study")).toBe(
    "Say /study-daily set 09:00, (/study-streak why) or “/study-quiz”.",
  );
  for (const other of [
    "aws/quiz",
    "/quizzes",
    "/daily/x",
    "/daily-news",
    "https://x.test/quiz",
    "/invite @Cuecard",
  ]) {
    expect(prefixed(other, "study")).toBe(other);
  }
  expect(prefixed("/quiz", "")).toBe("/quiz");
});

test("help and faults name no command that the app does not have", async () => {
  const { ada, study, reply } = await openPrefixed();
  const faults = [
    misreadMessage("daily set", { kind: "time", given: "" }),
    misreadMessage("daily dance", { kind: "word", given: "dance" }),
    misreadMessage("daily stop", { kind: "end", given: "stop" }),
    misreadMessage("daily off", { kind: "missing", behind: "off" }),
  ];
  for (const message of [helpMessage(true), ...faults]) {
    reply({ whisper: message });
    const { message: shown } = await ada.types(study, "/study-studyhelp");
    const words = `${wordsOf(shown?.blocks ?? [])}\n${shown?.text}`;
    expect(words).toContain("/study-");
    expect(words).not.toMatch(bare);
  }
  expect((await ada.types(study, "/quiz")).trouble).toContain("not a valid command");
});

test("what the team’s notes say is theirs, in every place where a message is said", async () => {
  const { ada, acme, study, platform, reply } = await openPrefixed();
  const message: Message = {
    summary: "Where does /quiz lie? A: below /daily",
    blocks: [
      { kind: "heading", text: "Where does /quiz lie?" },
      { kind: "passage", passage: paragraph("Below ", code("/daily"), " or /streak?") },
      note(text("Closes soon. Then "), strong("/quiz"), text(" asks another.")),
    ],
  };
  const shown = [
    "# Where does /quiz lie?",
    "Below `/daily` or /streak?",
    "~ Closes soon. Then */study-quiz* asks another.",
  ];
  const place = { kind: "channel", id: channelOf(acme.id, study.id) } as const;
  const posted = await platform.post(place, message, keyOf("r1"));
  if (posted.kind !== "posted") throw new Error(JSON.stringify(posted));
  expect(wordsOf(study.messages()[0]?.blocks ?? []).split("\n")).toEqual(shown);
  expect(study.messages()[0]?.text).toBe(message.summary);
  await platform.edit(posted.receipt, { ...message, blocks: [note(text("See /quiz"))] });
  expect(wordsOf(study.messages()[0]?.blocks ?? [])).toBe("See /study-quiz");
  const person = personOf(acme.id, ada.id);
  await platform.home?.(person, { summary: "", blocks: [note(text("See /quiz"))] });
  expect(wordsOf((ada.home()?.content.blocks ?? []) as unknown[])).toBe("See /study-quiz");
  for (const part of ["whisper", "direct", "say"] as const) {
    reply({ [part]: { summary: "See /quiz", blocks: [note(text("See /quiz"))] } });
    const before = ada.directMessages().length + ada.ephemerals().length + study.messages().length;
    await ada.types(study, "/cuecard quiz");
    const all = [...ada.directMessages(), ...ada.ephemerals(), ...study.messages()];
    expect(all.length).toBe(before + 1);
    expect(all.filter(({ text }) => text === "See /study-quiz").length).toBeGreaterThan(0);
  }
});

test("the manifest names the one command that always works without it", () => {
  const names = slackManifest({ prefix: "Study it!" }).features.slash_commands.map(({ command }) => command);
  expect(names).toEqual([...commandList.map(({ name }) => `/study-it-${name}`), "/cuecard"]);
});

test("the page after an installation names the commands too", async () => {
  const { install, acme } = await openTown((slack) => ({ acme: settle(slack, "Acme") }), { prefix: "study" });
  expect((await install(acme.place)).text).toContain(
    "<code>/study-daily set 09:00 Europe/Berlin mon-fri</code>",
  );
});
