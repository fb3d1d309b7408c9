import { describe, expect, test } from "vitest";
import { keyOf } from "../../src/core/ids.js";
import { channelOf, personOf, teamOf } from "../../src/platforms/slack/names.js";
import { says } from "./slack/line.js";
import { openTown, settle, type Town } from "./slack/town.js";
import { theDaily } from "./web/gallery.js";

const two = (slack: Parameters<typeof settle>[0]) => ({
  acme: settle(slack, "Acme"),
  bravo: settle(slack, "Bravo"),
});

type Settled = ReturnType<typeof settle>;

/** Both installed, the bot in their channels; `posts` gives what came of a post into each. */
async function both() {
  const town = await openTown(two);
  const platform = await town.restart();
  for (const { place, study } of [town.acme, town.bravo]) {
    await town.install(place);
    study.invitesBot();
  }
  const post = (at: Settled, key: string) =>
    platform.post({ kind: "channel", id: channelOf(at.place.id, at.study.id) }, theDaily(0), keyOf(key));
  const callsOf = (token: string) => town.slack.world.calls.filter((call) => call.token === token).length;
  return { ...town, platform, post, callsOf };
}

const left = ({ news }: Town, { place }: Settled) =>
  news.some((one) => one.kind === "left" && one.workspace === teamOf(place.id));

describe("fault 36: the app is taken out of one workspace", () => {
  test.each(["uninstalls", "revokesToken"] as const)(
    "(%s): its calls stop, its sealed token is deleted, the others go on",
    async (how) => {
      const town = await both();
      const { acme, bravo, slack, platform, post, callsOf, kept, events } = town;
      const token = acme.place.token;
      acme.place[how]();
      await slack.calm.until(() => left(town, acme));
      expect(kept()).toEqual([`installation ${bravo.place.id}`]);
      const before = callsOf(token);
      expect(await post(acme, "a1")).toMatchObject({ kind: "refused", reason: "revoked" });
      const direct = { kind: "direct", person: personOf(acme.place.id, acme.ada.id) } as const;
      expect(await platform.post(direct, says("Hello"), keyOf("a2"))).toMatchObject({ kind: "refused" });
      await platform.home?.(direct.person, says("Home"));
      await acme.ada.types(acme.study, "/streak");
      expect(callsOf(token)).toBe(before);
      expect(events).toEqual([]);
      expect((await post(bravo, "b1")).kind).toBe("posted");
      expect(platform.connected()).toBe(true);
      expect(slack.delivery.delivered.filter(({ outcome }) => outcome.kind === "failed")).toEqual([]);
    },
  );

  test("and comes back: with its new token, and an old word of the removal that arrives late undoes nothing", async () => {
    const town = await both();
    const { acme, slack, install, post, news, kept } = town;
    acme.place.uninstalls();
    await slack.calm.until(() => left(town, acme));
    news.splice(0);
    await install(acme.place);
    expect(news).toEqual([{ kind: "joined", workspace: teamOf(acme.place.id) }]);
    for (const type of ["app_uninstalled", "tokens_revoked"]) {
      const tokens = { oauth: [], bot: [acme.place.botUser] };
      expect((await slack.tells(acme.place, { type, tokens })).kind).toBe("acked");
    }
    await slack.calm.until(() => slack.underWay === 0);
    expect(news).toHaveLength(1);
    expect(kept()).toHaveLength(2);
    expect(await post(acme, "a3")).toMatchObject({ kind: "refused", reason: "not-allowed" });
    acme.study.invitesBot();
    expect((await post(acme, "a3")).kind).toBe("posted");
  });

  test("and comes back while Slack is still asked whether it is true: the new token stays", async () => {
    const { acme, slack, install, news, kept } = await both();
    let free = () => {};
    const until = new Promise<void>((resolve) => {
      free = resolve;
    });
    const { token } = acme.place;
    slack.next("auth.test", { until }, { times: 9, only: (_, by) => by === token });
    acme.place.uninstalls();
    await slack.calm.until(() => slack.calls("auth.test").some((one) => one.answer === null));
    await install(acme.place);
    free();
    await slack.calm.until(() => slack.underWay === 0);
    await new Promise((resolve) => setImmediate(resolve));
    expect(kept()).toHaveLength(2);
    expect(news.at(-1)).toEqual({ kind: "joined", workspace: teamOf(acme.place.id) });
  });

  test("where no word came, the first refusal says it", async () => {
    const town = await both();
    const { acme, slack, post, kept } = town;
    acme.place.team.standing = "uninstalled";
    expect(await post(acme, "a1")).toMatchObject({ kind: "refused", reason: "revoked" });
    await slack.calm.until(() => left(town, acme));
    expect(kept()).toHaveLength(1);
  });

  test("a refusal that is no removal leaves the token where it is", async () => {
    const town = await both();
    const { acme, slack, post, kept, restart } = town;
    slack.next("chat.postMessage", { error: "invalid_auth" });
    expect(await post(acme, "a1")).toMatchObject({ kind: "refused", reason: "revoked" });
    expect(left(town, acme)).toBe(false);
    expect(kept()).toHaveLength(2);
    const platform = await restart();
    const id = channelOf(acme.place.id, acme.study.id);
    expect((await platform.post({ kind: "channel", id }, theDaily(0), keyOf("a2"))).kind).toBe("posted");
  });
});

describe("fault 33: one workspace’s trouble is its own", () => {
  test("a 429 holds up its own calls only", async () => {
    const { acme, bravo, slack, post } = await both();
    slack.next("chat.postMessage", { ratelimited: 30 });
    expect((await post(acme, "a1")).kind).toBe("later");
    expect((await post(bravo, "b1")).kind).toBe("posted");
    expect((await post(acme, "a2")).kind).toBe("later");
  });

  test("while Slack is slow to one, the other is answered and posts at once", async () => {
    const { acme, bravo, slack, post, reply } = await both();
    let free = () => {};
    const until = new Promise<void>((resolve) => {
      free = resolve;
    });
    const token = acme.place.token;
    slack.next("*", { until }, { times: 1000, only: (_, by) => by === token });
    const slow = Array.from({ length: 60 }, (_, at) => post(acme, `a${at}`));
    reply({ whisper: says("Here") });
    // A person of the slow workspace asks, so that everything there is waited for, names too.
    const asked = acme.ada.types(acme.study, "/streak");
    expect((await post(bravo, "b1")).kind).toBe("posted");
    const [daily] = bravo.study.messages();
    if (!daily) throw new Error("the daily was not posted");
    expect((await bravo.ada.presses(daily, "B")).message).not.toBeNull();
    expect((await bravo.ada.types(bravo.study, "/streak")).message).not.toBeNull();
    free();
    await Promise.all([...slow, asked]);
  });
});

test("fault 34: a token that is taken back while the bot runs stops its workspace and no other", async () => {
  const { acme, bravo, slack, post, logged } = await both();
  acme.place.team.standing = "revoked";
  const results = await Promise.all([post(acme, "a1"), post(bravo, "b1"), post(acme, "a2")]);
  expect(results.map(({ kind }) => kind)).toEqual(["refused", "posted", "refused"]);
  const before = slack.calls("chat.postMessage").length;
  expect((await post(acme, "a3")).kind).toBe("refused");
  expect(slack.calls("chat.postMessage")).toHaveLength(before);
  expect(logged.filter((line) => line.includes("has taken the bot token"))).toHaveLength(1);
});
