import { describe, expect, test } from "vitest";
import { keyOf } from "../../src/core/ids.js";
import { channelOf, personOf } from "../../src/platforms/slack/names.js";
import type { FakeSlack } from "../fakes/slack/slack.js";
import type { Workspace } from "../fakes/slack/workspace.js";
import { says } from "./slack/line.js";
import { openTown } from "./slack/town.js";
import { wordsOf } from "./slack/words.js";
import { theDaily } from "./web/gallery.js";

/** Acme’s channel, shared with Bravo; Ada is Acme’s, Zoe an admin of Bravo. */
const share = (slack: FakeSlack) => {
  const [acme, bravo] = ["Acme", "Bravo"].map((name) => slack.workspace({ name, installed: false }));
  if (!acme || !bravo) throw new Error("there are two");
  const shared = acme.channel("shared", { shared: [bravo] });
  const [ada, zoe] = [acme.person("Ada"), bravo.person("Zoe", { admin: true, tz: "Asia/Tokyo" })];
  return { acme, bravo, shared, ada, zoe };
};

/** The app is in these; each has asked its question in the channel. */
async function openShared(which: (made: ReturnType<typeof share>) => readonly Workspace[]) {
  const town = await openTown(share);
  const platform = await town.restart();
  const dailyOf = async (by: Workspace) => {
    await town.install(by);
    by.sees(town.shared).invitesBot();
    const id = channelOf(by.id, town.shared.id);
    const posted = await platform.post({ kind: "channel", id }, theDaily(0), keyOf(`r${by.name}`));
    expect(posted.kind).toBe("posted");
    const [daily] = town.shared.messages();
    if (!daily) throw new Error("the daily was not posted");
    return daily;
  };
  const dailies = [];
  for (const by of which(town)) dailies.push({ by, daily: await dailyOf(by) });
  return { ...town, platform, dailies };
}

const wordsIn = ({ message }: { readonly message: { readonly blocks: readonly object[] } | null }) =>
  wordsOf(message?.blocks ?? []);

describe("a channel shared with a workspace that does not have the app", () => {
  test("its people answer as members of the channel, and manage nothing though they do at home", async () => {
    const { dailies, acme, zoe, shared, events, reply } = await openShared(({ acme }) => [acme]);
    const [{ daily } = {}] = dailies;
    if (!daily) throw new Error("there is one");
    reply({ whisper: says("Right") });
    const shown = await zoe.presses(daily, "B");
    expect([wordsIn(shown), shown.message?.only]).toEqual(["# Right", zoe.id]);
    const id = personOf(acme.id, zoe.id);
    expect(events[0]?.person).toEqual({ id, name: "Zoe", mayManage: false, zone: "Asia/Tokyo" });
    expect(events[0]?.place).toMatchObject({ kind: "channel", id: channelOf(acme.id, shared.id) });
  });

  test("their forms come back to the workspace that asked, and are answered", async () => {
    const { dailies, acme, zoe, events, reply } = await openShared(({ acme }) => [acme]);
    const [{ daily } = {}] = dailies;
    if (!daily) throw new Error("there is one");
    const fields = [{ name: "words", label: "What is wrong?" }];
    reply({ ask: { title: "Report", press: "r1.report", fields } });
    const form = await zoe.presses(daily, "B");
    reply({ whisper: says("Thank you") });
    expect(wordsIn(await zoe.submits(form, { words: "All" }))).toBe("# Thank you");
    expect(events[1]?.person.id).toBe(personOf(acme.id, zoe.id));
    expect(events[1]?.did).toMatchObject({ kind: "answered", press: "r1.report" });
  });

  test("they are written to where Slack allows it, and told in the channel where it does not", async () => {
    const { dailies, zoe, slack, reply } = await openShared(({ acme }) => [acme]);
    const [{ daily } = {}] = dailies;
    if (!daily) throw new Error("there is one");
    reply({ direct: says("A run"), whisper: says("Look there"), instead: says("I may not write to you") });
    slack.next("conversations.open", { error: "external_dm_not_allowed" });
    expect(wordsIn(await zoe.presses(daily, "B"))).toBe("# I may not write to you");
    await zoe.presses(daily, "B");
    const [said] = [...slack.world.conversations.values()].filter(({ person }) => person === zoe.id);
    expect(said?.messages.map(({ blocks }) => wordsOf(blocks))).toEqual(["# A run"]);
  });

  test("they have no commands, and what happens to the channel is heard wherever it began", async () => {
    const town = await openTown(share);
    const { install, acme, bravo, ada, zoe, news, slack, events } = town;
    const theirs = bravo.channel("theirs", { shared: [acme] });
    await install(acme);
    acme.sees(theirs).invitesBot();
    expect((await acme.meets(zoe).types(theirs, "/quiz")).trouble).toContain("not a valid command");
    await ada.types(acme.sees(theirs), "/quiz");
    expect(events.map(({ place }) => place)).toMatchObject([{ id: channelOf(acme.id, theirs.id) }]);
    acme.sees(theirs).archives();
    await slack.calm.until(() => news.length === 2);
    expect(news[1]).toEqual({ kind: "channel-gone", channel: channelOf(acme.id, theirs.id) });
  });
});

