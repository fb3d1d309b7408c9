import { describe, expect, test } from "vitest";
import { channelOf } from "../../src/platforms/slack/names.js";
import { openLine, says, slowly } from "./slack/line.js";
import { wordsOf } from "./slack/words.js";

describe("commands", () => {
  test.each([
    ["/quiz kinesis 3", "quiz kinesis 3"],
    ["/study-quiz kinesis", "quiz kinesis"],
    ["/cuecard streak why", "streak why"],
    ["/cuecard", "studyhelp"],
    ["/acme-cuecard", "studyhelp"],
    ["/somethingelse", "studyhelp"],
    ["/quiz a &lt;b&gt; &amp; c", "quiz a <b> & c"],
    ["/daily set 09:00 Europe/Berlin mon-fri", "daily set 09:00 Europe/Berlin mon-fri"],
  ])("%s is the line %s", async (typed, words) => {
    const { ada, study, events, reply } = await openLine();
    reply({ whisper: says("Here") });
    expect(wordsOf((await ada.types(study, typed)).message?.blocks ?? [])).toBe("# Here");
    expect(events[0]?.did).toEqual({ kind: "command", words });
  });

  test("channels and groups are found by mention and by name", async () => {
    const { ada, study, acme, events } = await openLine();
    const other = acme.channel("other-room");
    const group = acme.group("students");
    await ada.types(study, `/daily move <#${other.id}|other-room>`);
    await ada.types(study, "/daily move #other-room");
    await ada.types(study, "/daily options tell=@students thread=on");
    await ada.types(study, `/daily options tell=<!subteam^${group}|@students>`);
    expect(events.map(({ did }) => (did.kind === "command" ? did.words : did.kind))).toEqual([
      `daily move ${channelOf(acme.id, other.id)} #other-room`,
      `daily move ${channelOf(acme.id, other.id)} #other-room`,
      `daily options tell=<!subteam^${group}> thread=on`,
      `daily options tell=<!subteam^${group}>`,
    ]);
  });

  test("a group that there is is told from one that there is not, and from one that Slack does not tell of", async () => {
    const { study, acme, platform, slack } = await openLine();
    const group = acme.group("students");
    const channel = channelOf(acme.id, study.id);
    slack.next("usergroups.list", { error: "missing_scope" });
    expect(await platform.tells?.(channel, "@students")).toBeNull();
    expect(await platform.tells?.(channel, "@Students")).toBe(true);
    expect(await platform.tells?.(channel, `<!subteam^${group}>`)).toBe(true);
    expect(await platform.tells?.(channel, "@nobody")).toBe(false);
  });

  test("a group that is told is called by its handle, and a handle that was typed by itself", async () => {
    const { study, acme, platform } = await openLine();
    const group = acme.group("students");
    const channel = channelOf(acme.id, study.id);
    expect(await platform.groupName?.(channel, `<!subteam^${group}>`)).toBe("@students");
    expect(await platform.groupName?.(channel, "@choir")).toBe("@choir");
    expect(await platform.groupName?.(channel, "<!subteam^S0GONE>")).toBeNull();
  });

  test("an answer that is slow comes all the same", async () => {
    const { ada, study, reply, slack } = await openLine();
    slack.calm.linger = 5000;
    reply(() => slowly({ whisper: says("Late") }));
    const seen = await ada.types(study, "/streak");
    expect(wordsOf(seen.message?.blocks ?? [])).toBe("# Late");
  });

  test("what is said aloud stands in the channel; where the bot is not, it says how to let it in", async () => {
    const { ada, study, acme, reply } = await openLine();
    const closed = acme.channel("closed", { member: false });
    reply({ say: says("Set") });
    await ada.types(study, "/daily pause");
    expect(study.messages().map(({ blocks }) => wordsOf(blocks))).toEqual(["# Set"]);
    await ada.types(closed, "/daily pause");
    await ada.sees("/invite @Cuecard");
    expect(ada.ephemerals().map(({ blocks }) => wordsOf(blocks))).toHaveLength(2);
    expect(closed.messages()).toEqual([]);
  });

  test("only admins and owners manage; a private channel has its name", async () => {
    const { acme, events, ada } = await openLine();
    const boss = acme.person("Boss", { admin: true });
    const secret = acme.channel("secret", { private: true });
    await boss.types(secret, "/daily show");
    await ada.types(secret, "/daily show");
    expect(events.map(({ person }) => person.mayManage)).toEqual([true, false]);
    expect(events[0]?.place).toMatchObject({ name: "#secret" });
  });
});
