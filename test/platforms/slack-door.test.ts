import { describe, expect, test } from "vitest";
import { type LineOptions, openLine, says, slowly } from "./slack/line.js";
import { wordsOf } from "./slack/words.js";

const open = async (options: LineOptions = {}) => {
  const line = await openLine(options);
  line.reply({ whisper: says("Here") });
  const asks = async () => wordsOf((await line.ada.types(line.study, "/streak")).message?.blocks ?? []);
  return { ...line, asks };
};

describe("fault 39: Socket Mode stays up", () => {
  test("over refreshes, and nothing is lost meanwhile", async () => {
    const { asks, slack, platform } = await open();
    for (let round = 0; round < 4; round += 1) {
      slack.sockets.refresh(round % 2 === 0 ? "warning" : "refresh_requested");
      const answers = await Promise.all(Array.from({ length: 5 }, asks));
      expect(answers.filter((words) => words === "# Here").length).toBeGreaterThan(0);
      expect(platform.connected()).toBe(true);
    }
    await slack.calm.until(() => slack.sockets.open === 2, 8000);
    expect(await asks()).toBe("# Here");
  });

  test("over drops", async () => {
    const { asks, slack, platform } = await open();
    for (let round = 0; round < 3; round += 1) {
      await slack.calm.until(() => slack.sockets.open === 2);
      const before = slack.sockets.opened;
      slack.sockets.drop();
      await slack.calm.until(() => slack.sockets.opened >= before + 2 && slack.sockets.open === 2);
      expect(await asks()).toBe("# Here");
      expect(platform.connected()).toBe(true);
    }
  });

  test("while Slack refuses connections it says that it is not connected, and comes back", async () => {
    const { asks, slack, platform } = await open();
    slack.goesDown();
    await slack.calm.until(() => !platform.connected());
    await new Promise((resolve) => setTimeout(resolve, 1200));
    slack.goesDown("up");
    await slack.calm.until(() => platform.connected(), 8000);
    expect(await asks()).toBe("# Here");
  });

  test("a dead silence is noticed", { timeout: 60_000 }, async () => {
    const { asks, slack, platform } = await open();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    slack.sockets.deaf = true;
    await slack.calm.until(() => !platform.connected(), 15_000);
    slack.sockets.deaf = false;
    await slack.calm.until(() => platform.connected(), 30_000);
    expect(await asks()).toBe("# Here");
  });

  test("what is no envelope is let pass", async () => {
    const { asks, slack } = await open();
    slack.sockets.babble("nonsense {");
    slack.sockets.babble('{"type":"something_new"}');
    expect(await asks()).toBe("# Here");
  });
});

describe("fault 40: stop", () => {
  test.each(["socket", "http"] as const)("waits for what is under way, in %s mode", async (mode) => {
    const { ada, study, platform, slack, reply } = await open({ mode });
    slack.calm.linger = 1500;
    reply(() => slowly({ whisper: says("Late") }, 600));
    const asked = ada.types(study, "/streak");
    await new Promise((resolve) => setTimeout(resolve, 200));
    const before = Date.now();
    await platform.stop();
    expect(Date.now() - before).toBeLessThan(3000);
    expect(wordsOf((await asked).message?.blocks ?? [])).toBe("# Late");
    expect(platform.connected()).toBe(false);
    expect((await ada.types(study, "/streak")).trouble).not.toBeNull();
  });
});

describe("fault 29: HTTP mode", () => {
  test("proves its address, and takes nothing that Slack did not sign just now", async () => {
    const { slack, events, ada, study, platform } = await open({ mode: "http" });
    expect(JSON.parse((await slack.signed.verifyUrl("a challenge")).text)).toEqual({
      challenge: "a challenge",
    });
    const body = new URLSearchParams({ command: "/streak", text: "", user_id: ada.id }).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect((await slack.signed.post(body, { secret: "another", headers })).status).toBe(401);
    expect((await slack.signed.post(body, { ageSeconds: 400, headers })).status).toBe(401);
    expect((await slack.signed.post("nonsense", { headers })).status).toBe(401);
    expect((await slack.signed.post(`${body}&team_id=T0OTHER`, { headers })).status).toBe(401);
    expect(events).toHaveLength(0);
    await ada.types(study, "/streak");
    expect(events).toHaveLength(1);
    await slack.signed.replay();
    expect(events).toHaveLength(1);
    expect(platform.connected()).toBe(true);
  });
});

describe("start", () => {
  const start = async (options: LineOptions): Promise<string> => {
    const { platform } = await openLine({ ...options, start: false, strange: true });
    return await platform
      .start(
        async () => ({}),
        async () => {},
      )
      .then(
        async () => {
          await platform.stop();
          return "started";
        },
        (error: Error) => `${error.name}: ${error.message}`,
      );
  };

  test.each([
    ["a wrong bot token", { token: "xoxb-wrong" }, /Slack does not know this bot token.*OAuth & Permissions/],
    ["no bot token", { token: "xapp-1-A-1-x" }, /SLACK_BOT_TOKEN is no bot token/],
    [
      "a wrong app token",
      { appToken: "xapp-wrong" },
      /Slack does not know this app token.*connections:write/,
    ],
    ["no app token", { appToken: "xoxb-1" }, /SLACK_APP_TOKEN is no app token/],
    ["a whole organisation", { orgWide: true }, /Enterprise Grid/],
    ["nobody there", { api: "http://127.0.0.1:9/api/" }, /cannot be reached.*SLACK_API/],
  ] as const)("with %s is refused with the cure", async (_, options, words) => {
    const said = await start(options);
    expect(said).toMatch(/^SlackFault: /);
    expect(said).toMatch(words);
  });
});