describe("a channel shared by two workspaces that both have the app", () => {
  test("each press belongs to the workspace that asked, whoever presses, on old screens too", async () => {
    const { dailies, ada, zoe, events, reply, shared } = await openShared(({ acme, bravo }) => [acme, bravo]);
    const next = { kind: "buttons", buttons: [{ label: "Next", press: "n" }] } as const;
    reply({ whisper: { summary: "Right", blocks: [next] } });
    for (const { by, daily } of dailies) {
      for (const person of [ada, zoe]) {
        const seen = await person.presses(daily, "B");
        await person.presses(seen, "Next");
        // What was posted before rows bore a mark names the workspace in Slack’s way alone.
        const before = { ...daily, blocks: daily.blocks.map((block) => ({ ...block, block_id: "b1" })) };
        await person.presses(before, "B");
        const found = events.splice(0).map((event) => [event.person.id, event.place]);
        const place = { kind: "channel", id: channelOf(by.id, shared.id), name: "#shared" };
        expect(found).toEqual(Array.from({ length: 3 }, () => [personOf(by.id, person.id), place]));
      }
    }
  });

  test("commands belong to the workspace of whoever types", async () => {
    const { acme, bravo, ada, zoe, shared, events } = await openShared(({ acme, bravo }) => [acme, bravo]);
    await ada.types(shared, "/streak");
    await zoe.types(shared, "/streak");
    expect(events.map(({ person, place }) => [person.id, place])).toEqual([
      [personOf(acme.id, ada.id), { kind: "channel", id: channelOf(acme.id, shared.id), name: "#shared" }],
      [personOf(bravo.id, zoe.id), { kind: "channel", id: channelOf(bravo.id, shared.id), name: "#shared" }],
    ]);
    expect(events.map(({ person }) => person.mayManage)).toEqual([false, true]);
  });

  test("what one of them left is unknown, and not the other’s", async () => {
    const { dailies, acme, slack, zoe, events, kept } = await openShared(({ acme, bravo }) => [acme, bravo]);
    const [{ daily } = {}] = dailies;
    if (!daily) throw new Error("there are two");
    acme.uninstalls();
    await slack.calm.until(() => kept().length === 1);
    expect(wordsIn(await zoe.presses(daily, "B"))).toContain("# Cuecard is not installed here");
    expect(events).toEqual([]);
  });
});

describe("an organisation with the app in several of its workspaces", () => {
  const enterprise = { id: "E1", name: "Big" };
  const make = (slack: FakeSlack) => {
    const [first, second] = ["First", "Second"].map((name) =>
      slack.workspace({ name, enterprise, installed: false }),
    );
    if (!first || !second) throw new Error("there are two");
    const wanda = first.person("Wanda", { admin: true, alsoIn: [second] });
    return { first, second, wanda, shared: first.channel("shared", { shared: [second] }) };
  };

  test("a press on a home tab belongs to the workspace whose tab it is, though Slack names the first", async () => {
    const { install, first, second, wanda, reply, events } = await openTown(make);
    await install(first);
    await install(second);
    reply({
      whisper: { summary: "Home", blocks: [{ kind: "buttons", buttons: [{ label: "Go", press: "g" }] }] },
    });
    const there = second.meets(wanda);
    const home = await there.opensHome();
    if (!home) throw new Error("there is no home tab");
    await there.presses(home, "Go");
    expect(events.map(({ person }) => person.id)).toEqual(Array(2).fill(personOf(second.id, wanda.id)));
    expect(events[0]?.person.mayManage).toBe(true);
  });

  test("somebody who presses from two workspaces of it is one person", async () => {
    const { install, restart, first, second, wanda, shared, events } = await openTown(make);
    const platform = await restart();
    await install(first);
    shared.invitesBot();
    const id = channelOf(first.id, shared.id);
    await platform.post({ kind: "channel", id }, theDaily(0), keyOf("r1"));
    const [daily] = shared.messages();
    if (!daily) throw new Error("the daily was not posted");
    for (const from of [first, second]) await from.meets(wanda).presses(daily, "B");
    expect(events.map(({ person }) => person.id)).toEqual(Array(2).fill(personOf(first.id, wanda.id)));
  });
});
