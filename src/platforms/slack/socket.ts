import { setTimeout as sleep } from "node:timers/promises";
import { type App, SocketModeReceiver } from "@slack/bolt";
import { objectOf } from "./body.js";
import type { Entrance, Take } from "./door.js";
import { waitOf, wordOf } from "./faults.js";
import { clientOptions, quietLogger } from "./lines.js";
import { type Log, SlackFault } from "./parts.js";

export type SocketParts = {
  readonly appToken: string;
  readonly api: string | null;
  readonly log: Log;
  readonly take: Take;
};

/** So many sockets at once: Slack renews each about hourly, and deals with what happens over those that are there. */
const lines = 2;
/** A line that is silent for so many milliseconds is taken for dead. */
const silence = 4000;
/** A socket that does not say hello within this will not. */
const patience = 15_000;
/** What ends sooner than this did not really stand. */
const shortLife = 10_000;
/** After Slack has said that it will close a socket, what came over it is still acknowledged for so long. */
const farewell = 1600;

/**
 * Socket Mode that stays up. The library would reconnect by itself, but late, and never again after some failures: so
 * each line is a loop of ours, and a new socket is opened before the old one is gone.
 */
export function openSockets(parts: SocketParts): Entrance {
  const all = Array.from({ length: lines }, () => keepLine(parts));
  return {
    open: async () => {
      const [first, ...more] = all;
      await first?.open();
      for (const line of more) line.keep();
    },
    connected: () => all.some((line) => line.connected()),
    close: async () => {
      await Promise.all(all.map((line) => line.close()));
    },
  };
}

/** `keep` goes on trying whatever comes; `open` gives up where the first socket does not open. */
type Line = Entrance & { keep(): void };

function keepLine(parts: SocketParts): Line {
  const closing = new AbortController();
  let up: Socket | undefined;
  /** Sockets that Slack is about to close: what comes over them is still taken. */
  let leaving = 0;

  async function keep(): Promise<void> {
    for (let failures = 0; !closing.signal.aborted; ) {
      const since = performance.now();
      let asked = 0;
      try {
        up ??= await connect(parts);
        await up.ended;
        leaving += 1;
        void up.gone.then(() => {
          leaving -= 1;
        });
        failures = performance.now() - since < shortLife ? failures + 1 : 0;
      } catch (error) {
        failures += 1;
        asked = waitOf(error) ?? 0;
        if (failures === 2) parts.log.warn("Slack’s socket does not open", { why: whyOf(error) });
      }
      up = undefined;
      // What ends once or twice is renewed at once.
      const pause = Math.max(asked, failures < 3 ? 0 : Math.min(30_000, 125 * 2 ** failures));
      await sleep(pause, undefined, { signal: closing.signal, ref: false }).catch(() => {});
    }
  }

  return {
    async open() {
      try {
        up = await connect(parts);
      } catch (error) {
        throw faultOf(error);
      }
      void keep();
    },
    keep: () => void keep(),
    connected: () => up !== undefined || leaving > 0,
    async close() {
      closing.abort();
      const last = up;
      up = undefined;
      await last?.close();
    },
  };
}

/** `ended`: another one is needed; `gone`: nothing comes over it any more. */
type Socket = {
  readonly ended: Promise<void>;
  readonly gone: Promise<void>;
  readonly close: () => Promise<void>;
};

/** One socket, from hello to its end. */
async function connect({ appToken, api, log, take }: SocketParts): Promise<Socket> {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: quietLogger(log),
    autoReconnectEnabled: false,
    clientPingTimeout: silence,
    installerOptions: { clientOptions: { ...clientOptions({ api, log }), timeout: 10_000 } },
  });
  receiver.init({ processEvent: take } as unknown as App);
  const { client } = receiver;
  const gone = new Promise<void>((resolve) => void client.once("disconnected", () => resolve()));
  const leaving = new Promise<void>((resolve) => {
    const hear = client.listeners("ws_message") as ((data: unknown, isBinary: boolean) => void)[];
    client.removeAllListeners("ws_message");
    client.on("ws_message", (data: unknown, isBinary: boolean) => {
      const pass = () => {
        for (const one of hear) one(data, isBinary);
      };
      if (typeof data !== "string" || objectOf(data).type !== "disconnect") return pass();
      setTimeout(pass, farewell).unref();
      resolve();
    });
  });
  const close = async () => {
    // The first time Slack is asked to say goodbye, the second time nobody waits for it.
    for (const wait of [500, 0]) {
      await receiver.stop();
      await Promise.race([gone, sleep(wait, undefined, { ref: false })]);
    }
  };
  try {
    await Promise.race([receiver.start(), late()]);
  } catch (error) {
    void close().catch(() => {});
    throw error;
  }
  return { ended: Promise.race([gone, leaving]), gone, close };
}

async function late(): Promise<never> {
  await sleep(patience, undefined, { ref: false });
  throw new Error("Slack answers, but does not say hello");
}

function whyOf(error: unknown): string {
  return wordOf(error) ?? String((error as Error | undefined)?.message ?? "the connection broke");
}

const apps = "https://api.slack.com/apps";

function faultOf(cause: unknown): SlackFault {
  const word = wordOf(cause);
  if (
    word === "invalid_auth" ||
    word === "not_allowed_token_type" ||
    word === "not_authed" ||
    word === "token_revoked"
  ) {
    const words = `Slack does not know this app token (${word}): open ${apps}, choose the app, make a token with connections:write under Basic Information › App-Level Tokens, and put it into SLACK_APP_TOKEN. It begins with xapp-.`;
    return new SlackFault(words, { cause });
  }
  return new SlackFault(
    `Slack’s Socket Mode does not open: ${whyOf(cause)}. Switch it on under Socket Mode in the app’s settings at ${apps}; look at https://slack-status.com, and at SLACK_API if it is set.`,
    { cause },
  );
}
