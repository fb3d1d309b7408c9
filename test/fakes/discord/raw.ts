import { WebSocket } from "ws";
import type { FakeDiscord } from "./discord.js";
import { isRecord } from "./form.js";

export type RawAnswer = {
  readonly status: number;
  readonly code: number;
  readonly json: Record<string, unknown>;
  readonly headers: Headers;
};

/** One request as it goes over the wire, without a library that would mend it. */
export async function send(
  fake: FakeDiscord,
  route: string,
  body?: unknown,
  more: Readonly<Record<string, string>> = {},
): Promise<RawAnswer> {
  const [method = "GET", path = ""] = route.split(" ");
  const isForm = body instanceof FormData;
  const answer = await fetch(`${fake.api}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${fake.world.token}`,
      "user-agent": "DiscordBot (https://cuecard.example, 1)",
      ...(isForm || body === undefined ? {} : { "content-type": "application/json" }),
      ...more,
    },
    ...(body === undefined ? {} : { body: isForm || typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const json: unknown = text === "" ? {} : JSON.parse(text);
  const record = isRecord(json) ? json : { list: json };
  return { status: answer.status, code: Number(record.code ?? 0), json: record, headers: answer.headers };
}

/** The codes of the errors below a refusal, each with its field: `embeds.0.title: BASE_TYPE_MAX_LENGTH`. */
export function fieldsIn(errors: unknown, path: readonly string[] = []): readonly string[] {
  if (!isRecord(errors)) return [];
  const own = Array.isArray(errors._errors)
    ? errors._errors.filter(isRecord).map(({ code }) => `${path.join(".")}: ${code}`)
    : [];
  return [
    ...own,
    ...Object.entries(errors).flatMap(([key, inner]) =>
      key === "_errors" ? [] : fieldsIn(inner, [...path, key]),
    ),
  ];
}

export type Packet = {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: unknown;
};

/** A connection to the gateway that says only what it is told to say. */
export type RawSocket = {
  readonly packets: readonly Packet[];
  say(op: number, d: unknown): void;
  saySomething(text: string): void;
  identify(more?: object): void;
  /** The next packet that fits, of those that came and of those to come. */
  until(fits: (packet: Packet) => boolean): Promise<Packet>;
  closed(): Promise<number>;
  close(): void;
};

export async function connect(fake: FakeDiscord, query = "v=10&encoding=json"): Promise<RawSocket> {
  const socket = new WebSocket(`${fake.api.replace("http", "ws").replace("/api", "")}/?${query}`);
  const packets: Packet[] = [];
  const waiting = new Set<() => void>();
  const code = new Promise<number>((resolve) => socket.on("close", resolve));
  socket.on("message", (raw) => {
    packets.push(JSON.parse(String(raw)) as Packet);
    for (const look of waiting) look();
  });
  await new Promise((resolve, reject) => {
    socket.on("open", resolve);
    socket.on("error", reject);
  });
  const say = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d }));
  return {
    packets,
    say,
    saySomething: (text) => socket.send(text),
    identify: (more = {}) =>
      say(2, { token: fake.world.token, intents: 1 | 4096, properties: { os: "linux" }, ...more }),
    until: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const found = packets.find(fits);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    closed: () => code,
    close: () => socket.terminate(),
  };
}
