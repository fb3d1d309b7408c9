import type { App } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { boltOverSocket, smallQuiz } from "./slack/bolts.js";
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

async function open(prepare: (app: App) => void = smallQuiz): Promise<void> {
  app = await boltOverSocket(slack, acme, prepare, 120);
}

const question = () => {
  const [message] = study.messages();
  if (!message) throw new Error("there is no question");
  return message;
};

/** Bolt must not be stopped while it reconnects: it then leaves a rejection that nobody handles. */
async function reachable(): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    if ((await ada.types(study, "/help")).text === "help is near") return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error("Bolt did not come back");
}

beforeEach(async () => {
  slack = await startSlack({ patience: 300, retries: [0, 100, 300, 600] });
  acme = slack.workspace();
  study = acme.channel("study");
  ada = acme.person("Ada");
});

afterEach(async () => {
  expect(slack.strange).toEqual([]);
  await app.stop();
  await slack.close();
});

describe("the real Bolt in Socket Mode", () => {
  test("a command is acknowledged, posted and answered; a press is answered in private and shown to all", async () => {
    await open();
    expect(await ada.types(study, "/quiz kinesis")).toMatchObject({ text: "posted", trouble: null });
    const asked = { ...question() };
    expect(textOf(asked)).toBe("Question about kinesis");
    const shown = await ada.presses(asked, "B");
    expect(shown.text).toBe("You chose B");
    expect(shown.message?.only).toBe(ada.id);
    await slack.calm.until(() => question().text === "tally B");
    expect(study.messages()).toHaveLength(1);
  });

  test("an answer in the acknowledgement is shown to her alone", async () => {
    await open();
    expect((await ada.types(study, "/help")).text).toBe("help is near");
    expect(study.messages()).toEqual([]);
  });

  test("what is not acknowledged in time, and what nobody receives", async () => {
    await open();
    expect((await ada.types(study, "/slow")).trouble).toBe("operation_timeout");
    await app.stop();
    await slack.calm.until(() => slack.sockets.open === 0);
    expect((await ada.types(study, "/help")).trouble).toBe("dispatch_failed");
    expect(ada.troubles()).toEqual(["operation_timeout", "dispatch_failed"]);
  });

  test("a command that the manifest does not declare does not exist", async () => {
    await slack.close();
    slack = await startSlack({ manifest: { features: { slash_commands: [{ command: "/quiz" }] } } });
    acme = slack.workspace({ scopes: ["chat:write"] });
    study = acme.channel("study");
    ada = acme.person("Ada");
    await open();
    expect((await ada.types(study, "/help")).trouble).toBe("/help is not a valid command.");
    expect((await ada.writes("B")).trouble).toBe("Sending messages to this app has been turned off.");
    expect(slack.delivery.delivered).toEqual([]);
  });

  test("a refresh, a drop, a door that stays shut for a while", async () => {
    await open();
    slack.sockets.refresh("warning");
    await slack.calm.until(() => slack.sockets.opened === 2 && slack.sockets.open === 1);
    expect((await ada.types(study, "/help")).text).toBe("help is near");
    slack.sockets.drop();
    await slack.calm.until(() => slack.sockets.opened === 3 && slack.sockets.open === 1);
    expect((await ada.types(study, "/help")).text).toBe("help is near");
    slack.sockets.refusing = true;
    slack.sockets.drop();
    await slack.calm.until(() => slack.calls("apps.connections.open").length >= 4);
    slack.sockets.refusing = false;
    await slack.connected();
    expect((await ada.types(study, "/help")).text).toBe("help is near");
  });

  test("a connection that is up and silent is noticed", async () => {
    await open();
    await new Promise((resolve) => setTimeout(resolve, 40));
    slack.sockets.deaf = true;
    await slack.calm.until(() => slack.calls("apps.connections.open").length >= 2);
    slack.sockets.deaf = false;
    await reachable();
    expect(slack.sockets.opened).toBeGreaterThan(1);
  });

  test("an event that nobody acknowledges comes again, with the same id", async () => {
    const seen: unknown[] = [];
    const hear = (fresh: App) => {
      smallQuiz(fresh);
      fresh.event("app_home_opened", async ({ body, context: { retryNum: num, retryReason: reason } }) => {
        seen.push({ id: body.event_id, num, reason });
      });
    };
    await open();
    await app.stop();
    await slack.calm.until(() => slack.sockets.open === 0);
    expect(await slack.tells(acme, { type: "app_home_opened", user: ada.id, tab: "home" })).toMatchObject({
      kind: "failed",
      reason: "connection_failed",
    });
    await open(hear);
    await slack.calm.until(
      () => slack.delivery.delivered.at(-1)?.outcome.kind === "acked" && seen.length > 0,
    );
    const [sent, ...again] = slack.delivery.delivered;
    expect(seen).toEqual([
      { id: sent?.parcel.payload.event_id, num: again.length, reason: again.at(-1)?.retry?.reason },
    ]);
    expect(again.length).toBeGreaterThan(0);
  });

  test("a press that nobody acknowledges does not come again", async () => {
    await open();
    await ada.types(study, "/quiz kinesis");
    slack.sockets.deaf = true;
    expect((await ada.presses(question(), "A")).trouble).toBe("operation_timeout");
    slack.sockets.deaf = false;
    await reachable();
    expect(slack.delivery.delivered.filter(({ parcel }) => parcel.type === "interactive")).toHaveLength(1);
  });

  test("everything twice, when a test wants it", async () => {
    const ids: string[] = [];
    await open((fresh) => fresh.event("app_home_opened", async ({ body }) => void ids.push(body.event_id)));
    slack.delivery.copies = 2;
    await slack.tells(acme, { type: "app_home_opened", user: ada.id, tab: "home" });
    await slack.delivery.again("events_api");
    await slack.calm.until(() => ids.length === 3);
    expect(new Set(ids).size).toBe(1);
  });

  test("several connections at once share the work", async () => {
    await open();
    const extra = await Promise.all([1, 2].map(() => boltOverSocket(slack, acme, smallQuiz, 120)));
    await slack.connected(3);
    const shown = await Promise.all(Array.from({ length: 6 }, () => ada.types(study, "/help")));
    expect(shown.map(({ text }) => text)).toEqual(Array(6).fill("help is near"));
    for (const one of extra) await one.stop();
  });
});
