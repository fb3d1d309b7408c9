import { describe, expect, test } from "vitest";
import type { Posting, Receipt } from "../../src/app/platform.js";
import { keyOf } from "../../src/core/ids.js";
import { channelOf, personOf } from "../../src/platforms/slack/names.js";
import { type LineOptions, openLine, says } from "./slack/line.js";
import { wordsOf } from "./slack/words.js";
import { theDaily, theReveal } from "./web/gallery.js";

const key = keyOf("r41");

async function openStudy(options: LineOptions = {}) {
  const line = await openLine(options);
  const place = { kind: "channel", id: channelOf(line.acme.id, line.study.id) } as const;
  return { ...line, place };
}

const posted = (posting: Posting): Receipt => {
  if (posting.kind !== "posted") throw new Error(JSON.stringify(posting));
  return posting.receipt;
};

describe("the daily on Slack", () => {
  test("is posted with its options and its buttons, and edited in place", async () => {
    const { platform, place, study, acme } = await openStudy();
    const receipt = posted(await platform.post(place, theDaily(0), key));
    const [message] = study.messages();
    expect(receipt).toEqual({ channel: `${acme.id}/${study.id}`, message: message?.ts });
    expect(wordsOf(message?.blocks ?? [])).toContain("**B**  An SNS topic, with an SQS queue of its own");
    expect(await platform.edit(receipt, theReveal)).toEqual({ kind: "posted", receipt });
    expect(study.messages().map(({ blocks }) => wordsOf(blocks))).toEqual([
      expect.stringContaining("**✓ B**  _The key._ "),
    ]);
  });

  test("tells one group and nobody else, by id, by mention and by handle", async () => {
    const { platform, acme } = await openStudy();
    const group = acme.group("students");
    for (const tell of [group, `<!subteam^${group}>`, "@students", "@nobody-there", "<!channel>"]) {
      const room = acme.channel(`room-${Math.random()}`);
      const there = { kind: "channel", id: channelOf(acme.id, room.id) } as const;
      const receipt = posted(await platform.post(there, { ...theDaily(0), tell }, key));
      const tells = tell.includes("nobody") || tell.includes("channel") ? [] : [group];
      expect(room.messages()[0]?.notified).toEqual(tells);
      await platform.edit(receipt, theDaily(1));
      expect(room.messages()[0]?.blocks[0]).toMatchObject({ type: "header" });
    }
  });

  test("fault 2: is found by its key, over a restart too, among many others and in a thread", async () => {
    const { platform, place, study, ada, slack, again } = await openStudy({ pace: "none" });
    const since = new Date(slack.world.now());
    for (let at = 0; at < 230; at += 1) await platform.post(place, says(`before ${at}`), keyOf(`k${at}`));
    const receipt = posted(await platform.post(place, theDaily(0), key));
    for (let at = 0; at < 230; at += 1) await platform.post(place, says(`after ${at}`), keyOf(`l${at}`));
    await ada.mentions(study, "hello");
    const next = await again();
    expect(await next.find(place, key, since)).toEqual({ kind: "found", receipt });
    expect(await next.find(place, keyOf("r4"), since)).toEqual({ kind: "absent" });
    const thread = { kind: "thread", under: receipt } as const;
    const reply = posted(await next.post(thread, says("Talk here"), keyOf("t1")));
    expect(await next.find(thread, keyOf("t1"), since)).toEqual({ kind: "found", receipt: reply });
    const [message] = study.messages().filter(({ ts }) => ts === receipt.message);
    expect(message && study.replies(message).map(({ blocks }) => wordsOf(blocks))).toEqual(["# Talk here"]);
  });

  test("cannot be looked for where the history may not be read", async () => {
    const { platform, place, acme } = await openStudy();
    acme.takesAway("channels:history");
    expect(await platform.find(place, key, new Date(0))).toEqual({ kind: "unreadable" });
  });

  test.each([{ status: 502, accepted: true }, { cut: "after" }] as const)(
    "fault 4: a response that is lost after Slack stored the message (%o) is a doubt, and found",
    async (mishap) => {
      const { platform, place, study, slack } = await openStudy();
      slack.next("chat.postMessage", mishap);
      expect(await platform.post(place, theDaily(0), key)).toEqual({ kind: "doubt" });
      expect(study.messages()).toHaveLength(1);
      expect(slack.calls("chat.postMessage")).toHaveLength(1);
      expect(await platform.find(place, key, new Date(0))).toMatchObject({ kind: "found" });
    },
  );

  test("fault 33: a 429 is obeyed in its channel, and no other channel waits", async () => {
    const { platform, place, acme, slack } = await openStudy({ pace: "real" });
    const other = acme.channel("other");
    slack.next("chat.postMessage", { ratelimited: 30 });
    const refused = await platform.post(place, theDaily(0), key);
    expect(refused.kind).toBe("later");
    expect((await platform.post(place, theDaily(0), key)).kind).toBe("later");
    expect(slack.calls("chat.postMessage")).toHaveLength(1);
    const there = { kind: "channel", id: channelOf(acme.id, other.id) } as const;
    expect((await platform.post(there, theDaily(0), keyOf("r42"))).kind).toBe("posted");
    expect(slack.pace.impatient).toBe(0);
  });

  test("counts give way to reveals, and neither passes what Slack allows", async () => {
    const { platform, place, slack } = await openStudy({ pace: "real" });
    const receipt = posted(await platform.post(place, theDaily(0), key));
    const tallies: string[] = [];
    for (let at = 1; at <= 40; at += 1) tallies.push((await platform.edit(receipt, theDaily(at))).kind);
    expect(tallies.filter((kind) => kind === "posted")).toHaveLength(30);
    expect((await platform.edit(receipt, theReveal)).kind).toBe("posted");
    expect(slack.limited).toBe(0);
  });

  test("what was said last stays, however quickly it was said", async () => {
    const { platform, place, study, slack } = await openStudy();
    const receipt = posted(await platform.post(place, theDaily(0), key));
    slack.next("chat.update", { delay: 80 });
    await Promise.all([platform.edit(receipt, theDaily(1)), platform.edit(receipt, theReveal)]);
    expect(wordsOf(study.messages()[0]?.blocks ?? [])).toContain("The key.");
  });
});

