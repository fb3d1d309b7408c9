import { describe, expect, test } from "vitest";
import type { Reply } from "../../src/app/platform.js";
import { keyOf } from "../../src/core/ids.js";
import type { Message } from "../../src/core/message.js";
import { slackManifest } from "../../src/platforms/slack/manifest.js";
import { personOf } from "../../src/platforms/slack/names.js";
import { openLine, says } from "./slack/line.js";
import { wordsOf } from "./slack/words.js";

const bytes = new TextEncoder().encode('{ "answers": ["Fähre"] }\n');
const data: Message = {
  summary: "Everything about you",
  blocks: [
    { kind: "heading", text: "Everything about you" },
    { kind: "file", name: "cuecard ada.json", bytes },
  ],
};

async function openFiles(options: Parameters<typeof openLine>[0] = {}) {
  const line = await openLine({ manifest: slackManifest(), ...options });
  const { ada, study } = line;
  /** What lies in Ada’s direct messages: words, and files with what is in them. */
  const direct = () =>
    ada
      .directMessages()
      .filter(({ bot }) => bot)
      .map(({ blocks, files }) => [
        wordsOf(blocks),
        files.map(({ name, bytes }) => `${name}: ${bytes?.toString("utf8")}`),
      ])
      .reverse();
  const asks = async (reply: Reply) => {
    line.reply(reply);
    const before = ada.ephemerals().length;
    await ada.types(study, "/mydata");
    await line.slack.calm.until(() => ada.ephemerals().length > before);
    return wordsOf(ada.ephemerals()[0]?.blocks ?? []);
  };
  return { ...line, direct, asks };
}

const delivered = [
  ["# Everything about you\n~ cuecard ada.json", []],
  ["", ['cuecard ada.json: { "answers": ["Fähre"] }\n']],
];

describe("a file", () => {
  test("is delivered in direct messages, whole, and its message is found by its key", async () => {
    const { platform, acme, ada, direct } = await openFiles();
    const to = { kind: "direct", person: personOf(acme.id, ada.id) } as const;
    const posted = await platform.post(to, data, keyOf("f1"));
    expect(posted.kind).toBe("posted");
    expect(direct()).toEqual(delivered);
    expect(await platform.find(to, keyOf("f1"), new Date(0))).toMatchObject({ kind: "found" });
  });

  test.each(["direct", "whisper", "replace"] as const)(
    "in a reply’s “%s” lies in direct messages, and the channel is told where",
    async (part) => {
      const { direct, asks } = await openFiles();
      expect(await asks({ [part]: data })).toBe("# It is in your direct messages");
      expect(direct()).toEqual(delivered);
    },
  );

  test("beside other words leaves them as they are", async () => {
    const { direct, asks } = await openFiles();
    expect(await asks({ direct: data, whisper: says("Look there"), instead: says("No") })).toBe(
      "# Look there",
    );
    expect(direct()).toEqual(delivered);
  });

  test("asked for in direct messages lies right there, and nothing else is said", async () => {
    const { ada, direct, reply, slack } = await openFiles();
    reply({ direct: data, whisper: says("Look there") });
    await ada.types("direct", "/mydata");
    await slack.calm.until(() => direct().length === 2 && slack.underWay === 0);
    expect(direct()).toEqual(delivered);
    reply({ replace: data });
    await ada.writes("my data");
    await slack.calm.until(() => direct().length === 4 && slack.underWay === 0);
    expect(direct()).toEqual([...delivered, ...delivered]);
  });
});

describe("a file that cannot be sent is said so", () => {
  const tells = "# I could not send you the file";

  test("where the scope is missing, with the cure; and no half of it is seen", async () => {
    const { acme, direct, asks } = await openFiles();
    acme.takesAway("files:write");
    const said = await asks({
      direct: data,
      whisper: says("Look there"),
      instead: says("Open your messages"),
    });
    expect(said).toContain(tells);
    expect(said).toContain("missing_scope: update the app from its manifest and install it again.");
    expect(direct()).toEqual([]);
  });

  test.each([
    ["files.getUploadURLExternal", { error: "file_uploads_disabled" }, "switched off"],
    ["files.getUploadURLExternal", { error: "storage_limit_reached" }, "used up"],
    ["files.getUploadURLExternal", { ratelimited: 20 }, "Try again in a minute"],
    ["upload", { status: 500 }, "Try again in a minute"],
    ["upload", { cut: "before" }, "Try again in a minute"],
  ] as const)("where %s answers %o", async (method, mishap, words) => {
    const { slack, direct, asks } = await openFiles();
    slack.next(method, mishap);
    const said = await asks({ whisper: data });
    expect(said).toContain(tells);
    expect(said).toContain(words);
    expect(direct()).toEqual([]);
  });

  test("where nobody can tell whether it got through", async () => {
    const { slack, asks } = await openFiles();
    slack.next("files.completeUploadExternal", { cut: "after" });
    expect(await asks({ whisper: data })).toContain("# The file may be in your direct messages");
  });

  test("and where the person cannot be written to, in the words for that", async () => {
    const { slack, asks } = await openFiles();
    slack.next("conversations.open", { error: "cannot_dm_bot" });
    expect(await asks({ direct: data, instead: says("Open your messages") })).toBe("# Open your messages");
  });

  test("while what is said besides goes on: a limit on files holds up no question", async () => {
    const { slack, platform, acme, ada, asks } = await openFiles();
    slack.next("files.getUploadURLExternal", { ratelimited: 600 });
    await asks({ whisper: data });
    const to = { kind: "direct", person: personOf(acme.id, ada.id) } as const;
    expect((await platform.post(to, says("Hello"), keyOf("h1"))).kind).toBe("posted");
    expect(await asks({ whisper: data })).toContain("Try again in a minute");
    expect(slack.pace.impatient).toBe(0);
  });
});
