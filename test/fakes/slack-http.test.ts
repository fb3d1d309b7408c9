import type { App } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { boltOverHttp, smallQuiz } from "./slack/bolts.js";
import type { Channel } from "./slack/channel.js";
import type { Person } from "./slack/person.js";
import { textOf } from "./slack/reading.js";
import { type FakeSlack, startSlack } from "./slack/slack.js";
import type { Workspace } from "./slack/workspace.js";

let slack: FakeSlack;
let acme: Workspace;
let study: Channel;
let ada: Person;
let app: App;
let homes: string[];

beforeEach(async () => {
  slack = await startSlack({ patience: 300, retries: [0, 20, 40] });
  acme = slack.workspace();
  study = acme.channel("study");
  ada = acme.person("Ada");
  homes = [];
  app = await boltOverHttp(slack, acme, (fresh) => {
    smallQuiz(fresh);
    fresh.event("app_home_opened", async ({ body, context }) => {
      homes.push(`${body.event_id} ${context.retryNum ?? 0} ${context.retryReason ?? ""}`);
    });
  });
});

afterEach(async () => {
  expect(slack.strange).toEqual([]);
  await app.stop().catch(() => {});
  await slack.close();
});

const opened = () => ({ type: "app_home_opened", user: ada.id, tab: "home" });

describe("the real Bolt over signed HTTP", () => {
  test("commands, presses, forms, words", async () => {
    expect((await ada.types(study, "/quiz kinesis")).text).toBe("posted");
    expect((await ada.types("direct", "/help")).text).toBe("help is near");
    const [message] = study.messages();
    if (!message) throw new Error("there is no question");
    expect((await ada.presses(message, "A")).text).toBe("You chose A");
    const form = await ada.presses(message, "Report");
    expect((await ada.submits(form, { Why: "bad" })).errors).toEqual({ why: "Say more." });
    expect((await ada.submits(form, { Why: "wrong answer" })).text).toBe("Thank you: wrong answer");
    expect((await ada.writes("a < b")).text).toBe("You wrote a < b");
  });

  test("an address proves itself", async () => {
    const { status, text } = await slack.signed.verifyUrl("abc");
    expect([status, text.includes("abc")]).toEqual([200, true]);
  });

  test("a false signature, an old one, and none reach no handler", async () => {
    const body = JSON.stringify({
      type: "event_callback",
      event: opened(),
      team_id: acme.id,
      event_id: "Ev1",
    });
    expect((await slack.signed.post(body, { secret: "wrong" })).status).toBe(401);
    expect((await slack.signed.post(body, { ageSeconds: 301 })).status).toBe(401);
    expect((await slack.signed.post(body, { headers: { "x-slack-signature": "v0=00" } })).status).toBe(401);
    expect(homes).toEqual([]);
    expect((await slack.signed.post(body, { ageSeconds: 200 })).status).toBe(200);
    await slack.calm.until(() => homes.length === 1);
  });

  test("a request that is replayed is the same to the letter", async () => {
    await slack.tells(acme, opened());
    await slack.signed.replay();
    await slack.calm.until(() => homes.length === 2);
    expect(new Set(homes).size).toBe(1);
  });

  test("events come again with their number and reason when the app was away", async () => {
    const { url } = slack.signed;
    slack.deliverTo("http://127.0.0.1:1/");
    expect(await slack.tells(acme, opened())).toMatchObject({ kind: "failed", reason: "connection_failed" });
    slack.deliverTo(url ?? "");
    await slack.calm.until(() => homes.length === 1);
    expect(homes[0]).toMatch(/^Ev\S+ [12] connection_failed$/);
  });

  test("what she is told when nothing comes back", async () => {
    expect((await ada.types(study, "/slow")).trouble).toBe("operation_timeout");
    slack.deliverTo(`${slack.signed.url}/nowhere`);
    expect((await ada.types(study, "/help")).trouble).toBe("http_client_error");
    await app.stop();
    expect((await ada.types(study, "/help")).trouble).toMatch(/dispatch_failed/);
  });
});

describe("an address for answers", () => {
  const answer = async (url: string, body: unknown) => {
    const response = await fetch(url, { method: "POST", body: JSON.stringify(body) });
    const text = await response.text();
    return response.status === 200
      ? "ok"
      : `${response.status} ${(JSON.parse(text) as { error: string }).error}`;
  };
  const lastUrl = () => {
    const payload = slack.delivery.delivered.at(-1)?.parcel.payload;
    return String(payload?.response_url);
  };

  test("is good for five answers", async () => {
    await ada.types(study, "/help");
    const said = [];
    for (let at = 1; at <= 6; at += 1)
      said.push(await answer(lastUrl(), { text: `${at}`, replace_original: at > 1 }));
    expect(said).toEqual(["ok", "ok", "ok", "ok", "ok", "404 used_url"]);
    expect(ada.ephemerals().map((message) => textOf(message))).toEqual(["5", "help is near"]);
  });

  test("is good for half an hour", async () => {
    await ada.types(study, "/help");
    slack.clock.advance(30 * 60_000 - 1000);
    expect(await answer(lastUrl(), { text: "in time" })).toBe("ok");
    slack.clock.advance(2000);
    expect(await answer(lastUrl(), { text: "late" })).toBe("404 expired_url");
  });

  test("replaces and deletes what was pressed, private or not, and speaks aloud", async () => {
    await ada.types(study, "/quiz kinesis");
    const [message] = study.messages();
    if (!message) throw new Error("there is no question");
    await ada.presses(message, "A");
    const url = lastUrl();
    expect(await answer(url, { text: "aloud", response_type: "in_channel" })).toBe("ok");
    expect(await answer(url, { text: "closed", replace_original: true, blocks: [] })).toBe("ok");
    expect(study.messages().map((one) => textOf(one))).toEqual(["aloud", "closed"]);
    expect(await answer(url, { delete_original: true })).toBe("ok");
    expect(study.messages().map((one) => textOf(one))).toEqual(["aloud"]);
    expect(await answer(url, { blocks: [{ type: "quiz" }] })).toBe("400 invalid_blocks");
  });
});
