import type { Server } from "node:http";
import { type App, AuthorizationError, HTTPReceiver } from "@slack/bolt";
import type { Entrance, Take } from "./door.js";
import { quietLogger } from "./lines.js";
import { type Log, SlackFault } from "./parts.js";

/** Where Slack sends its requests, below the address that the app's settings name. */
export const path = "/slack/events";

/** How often it is asked whether Slack can be reached: nothing else tells, while nobody presses. */
const beat = 30_000;

/** Signed requests to a port of ours. `reach` throws while Slack is out of reach. */
export function openHttp(
  door: { readonly signingSecret: string; readonly port: number },
  { take, reach, log }: { readonly take: Take; readonly reach: () => Promise<unknown>; readonly log: Log },
): Entrance {
  const { signingSecret, port } = door;
  const receiver = new HTTPReceiver({ signingSecret, port, endpoints: [path], logger: quietLogger(log) });
  receiver.init({ processEvent: take } as unknown as App);
  let server: Server | undefined;
  let isReached = true;
  let timer: NodeJS.Timeout | undefined;
  const feel = () =>
    void reach().then(
      () => {
        isReached = true;
      },
      () => {
        isReached = false;
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
