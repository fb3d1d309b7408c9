import { execFile } from "node:child_process";
import { expect, test } from "vitest";
import { redact } from "../../src/log.js";
import { scratchFolder } from "../support/scratch.js";

/** Put together here, so that no tool mistakes them for real ones. */
const discord = ["MTEyMjMzNDQ1NTY2Nzc4ODk5", "GaBcDe", "canaryCanaryCanaryCanaryCanary"].join(".");
const secrets: Readonly<Record<string, string>> = {
  "a bot token of Slack": ["xoxb", "1234", "canary"].join("-"),
  "an app token of Slack": ["xapp", "1", "A1", "canary"].join("-"),
  "a token of Discord": discord,
  "a header": `Bot ${discord}`,
};

for (const [what, secret] of Object.entries(secrets)) {
  test(`fault 58: ${what} never reaches the log`, () => {
    expect(redact(`the call failed: ${secret} was refused`)).not.toContain("canary");
    expect(redact(JSON.stringify({ headers: { authorization: secret } }))).not.toContain("canary");
  });
}

test("fault 58: what stands behind a telling word never reaches the log", () => {
  expect(redact("signing_secret=canary&x=1")).not.toContain("canary");
  expect(redact('{"password":"canary"}')).not.toContain("canary");
});

test("fault 58: a start that fails with tokens set tells none of them", { timeout: 60_000 }, async () => {
  const env = {
    PATH: process.env["PATH"],
    DISCORD_TOKEN: discord,
    DISCORD_API: "http://127.0.0.1:9/api",
    SLACK_BOT_TOKEN: secrets["a bot token of Slack"],
    SLACK_CLIENT_ID: "1234.5678",
    SLACK_CLIENT_SECRET: "canary of a client",
    CUECARD_SECRET: "canary of thirty-two characters and more",
    CUECARD_DATA: scratchFolder(),
  };
  const { code, out } = await run({ ...env, SLACK_SIGNING_SECRET: "short" });
  expect(code).toBe(1);
  expect(out).toContain("SLACK_SIGNING_SECRET is too short");
  expect(out).not.toMatch(/canary/i);
});

function run(env: NodeJS.ProcessEnv): Promise<{ code: number; out: string }> {
  return new Promise((done) => {
    const child = execFile(process.execPath, ["dist/main.js"], { env }, (_, stdout, stderr) => {
      done({ code: child.exitCode ?? -1, out: `${stdout}${stderr}` });
    });
  });
}
