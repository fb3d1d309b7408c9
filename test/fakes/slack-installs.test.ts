import { afterEach, beforeEach, expect, test } from "vitest";
import { rawCall } from "./slack/raw.js";
import { type FakeSlack, type SlackOptions, startSlack } from "./slack/slack.js";
import type { Workspace } from "./slack/workspace.js";

const redirect = "https://cuecard.test/slack/oauth_redirect";
const manifest = {
  features: { bot_user: {} },
  oauth_config: { redirect_urls: [redirect], scopes: { bot: ["chat:write", "commands"] } },
};

let slack: FakeSlack;
let home: Workspace;
let bravo: Workspace;

const open = async (options: SlackOptions = {}) => {
  await slack?.close();
  slack = await startSlack({ manifest, distributed: true, ...options });
  home = slack.workspace({ name: "Home" });
  bravo = slack.workspace({ name: "Bravo", installed: false });
};

beforeEach(() => open());

afterEach(async () => {
  expect(slack.strange).toEqual([]);
  await slack.close();
});

const page = (more: Readonly<Record<string, string>> = {}) => {
  const { clientId: client_id } = slack.world;
  const asked = { client_id, scope: "chat:write,commands", state: "s1", ...more };
  return `https://slack.com/oauth/v2/authorize?${new URLSearchParams(asked)}`;
};

const codeIn = (address: string) => new URL(address).searchParams.get("code");

const access = async (code: string | null, more: Readonly<Record<string, string>> = {}) => {
  const { clientId: client_id, clientSecret: client_secret } = slack.world;
  return (await rawCall(slack.api, "oauth.v2.access", { args: { client_id, client_secret, code, ...more } }))
    .body;
};

test("a code is good once, for ten minutes, for the same address", async () => {
  const back = new URL(slack.approves(page({ redirect_uri: redirect }), bravo));
  expect([back.origin + back.pathname, back.searchParams.get("state")]).toEqual([redirect, "s1"]);
  const code = back.searchParams.get("code");
  expect(await access(code)).toMatchObject({ error: "bad_redirect_uri" });
  expect(await access(code, { redirect_uri: "https://evil.test/" })).toMatchObject({ ok: false });
  expect(await access(code, { redirect_uri: redirect })).toMatchObject({
    access_token: bravo.token,
    scope: "chat:write,commands",
    team: { id: bravo.id },
  });
  expect((await access(code, { redirect_uri: redirect })).error).toBe("code_already_used");
  const late = codeIn(slack.approves(page(), bravo));
  slack.clock.advance(10 * 60_000 + 1);
  expect((await access(late)).error).toBe("invalid_code");
  expect((await rawCall(slack.api, "auth.test", { token: bravo.token })).body.ok).toBe(true);
});

test("the page of consent shows what is wrong with the request", async () => {
  const shows = (address: string) => () => slack.approves(address, bravo);
  expect(shows(page().replace("slack.com", "slack.test"))).toThrow("unknown_page");
  expect(shows(page({ client_id: "9.9" }))).toThrow("invalid_client_id");
  expect(shows(page({ scope: "" }))).toThrow("no_scopes");
  expect(shows(page({ scope: "chat:write,files:eat" }))).toThrow("invalid_scope: files:eat");
  expect(shows(page({ redirect_uri: "https://evil.test/" }))).toThrow("bad_redirect_uri");
  await open({ distributed: false });
  expect(shows(page())).toThrow("invalid_team_for_non_distributed_app");
  expect(codeIn(slack.approves(page(), home))).not.toBeNull();
  await open({ manifest: { ...manifest, oauth_config: { scopes: { bot: [] } } } });
  expect(shows(page())).toThrow("redirect_uri did not match any configured URIs");
});

test("who says no is sent back all the same", () => {
  const back = new URL(slack.declines(page()));
  expect(back.searchParams.get("error")).toBe("access_denied");
  expect([back.searchParams.get("state"), back.searchParams.get("code")]).toEqual(["s1", null]);
});

test("who has the app gets the same token; after it was taken out a new one, and the bot is in no channel", async () => {
  const room = home.channel("room");
  const before = home.token;
  expect((await access(codeIn(slack.approves(page(), home)))).access_token).toBe(before);
  home.uninstalls();
  const again = await access(codeIn(slack.approves(page(), home)));
  expect(again.access_token).not.toBe(before);
  const args = { channel: room.id, text: "Here" };
  const posted = await rawCall(slack.api, "chat.postMessage", { token: home.token, args });
  expect(posted.body.error).toBe("not_in_channel");
});

test("an organisation has no workspace, and tokens that run out come with another", async () => {
  const enterprise = { name: "Big" };
  const grid = slack.workspace({ name: "Grid", enterprise, orgWide: true, installed: false });
  expect(await access(codeIn(slack.approves(page(), grid)))).toMatchObject({
    team: null,
    is_enterprise_install: true,
    enterprise: grid.team.enterprise,
  });
  await open({ manifest: { ...manifest, settings: { token_rotation_enabled: true } } });
  expect(await access(codeIn(slack.approves(page(), bravo)))).toMatchObject({ expires_in: 43_200 });
});

test("an app that is not distributed is installed in other workspaces of its organisation only", async () => {
  await open({ distributed: false });
  await slack.close();
  slack = await startSlack({ manifest });
  const enterprise = { id: "E1", name: "Big" };
  slack.workspace({ enterprise });
  const near = slack.workspace({ enterprise, installed: false });
  expect(codeIn(slack.approves(page(), near))).not.toBeNull();
});

test("an app takes itself out, or gives its token back", async () => {
  await open({ pace: "none" });
  const { clientId: client_id, clientSecret: client_secret } = slack.world;
  const uninstall = async (args: Readonly<Record<string, string>>) =>
    (await rawCall(slack.api, "apps.uninstall", { token: home.token, args })).body;
  expect((await uninstall({ client_id: "9.9", client_secret })).error).toBe("invalid_client_id");
  expect((await uninstall({ client_id, client_secret: "no" })).error).toBe("bad_client_secret");
  expect((await uninstall({ client_id, client_secret })).ok).toBe(true);
  expect(home.team.standing).toBe("uninstalled");
  await access(codeIn(slack.approves(page(), bravo)));
  expect((await rawCall(slack.api, "auth.revoke", { token: bravo.token })).body.revoked).toBe(true);
  expect((await rawCall(slack.api, "auth.test", { token: bravo.token })).body.error).toBe("token_revoked");
});
