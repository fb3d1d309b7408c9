import { App, LogLevel } from "@slack/bolt";
import { expect, test } from "vitest";
import { textOf } from "./slack/reading.js";
import { startSlack } from "./slack/slack.js";

test("smoke", async () => {
  const slack = await startSlack();
  const acme = slack.workspace({ name: "Acme" });
  const study = acme.channel("study");
  const ada = acme.person("Ada", { admin: true, tz: "Europe/Berlin" });
  const app = new App({
    token: acme.token,
    appToken: slack.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.api, retryConfig: { retries: 0 } },
  });
  app.command("/quiz", async ({ ack, client, respond, command }) => {
    await ack();
    await client.chat.postMessage({
      channel: command.channel_id,
      text: "fallback",
      blocks: [
        { type: "section", text: { type: "mrkdwn", text: `Question *${command.text}*` } },
        {
          type: "actions",
          elements: [{ type: "button", text: { type: "plain_text", text: "B" }, action_id: "b", value: "1" }],
        },
      ],
    });
    await respond("posted");
  });
  app.action("b", async ({ ack, respond }) => {
    await ack();
    await respond({ text: "right", replace_original: false });
  });
  await app.start();
  await slack.connected();
  const t0 = Date.now();
  const shown = await ada.types(study, "/quiz kinesis");
  expect(shown.text).toBe("posted");
  const [message] = study.messages();
  if (!message) throw new Error("none");
  expect(textOf(message)).toBe("Question *kinesis*");
  const seen = await ada.presses(message, "B");
  expect(seen.text).toBe("right");
  expect(slack.strange).toEqual([]);
  console.log(Date.now() - t0);
  await app.stop();
  await slack.close();
});
