import type { App } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { boltOverSocket, smallQuiz } from "./slack/bolts.js";
import type { Channel } from "./slack/channel.js";
import type { Person } from "./slack/person.js";
import { rawCall } from "./slack/raw.js";
import { textOf } from "./slack/reading.js";
import { blocksOf } from "./slack/shown.js";
import { type FakeSlack, startSlack } from "./slack/slack.js";
import type { Workspace } from "./slack/workspace.js";

let slack: FakeSlack;
let acme: Workspace;
let study: Channel;
let ada: Person;
let app: App;
let heard: string[];

beforeEach(async () => {
  slack = await startSlack();
  acme = slack.workspace();
  study = acme.channel("study");
  ada = acme.person("Ada");
  heard = [];
  app = await boltOverSocket(slack, acme, (fresh) => {
    smallQuiz(fresh);
    fresh.use(async ({ body, next }) => {
      const { type, event } = body as { type?: string; event?: { type: string; subtype?: string } };
      heard.push(event ? [event.type, event.subtype].filter(Boolean).join("/") : (type ?? "command"));
      await next();
    });
  });
});

afterEach(async () => {
  expect(slack.strange).toEqual([]);
  await app.stop();
  await slack.close();
});

async function ask() {
  await ada.types(study, "/quiz kinesis");
  const [message] = study.messages();
  if (!message) throw new Error("there is no question");
  return message;
}

describe("forms", () => {
  test("open once within three seconds, want what is required, and go when they are closed", async () => {
    const form = await ada.presses(await ask(), "Report");
    expect(ada.modal()?.id).toBe(form.view?.id);
    expect((await ada.submits(form)).errors).toEqual({ why: "Please complete this required field." });
    await expect(ada.submits(form, { Why: "a".repeat(101) })).rejects.toThrow("100 characters");
    await expect(ada.submits(form, { Colour: "red" })).rejects.toThrow("no field Colour");
    await ada.closes(form);
    expect([ada.modal(), heard.at(-1)]).toEqual([null, "view_closed"]);
  });

  test("a form that comes late does not open", async () => {
    const message = await ask();
    slack.delivery.hold = new Promise((resolve) => setTimeout(resolve, 20));
    const pressed = ada.presses(message, "Report");
    slack.clock.advance(3500);
    expect((await pressed).view).toBeNull();
    await slack.calm.until(() => slack.calls("views.open").at(-1)?.answer !== undefined);
    expect(slack.calls("views.open").at(-1)?.answer).toMatchObject({ error: "expired_trigger_id" });
  });
});

describe("the app's own rooms", () => {
  test("the home tab, and the direct conversation, where the app hears itself too", async () => {
    const home = await ada.opensHome();
    expect(home && textOf({ text: "", blocks: blocksOf(home) })).toBe(`Hello <@${ada.id}>`);
    expect((await ada.writes("B")).text).toBe("You wrote B");
    expect(ada.directMessages().map((message) => textOf(message))).toEqual(["You wrote B", "B"]);
    await slack.calm.until(() => slack.delivery.delivered.length === 3);
    expect(slack.delivery.delivered.at(-1)?.parcel.payload.event).toMatchObject({ user: acme.botUser });
  });

  test("a button that is not there, a message that is gone, a channel she is not in", async () => {
    const message = await ask();
    await expect(ada.presses(message, "Z")).rejects.toThrow("there is no Z to use; there is: A (pick:A)");
    const shown = await ada.presses(message, "A");
    ada.reloads();
    if (!shown.message) throw new Error("nothing was shown");
    await expect(ada.presses({ ...shown.message, blocks: message.blocks }, "A")).rejects.toThrow("gone");
    ada.leaves(study);
    await expect(ada.types(study, "/help")).rejects.toThrow("not in study");
  });
});

describe("what happens to channels and workspaces", () => {
  test("the app hears of it, as far as it asked and may", async () => {
    study.archives();
    study.unarchives();
    study.removesBot();
    study.invitesBot();
    acme.takesAway("channels:read");
    study.deletes();
    acme.uninstalls();
    await slack.calm.until(() => slack.delivery.pending === 0 && heard.length >= 7);
    expect(heard.toSorted()).toEqual([
      "app_uninstalled",
      "channel_archive",
      "channel_left",
      "channel_unarchive",
      "member_joined_channel",
      "member_left_channel",
      "tokens_revoked",
    ]);
    const { body } = await rawCall(slack.api, "auth.test", { token: acme.token });
    expect(body.error).toBe("account_inactive");
  });

  test("an organisation names itself in everything", async () => {
    const grid = slack.workspace({ name: "Grid", enterprise: { name: "Big" }, orgWide: true });
    const { body } = await rawCall(slack.api, "auth.test", { token: grid.token });
    expect(body).toMatchObject({ enterprise_id: grid.team.enterprise?.id, is_enterprise_install: true });
    expect(grid.person("Wanda").id).toMatch(/^W/);
  });
});
