import { afterEach, beforeEach, expect, test } from "vitest";
import { rawCall } from "./slack/raw.js";
import { type FakeSlack, startSlack } from "./slack/slack.js";
import type { Workspace } from "./slack/workspace.js";

/** What Slack says in channels that workspaces share; where its documents are silent, as people found it. */

let slack: FakeSlack;
let acme: Workspace;
let bravo: Workspace;

beforeEach(async () => {
  slack = await startSlack({ pace: "none" });
  slack.calm.linger = 0;
  acme = slack.workspace({ name: "Acme" });
  bravo = slack.workspace({ name: "Bravo" });
  slack.deliverTo("http://127.0.0.1:9/");
});

afterEach(async () => {
  expect(slack.strange).toEqual([]);
  await slack.close();
});

const sent = () => slack.signed.sent.at(-1)?.body ?? "";
const payload = () => JSON.parse(new URLSearchParams(sent()).get("payload") ?? "{}");

async function asks(by: Workspace, channel: string) {
  const elements = [{ type: "button", action_id: "a", value: "x", text: { type: "plain_text", text: "A" } }];
  const args = { channel, text: "Which?", blocks: [{ type: "actions", elements }] };
  return (await rawCall(slack.api, "chat.postMessage", { token: by.token, args })).body;
}

test("each workspace’s app is in a shared channel for itself, and signs what it says", async () => {
  const shared = acme.channel("shared", { shared: [bravo] });
  expect((await asks(bravo, shared.id)).error).toBe("not_in_channel");
  bravo.sees(shared).invitesBot();
  expect((await asks(bravo, shared.id)).message).toMatchObject({ team: bravo.id, bot_id: bravo.team.botId });
  const args = { channel: shared.id };
  const { body } = await rawCall(slack.api, "conversations.history", { token: acme.token, args });
  expect(body.messages).toMatchObject([{ team: bravo.id }]);
});

test("a press names the workspace whose app asked, and the presser’s own beside her", async () => {
  const shared = acme.channel("shared", { shared: [bravo] });
  bravo.sees(shared).invitesBot();
  const zoe = bravo.person("Zoe");
  for (const by of [acme, bravo]) {
    await asks(by, shared.id);
    const [message] = shared.messages();
    if (message) await zoe.presses(message, "A");
    expect(payload()).toMatchObject({ team: { id: by.id }, user: { id: zoe.id, team_id: bravo.id } });
  }
});

test("a form names the workspace of whoever sends it, and the app’s only within", async () => {
  const shared = acme.channel("shared", { shared: [bravo] });
  const zoe = bravo.person("Zoe");
  await asks(acme, shared.id);
  const [message] = shared.messages();
  if (message) await zoe.presses(message, "A");
  const title = { type: "plain_text", text: "Why" };
  const view = { type: "modal", title, blocks: [{ type: "divider" }] };
  const args = { trigger_id: payload().trigger_id, view };
  expect((await rawCall(slack.api, "views.open", { token: acme.token, args })).body.ok).toBe(true);
  const modal = zoe.modal();
  if (modal) await zoe.submits(modal);
  expect(payload()).toMatchObject({
    team: { id: bravo.id },
    view: { team_id: bravo.id, app_installed_team_id: acme.id },
  });
});

test("who is of another workspace does not know the app’s commands", async () => {
  const shared = acme.channel("shared", { shared: [bravo] });
  const zoe = bravo.person("Zoe");
  expect((await acme.meets(zoe).types(shared, "/quiz")).trouble).toBe("/quiz is not a valid command.");
  await zoe.types(shared, "/quiz");
  expect(new URLSearchParams(sent()).get("team_id")).toBe(bravo.id);
});

test("she comes with the rights that she has at home", async () => {
  acme.channel("shared", { shared: [bravo] });
  const zoe = bravo.person("Zoe", { admin: true });
  const args = { user: zoe.id };
  const { body } = await rawCall(slack.api, "users.info", { token: acme.token, args });
  expect(body.user).toMatchObject({ team_id: bravo.id, is_admin: true });
  const far = slack.workspace({ name: "Far" }).person("Yara");
  const other = await rawCall(slack.api, "users.info", { token: acme.token, args: { user: far.id } });
  expect(other.body.error).toBe("user_not_visible");
});

test("an event names the workspace where the channel began, and the app’s in its authorizations", async () => {
  const shared = bravo.channel("shared", { shared: [acme] });
  acme.sees(shared).archives();
  await slack.calm.until(() => slack.delivery.pending === 0);
  expect(JSON.parse(sent())).toMatchObject({
    team_id: bravo.id,
    context_team_id: acme.id,
    authorizations: [{ team_id: acme.id }],
    is_ext_shared_channel: true,
  });
});

test("over an organisation a home tab names the first installation, whichever it belongs to", async () => {
  const enterprise = { id: "E1", name: "Big" };
  const [first, second] = [slack.workspace({ enterprise }), slack.workspace({ enterprise })];
  const wanda = second.meets(first.person("Wanda", { alsoIn: [second] }));
  const text = { type: "plain_text", text: "A" };
  const blocks = [{ type: "actions", elements: [{ type: "button", action_id: "a", value: "x", text }] }];
  const args = { user_id: wanda.id, view: { type: "home", blocks } };
  expect((await rawCall(slack.api, "views.publish", { token: second.token, args })).body.ok).toBe(true);
  const home = wanda.home();
  if (home) await wanda.presses(home, "A");
  expect(payload().view).toMatchObject({ team_id: second.id, app_installed_team_id: first.id });
  const info = await rawCall(slack.api, "users.info", { token: second.token, args: { user: wanda.id } });
  expect(info.body.user).toMatchObject({ enterprise_user: { teams: [first.id, second.id] } });
});