describe("fault 35: what Slack refuses for good", () => {
  test("is told apart", async () => {
    const { platform, acme } = await openStudy();
    const at = (id: string) => ({ kind: "channel", id: channelOf(acme.id, id) }) as const;
    const archived = acme.channel("archived", { archived: true });
    const gone = acme.channel("gone");
    gone.deletes();
    const outside = acme.channel("outside", { member: false });
    const strict = acme.channel("strict");
    strict.restricts("on");
    const tried = async (id: string) => {
      const posting = await platform.post(at(id), theDaily(0), key);
      return posting.kind === "refused" ? `${posting.reason}: ${posting.detail}` : posting.kind;
    };
    expect(await tried(archived.id)).toBe("channel-gone: is_archived");
    expect(await tried(gone.id)).toMatch(/^channel-gone: channel_not_found/);
    expect(await tried(outside.id)).toBe(
      "not-allowed: not_in_channel: type /invite @Cuecard in the channel.",
    );
    expect(await tried(strict.id)).toMatch(/^not-allowed: restricted_action/);
    const foreign = { kind: "channel", id: channelOf("T9", "C9") } as const;
    expect(await platform.post(foreign, theDaily(0), key)).toMatchObject({ reason: "removed" });
  });

  test("fault 34: a revoked token is tried once more and never again, and the log says so once", async () => {
    const { platform, place, acme, slack, logged, news } = await openStudy();
    acme.revokesToken();
    expect(await platform.post(place, theDaily(0), key)).toMatchObject({
      kind: "refused",
      reason: "revoked",
    });
    expect(await platform.post(place, theDaily(0), key)).toMatchObject({
      kind: "refused",
      reason: "revoked",
    });
    expect(slack.calls("chat.postMessage")).toHaveLength(1);
    expect(logged.filter((line) => line.startsWith("error"))).toHaveLength(1);
    await slack.calm.until(() => news.some(({ kind }) => kind === "left"));
  });

  test("a person whom the bot cannot write to, and one whom it can", async () => {
    const { platform, ada, acme } = await openStudy();
    const to = (id: string) => ({ kind: "direct", person: personOf(acme.id, id) }) as const;
    const sent = posted(await platform.post(to(ada.id), says("Hello"), key));
    expect(ada.directMessages().map(({ blocks }) => wordsOf(blocks))).toEqual(["# Hello"]);
    expect(await platform.find(to(ada.id), key, new Date(0))).toEqual({ kind: "found", receipt: sent });
    expect(await platform.post(to("U0NOBODY"), says("Hello"), key)).toMatchObject({
      reason: "direct-closed",
    });
  });

  test("an outage before anything was sent is no doubt", async () => {
    const { platform, place, slack } = await openStudy();
    slack.next("chat.postMessage", { error: "service_unavailable" });
    expect((await platform.post(place, theDaily(0), key)).kind).toBe("later");
    slack.next("chat.postMessage", { error: "internal_error" });
    expect((await platform.post(place, theDaily(0), key)).kind).toBe("doubt");
  });
});

describe("fault 36: news", () => {
  test("of channels and of the workspace", async () => {
    const { news, acme, study, slack } = await openStudy();
    const [archived, deleted] = [acme.channel("one"), acme.channel("two")];
    archived.archives();
    deleted.deletes();
    study.removesBot();
    acme.uninstalls();
    await slack.calm.until(() => news.some(({ kind }) => kind === "left"));
    const told = news.map((one) => (one.kind === "channel-gone" ? one.channel : one.kind));
    expect(new Set(told)).toEqual(
      new Set(["joined", ...[archived, deleted, study].map(({ id }) => channelOf(acme.id, id)), "left"]),
    );
  });
});
