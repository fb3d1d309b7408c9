import { createHmac } from "node:crypto";
import { Agent } from "node:http";
import type { Outcome, Parcel, Retry } from "./delivery.js";
import { exchange, type Heard, Slow } from "./exchange.js";
import { type Json, parsed } from "./json.js";
import type { World } from "./world.js";

/** One HTTP request to the app, as it was sent. */
export type SentRequest = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

export type Answered = { readonly status: number; readonly text: string };

/** HTTP mode: signed requests to the app's own address. */
export class Signed {
  /** The app's request URL; null: Socket Mode. */
  url: string | null = null;
  /** Every request, oldest first. */
  readonly sent: SentRequest[] = [];
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 128 });
  private readonly world: World;
  private readonly patience: () => number;

  constructor(world: World, patience: () => number) {
    this.world = world;
    this.patience = patience;
  }

  async carry(parcel: Parcel, retry: Retry | null): Promise<Outcome> {
    const extra = retry
      ? { "x-slack-retry-num": String(retry.num), "x-slack-retry-reason": retry.reason }
      : {};
    try {
      const heard = await this.request(
        this.sign(bodyOf(parcel), { headers: { ...typeOf(parcel), ...extra } }),
      );
      if (heard.status >= 200 && heard.status < 300) return { kind: "acked", payload: answerIn(heard.text) };
      const word = heard.status < 500 ? "http_client_error" : "http_service_error";
      const final = heard.headers["x-slack-no-retry"] === "1";
      return { kind: "failed", word, reason: "http_error", ...(final ? { final: true as const } : {}) };
    } catch (problem) {
      const slow = problem instanceof Slow;
      return slow
        ? { kind: "failed", word: "operation_timeout", reason: "http_timeout" }
        : { kind: "failed", word: "dispatch_failed", reason: "connection_failed" };
    }
  }

  /** Asks the app to prove its address, as Slack does when the address is entered. */
  async verifyUrl(challenge = "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"): Promise<Answered> {
    return await this.post(JSON.stringify({ type: "url_verification", token: "legacy", challenge }));
  }

  /** Sends a body with a signature that can be wrong: another secret, or a time so many seconds ago. */
  async post(
    body: string,
    spoil: {
      readonly secret?: string;
      readonly ageSeconds?: number;
      readonly headers?: Record<string, string>;
    } = {},
  ): Promise<Answered> {
    return await this.raw(this.sign(body, spoil));
  }

  /** Sends the newest request again, to the letter; `index` counts from the oldest, or back from the newest. */
  async replay(index = -1): Promise<Answered> {
    const found = this.sent.at(index);
    if (!found) throw new Error("nothing was sent yet");
    return await this.raw(found);
  }

  private async raw(request: SentRequest): Promise<Answered> {
    const { status, text } = await this.request(request);
    return { status, text };
  }

  close(): void {
    this.agent.destroy();
  }

  private sign(
    body: string,
    how: {
      readonly secret?: string;
      readonly ageSeconds?: number;
      readonly headers?: Record<string, string>;
    },
  ): SentRequest {
    const at = Math.floor(Date.now() / 1000) - (how.ageSeconds ?? 0);
    const hmac = createHmac("sha256", how.secret ?? this.world.signingSecret).update(`v0:${at}:${body}`);
    return {
      body,
      headers: {
        "content-type": "application/json",
        "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        "x-slack-request-timestamp": String(at),
        "x-slack-signature": `v0=${hmac.digest("hex")}`,
        ...how.headers,
      },
    };
  }

  private async request(request: SentRequest): Promise<Heard> {
    if (this.url === null) throw new Error("the app has no request URL");
    this.sent.push(request);
    return await exchange(this.url, { ...request, agent: this.agent, patience: this.patience() });
  }
}

function typeOf(parcel: Parcel): Record<string, string> {
  return parcel.type === "events_api"
    ? { "content-type": "application/json" }
    : { "content-type": "application/x-www-form-urlencoded" };
}

function bodyOf(parcel: Parcel): string {
  switch (parcel.type) {
    case "events_api":
      return JSON.stringify(parcel.payload);
    case "interactive":
      return new URLSearchParams({ payload: JSON.stringify(parcel.payload) }).toString();
    case "slash_commands":
      return new URLSearchParams(stringsIn(parcel.payload)).toString();
  }
}

function stringsIn(payload: Json): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]));
}

function answerIn(text: string): unknown {
  const value = parsed(text);
  return value ?? (text === "" ? {} : { text });
}
