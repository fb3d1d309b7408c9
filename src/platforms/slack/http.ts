import type { Server } from "node:http";
import { type App, AuthorizationError, HTTPReceiver, type HTTPReceiverOptions, webApi } from "@slack/bolt";
import type { Entrance, Take } from "./door.js";
import { waitOf, wordOf } from "./faults.js";
import { clientOptions, quietLogger } from "./lines.js";
import { type Log, SlackFault } from "./parts.js";

/** Where Slack sends its requests, below the address that the app's settings name. */
export const path = "/slack/events";
/** Where Slack sends people back who install the app, as Bolt calls it. */
export const redirectPath = "/slack/oauth_redirect";

/** How often it is asked whether Slack can be reached: nothing else tells, while nobody presses. */
const beat = 30_000;

export type HttpParts = {
  readonly take: Take;
  readonly log: Log;
  readonly api: string | null;
  /** The pages where workspaces install the app. */
  readonly installs: Partial<HTTPReceiverOptions>;
};

/** Signed requests to a port of ours. */
export function openHttp(
  { signingSecret, port }: { readonly signingSecret: string; readonly port: number },
  { take, log, api, installs }: HttpParts,
): Entrance {
  const logger = quietLogger(log);
  const receiver = new HTTPReceiver({ signingSecret, port, endpoints: [path], logger, ...installs });
  receiver.init({ processEvent: take } as unknown as App);
  let server: Server | undefined;
  let isReached = true;
  let timer: NodeJS.Timeout | undefined;
  const client = new webApi.WebClient(undefined, { ...clientOptions({ api, log }), timeout: 10_000 });
  const feel = () =>
    void client.api.test().then(
      () => {
        isReached = true;
      },
      (error: unknown) => {
        isReached = wordOf(error) !== null || waitOf(error) !== null;
      },
    );
  return {
    async open() {
      try {
        server = (await receiver.start(port)) as Server;
      } catch (cause) {
        const why = (cause as Error).message;
        throw new SlackFault(`Port ${port} cannot be opened for Slack’s requests: ${why}. Choose another.`, {
          cause,
        });
      }
      timer = setInterval(feel, beat);
      timer.unref();
      log.info(`Slack’s requests are awaited at port ${port}`, { path });
    },
    connected: () => isReached && server?.listening === true,
    async close() {
      clearInterval(timer);
      const closing = server;
      server = undefined;
      if (!closing) return;
      const closed = new Promise((resolve) => closing.close(resolve));
      closing.closeAllConnections();
      await closed;
    },
  };
}

/** Answered with 401. */
export function foreign(): Error {
  return new AuthorizationError("it belongs to another workspace", new Error("another workspace"));
}
