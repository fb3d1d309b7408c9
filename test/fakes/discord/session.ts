import type { WebSocket } from "ws";
import type { Server } from "./world.js";

/** One shard's stay at the gateway, which outlives its connections. */
export type Session = {
  readonly id: string;
  readonly intents: number;
  readonly shard: number;
  readonly count: number;
  socket: WebSocket | null;
  seq: number;
  /** Nothing is sent and no heartbeat answered until the client comes anew. */
  frozen: boolean;
  /** Whether events of this server, or of direct messages (null), come here. */
  covers(server: Server | null): boolean;
  /** Keeps a dispatch, and sends it if somebody listens. */
  put(event: string, data: object): void;
  /** Sends what came after `from` in order, then RESUMED. */
  resume(socket: WebSocket, from: number): void;
  leave(socket: WebSocket): void;
  /** Sends the last dispatches once more. */
  again(count: number): void;
};

/** What a session keeps for a replay. */
const kept = 50_000;

export function openSession({
  intents,
  shard,
  count,
}: {
  intents: number;
  shard: number;
  count: number;
}): Session {
  const log: { readonly s: number; readonly text: string }[] = [];
  const session: Session = {
    id: crypto.randomUUID().replaceAll("-", ""),
    intents,
    shard,
    count,
    socket: null,
    seq: 0,
    frozen: false,
    covers: (server) => (server ? Number((BigInt(server.id) >> 22n) % BigInt(count)) === shard : shard === 0),
    put: (event, data) => {
      session.seq += 1;
      const text = JSON.stringify({ op: 0, t: event, s: session.seq, d: data });
      log.push({ s: session.seq, text });
      if (log.length > kept) log.splice(0, log.length - kept);
      if (!session.frozen) session.socket?.send(text);
    },
    resume: (socket, from) => {
      session.socket = socket;
      session.frozen = false;
      if (session.seq === 0) return;
      for (const { s, text } of log) if (s > from) socket.send(text);
      session.put("RESUMED", { _trace: [] });
    },
    leave: (socket) => {
      if (session.socket === socket) session.socket = null;
    },
    again: (count) => {
      for (const { text } of log.slice(-count)) session.socket?.send(text);
    },
  };
  return session;
}
