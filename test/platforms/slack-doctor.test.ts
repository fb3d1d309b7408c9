import { expect, test } from "vitest";
import { checkSlack } from "../../src/platforms/slack/doctor.js";
import { openInstallations } from "../../src/platforms/slack/installations.js";
import { channelOf } from "../../src/platforms/slack/names.js";
import { startSlack } from "../fakes/slack/slack.js";
import { memoryDrawer } from "./slack/line.js";

const secret = "a secret of thirty-two characters";

/** Three workspaces: the token’s, one that installed the app, and one that took it out again. */
async function threeWorkspaces() {
  const slack = await startSlack({ pace: "none" });
  const [own, acme, gone] = ["Own", "Acme", "Gone"].map((name) => slack.workspace({ name }));
  if (!own || !acme || !gone) throw new Error("there are three");
  const drawer = memoryDrawer();
  const kept = await openInstallations(drawer, secret);
  for (const { id: team, name, botUser: me, token } of [acme, gone])
    await kept.put({ team, name, me, token });
  gone.uninstalls();
  acme.takesAway("commands");
  const { clientId, clientSecret, signingSecret } = slack.world;
  const oauth = { clientId, clientSecret, secret };
  const door = { kind: "http", signingSecret, port: 3000, oauth } as const;
  const study = acme.channel("study");
  const channels = [channelOf(acme.id, study.id), channelOf("T9", "C9")];
  return { slack, own, about: { token: own.token, api: slack.api, drawer, channels, door } };
}

const linesOf = (checks: Awaited<ReturnType<typeof checkSlack>>) =>
  checks.map(({ name, ok }) => `${ok ? "ok" : "NOT"} ${name}`);

test("the doctor knows several workspaces, and says of each line whose it is", async () => {
  const { slack, about } = await threeWorkspaces();
  expect(linesOf(await checkSlack(about))).toEqual([
    "ok bot token",
    "ok signing secret",
    "ok client id",
    "ok workspaces",
    "ok Own: scopes",
    "NOT Acme: scope commands",
    "ok Acme: #study",
    "NOT Gone: token",
    "NOT slack:T9/C9",
  ]);
  await slack.close();
});

test("the doctor names a wrong client secret, a wrong CUECARD_SECRET and a dead token, and goes on", async () => {
  const { slack, about } = await threeWorkspaces();
  const { door } = about;
  const client = { ...door, oauth: { ...door.oauth, clientSecret: "another of sixteen" } };
  const found = await checkSlack({ ...about, door: client, token: "xoxb-wrong" });
  expect(linesOf(found).slice(0, 4)).toEqual([
    "NOT bot token",
    "ok signing secret",
    "NOT client id",
    "ok workspaces",
  ]);
  expect(found[2]?.words).toContain("bad_client_secret");
  const other = { ...door, oauth: { ...door.oauth, secret: "another of thirty-two characters" } };
  const [, , , shut] = await checkSlack({ ...about, door: other });
  expect(shut).toMatchObject({ ok: false, words: expect.stringContaining("CUECARD_SECRET does not open") });
  await slack.close();
});

test("the doctor of an app that nobody installed yet says where that is done", async () => {
  const { slack, about } = await threeWorkspaces();
  const found = await checkSlack({ ...about, token: null, drawer: memoryDrawer(), channels: [] });
  expect(linesOf(found)).toEqual(["ok signing secret", "ok client id", "ok workspaces"]);
  expect(found[2]?.words).toContain("/slack/install");
  await slack.close();
});
