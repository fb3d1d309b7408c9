import { execFile, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { slackManifest } from "../../src/platforms/slack/manifest.js";
import { startSlack } from "../fakes/slack/slack.js";
import { scratchFolder } from "../support/scratch.js";
import { openBrowser } from "./slack/browser.js";
import { freePort } from "./slack/line.js";
import { settle } from "./slack/town.js";

test("fault 58: the built bot, installed, examined and taken out, tells no secret and keeps none in clear", async () => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const slack = await startSlack({
    manifest: slackManifest({ url: origin }),
    distributed: true,
    pace: "none",
  });
  slack.deliverTo(`${origin}/slack/events`);
  const [acme, bravo] = [settle(slack, "Acme"), settle(slack, "Bravo")];
  const data = scratchFolder();
  const { clientId, clientSecret, signingSecret } = slack.world;
  const secret = "canary of thirty-two characters and more";
  const env = {
    PATH: process.env.PATH,
    ...{ SLACK_API: slack.api, SLACK_PORT: String(port), SLACK_SIGNING_SECRET: signingSecret },
    ...{ SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, CUECARD_SECRET: secret },
    ...{ CUECARD_DATA: data, CUECARD_LOG: "debug", CUECARD_WORKSPACES: `slack:${acme.place.id}` },
  };
  let said = "";
  const bot = spawn(process.execPath, ["dist/main.js"], { env });
  const ended = new Promise<number | null>((done) => bot.on("close", done));
  for (const stream of [bot.stdout, bot.stderr]) stream.on("data", (words) => (said += String(words)));
  const run = (...words: readonly string[]) =>
    new Promise<number>((done) => {
      const child = execFile(process.execPath, ["dist/cli.js", ...words], { env }, (_, out, errors) => {
        said += `${out}${errors}`;
        done(child.exitCode ?? -1);
      });
    });
  const browser = openBrowser(slack, origin);

  await slack.calm.until(() => said.includes("Cuecard is running on slack"), 20_000);
  expect((await browser.install(acme.place)).status).toBe(200);
  expect((await browser.install(bravo.place)).status).toBe(403);
  slack.calm.linger = 2000;
  expect((await acme.ada.types(acme.study, "/studyhelp")).text).toContain("What I understand");
  expect(await run("doctor", "slack")).toBe(0);
  expect(said).toContain("Acme");
  acme.place.uninstalls();
  await slack.calm.until(() => said.includes("the app was taken out of a workspace"), 10_000);
  expect(await run("forget", "slack")).toBe(1);
  bot.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(await run("forget", "slack")).toBe(0);
  expect(said).toContain("Nothing was sealed there");

  const kept = readdirSync(data).map((name) => readFileSync(join(data, name), "latin1"));
  const everything = [said, ...browser.pages, ...kept].join("\n");
  const tokens = slack.world.calls.map(({ token }) => token).filter((token) => token.startsWith("xox"));
  expect(tokens.length).toBeGreaterThan(3);
  for (const one of [...tokens, clientSecret, signingSecret, secret]) expect(everything).not.toContain(one);
  expect(slack.strange).toEqual([]);
  await slack.close();
}, 60_000);
