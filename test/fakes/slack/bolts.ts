import { App, HTTPReceiver, LogLevel } from "@slack/bolt";
import type { FakeSlack } from "./slack.js";
import type { Workspace } from "./workspace.js";

const quiet = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** The real Bolt in Socket Mode, started; it tries nothing twice, and reconnects after `pingTimeout` milliseconds. */
export async function boltOverSocket(
  slack: FakeSlack,
  acme: Workspace,
  prepare: (app: App) => void,
  pingTimeout = 3000,
): Promise<App> {
  const { SocketModeReceiver } = await import("@slack/bolt");
  const clientOptions = { slackApiUrl: slack.api, retryConfig: { retries: 0 } };
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: quiet,
    clientPingTimeout: pingTimeout,
    installerOptions: { clientOptions },
  });
  const { client } = receiver;
  const start = client.start.bind(client);
  const app = new App({ token: acme.token, receiver, logger: quiet, clientOptions });
  prepare(app);
  await app.start();
  // Bolt leaves the rejection of its own reconnection to nobody; whoever stops it meanwhile makes one.
  client.start = () => start().catch(() => new Promise<never>(() => {}));
  await slack.connected();
  return app;
}

/** The real Bolt in HTTP mode on a port of its own, and Slack delivering there. */
export async function boltOverHttp(
  slack: FakeSlack,
  acme: Workspace,
  prepare: (app: App) => void,
): Promise<App> {
  const clientOptions = { slackApiUrl: slack.api, retryConfig: { retries: 0 } };
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logger: quiet });
  const app = new App({ token: acme.token, receiver, logger: quiet, clientOptions });
  prepare(app);
  const server = await receiver.start({ port: 0, host: "127.0.0.1" } as never);
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  slack.deliverTo(`http://127.0.0.1:${address.port}/slack/events`);
  return app;
}

/** A small quiz: a command that posts a question, letters that answer, a form, a home tab, words in the direct conversation. */
export function smallQuiz(app: App): void {
  const button = (letter: string) => ({
    type: "button" as const,
    text: { type: "plain_text" as const, text: letter },
    action_id: `pick:${letter}`,
    value: letter,
  });
  app.command("/quiz", async ({ ack, client, command, respond }) => {
    await ack();
    await client.chat.postMessage({
      channel: command.channel_id,
      text: `Question about ${command.text}`,
      blocks: [
        { type: "section", text: { type: "mrkdwn", text: `Question about ${command.text}` } },
        { type: "actions", elements: [button("A"), button("B"), button("Report")] },
      ],
    });
    await respond("posted");
  });
  app.command("/help", async ({ ack }) => await ack("help is near"));
  app.command("/slow", async () => {});
  app.action(/^pick:[AB]$/, async ({ ack, action, respond, client, body }) => {
    await ack();
    const letter = action.type === "button" ? (action.value ?? "") : "";
    await respond({ text: `You chose ${letter}`, replace_original: false });
    if (!("message" in body) || !body.message || !body.channel) return;
    await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text: `tally ${letter}` });
  });
  app.action("pick:Report", async ({ ack, client, body }) => {
    await ack();
    if (!("trigger_id" in body)) return;
    await client.views.open({
      trigger_id: String(body.trigger_id),
      view: {
        type: "modal",
        callback_id: "report",
        notify_on_close: true,
        title: { type: "plain_text", text: "Report" },
        submit: { type: "plain_text", text: "Send" },
        blocks: [
          {
            type: "input",
            block_id: "why",
            label: { type: "plain_text", text: "Why" },
            element: { type: "plain_text_input", action_id: "words", max_length: 100 },
          },
        ],
      },
    });
  });
  app.view("report", async ({ ack, view, client, body }) => {
    const why = view.state.values.why?.words?.value ?? "";
    if (why === "bad") return await ack({ response_action: "errors", errors: { why: "Say more." } });
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: `Thank you: ${why}` });
  });
  app.view({ type: "view_closed", callback_id: "report" }, async ({ ack }) => await ack());
  app.event("app_home_opened", async ({ event, client }) => {
    const text = { type: "mrkdwn" as const, text: `Hello <@${event.user}>` };
    await client.views.publish({
      user_id: event.user,
      view: { type: "home", blocks: [{ type: "section", text }] },
    });
  });
  app.message(async ({ message, say }) => {
    if (message.subtype === undefined) await say(`You wrote ${message.text}`);
  });
}
