import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Outcome, Parcel, Retry } from "./delivery.js";
import { isRecord, parsed, recordIn } from "./json.js";
import { newUuid, type World } from "./world.js";

type Waiting = {
  readonly parcel: Parcel;
  readonly on: WebSocket;
  readonly settle: (outcome: Outcome) => void;
};

export type DisconnectReason = "refresh_requested" | "warning" | "too_many_websockets" | "link_disabled";

/** Socket Mode: connections of the app, and envelopes on one of them at a time. */
export class Sockets {
  /** Whether new connections are turned away; opening one over the API still works. */
  refusing = false;
  /** Whether the server is silent on connections that are up: no pong, no envelope, no farewell. */
  deaf = false;
  /** Connections that ever came up. */
  opened = 0;
  private readonly server = new WebSocketServer({ noServer: true, autoPong: false });
  private readonly tickets = new Map<string, number>();
  private readonly live: WebSocket[] = [];
  private readonly waiting = new Map<string, Waiting>();
  private readonly world: World;
  private readonly patience: () => number;
  private turn = 0;

  constructor(world: World, patience: () => number) {
    this.world = world;
    this.patience = patience;
  }

  get open(): number {
    return this.live.length;
  }

  /** The path of an address good for one connection. */
  ticket(): string {
    const ticket = newUuid();
    this.tickets.set(ticket, Date.now());
    return `/link/?ticket=${ticket}&app_id=${this.world.appId}`;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? "/", "http://slack").searchParams.get("ticket") ?? "";
    const issued = this.tickets.get(ticket);
    this.tickets.delete(ticket);
    if (this.refusing || issued === undefined || Date.now() - issued > 30_000) {
      socket.end("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n");
      return;
    }
    this.server.handleUpgrade(request, socket, head, (fresh) => this.welcome(fresh));
  }

  carry(parcel: Parcel, retry: Retry | null): Promise<Outcome> {
    this.turn += 1;
    const on = this.live[this.turn % Math.max(1, this.live.length)];
    if (!on) return Promise.resolve({ kind: "failed", word: "dispatch_failed", reason: "connection_failed" });
    const id = newUuid();
    const frame = {
      envelope_id: id,
      payload: parcel.payload,
      type: parcel.type,
      accepts_response_payload: parcel.answers,
      ...(parcel.type === "events_api"
        ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? "" }
        : {}),
    };
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(failed("operation_timeout")), this.patience());
      timer.unref();
      const settle = (outcome: Outcome) => {
        clearTimeout(timer);
        this.waiting.delete(id);
        resolve(outcome);
      };
      this.waiting.set(id, { parcel, on, settle });
      if (!this.deaf) on.send(JSON.stringify(frame));
    });
  }

  /** Tells every connection to go away, as Slack does about once an hour. */
  refresh(reason: DisconnectReason = "refresh_requested"): void {
    for (const one of this.live) this.dismiss(one, reason);
  }

  /** Cuts every connection without a word. */
  drop(): void {
    for (const one of [...this.live]) one.terminate();
  }

  /** Sends every connection something that is no envelope. */
  babble(frame: string): void {
    for (const one of this.live) one.send(frame);
  }

  async close(): Promise<void> {
    for (const { settle } of [...this.waiting.values()]) settle(failed("dispatch_failed"));
    const closed = this.live.map((one) => new Promise((resolve) => one.once("close", resolve)));
    for (const one of this.live) one.close(1001);
    await Promise.race([Promise.all(closed), new Promise((resolve) => setTimeout(resolve, 200))]);
    this.drop();
    this.server.close();
  }

  private welcome(fresh: WebSocket): void {
    this.opened += 1;
    if (this.live.length >= 10) {
      this.dismiss(fresh, "too_many_websockets");
      return;
    }
    this.live.push(fresh);
    fresh.on("ping", (data) => {
      if (!this.deaf) fresh.pong(data);
    });
    fresh.on("message", (data) => this.hear(String(data), fresh));
    fresh.on("error", () => {});
    const pings = setInterval(() => (this.deaf ? undefined : fresh.ping("Ping from server")), 1000);
    pings.unref();
    fresh.on("close", () => {
      clearInterval(pings);
      this.live.splice(this.live.indexOf(fresh), 1);
      for (const { on, settle } of [...this.waiting.values()])
        if (on === fresh) settle(failed("operation_timeout"));
    });
    if (this.deaf) return;
    fresh.send(
      JSON.stringify({
        type: "hello",
        num_connections: this.live.length,
        debug_info: { host: "applink-fake", build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: this.world.appId },
      }),
    );
  }

  private dismiss(one: WebSocket, reason: DisconnectReason): void {
    one.send(JSON.stringify({ type: "disconnect", reason, debug_info: { host: "applink-fake" } }));
    setTimeout(() => one.close(), 1000).unref();
  }

  private hear(frame: string, from: WebSocket): void {
    const said = parsed(frame);
    const id = isRecord(said) ? String(said.envelope_id) : "";
    const waiting = this.waiting.get(id);
    if (!waiting || waiting.on !== from) {
      this.world.strange.push(`socket: acknowledged what was not waiting: ${frame.slice(0, 200)}`);
      return;
    }
    const payload = recordIn(said).payload;
    if (!waiting.parcel.answers && isRecord(payload) && Object.keys(payload).length > 0) {
      this.world.strange.push(
        `socket: a reply in an acknowledgement that takes none: ${frame.slice(0, 200)}`,
      );
    }
    waiting.settle({ kind: "acked", payload });
  }
}

function failed(word: string): Outcome {
  return { kind: "failed", word, reason: "timeout" };
}
