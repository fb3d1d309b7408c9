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
  /** Whether events of this server, or of direct messages (null), come here. */
  covers(server: Server | null): boolean;
  /** Keeps a dispatch, and sends it if somebody listens. */
  put(event: string, data: object, silent: boolean): void;
  /** Sends what came after `from` in order, then RESUMED. */
  resume(socket: WebSocket, from: number): void;
  leave(socket: WebSocket): void;
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
    covers: (server) => (server ? Number((BigInt(server.id) >> 22n) % BigInt(count)) === shard : shard === 0),
    put: (event, data, silent) => {
      session.seq += 1;
      const text = JSON.stringify({ op: 0, t: event, s: session.seq, d: data });
      log.push({ s: session.seq, text });
      if (log.length > kept) log.splice(0, log.length - kept);
      if (!silent) session.socket?.send(text);
    },
    resume: (socket, from) => {
      session.socket = socket;
      if (session.seq === 0) return;
      for (const { s, text } of log) if (s > from) socket.send(text);
      session.put("RESUMED", { _trace: [] }, false);
    },
    leave: (socket) => {
      if (session.socket === socket) session.socket = null;
    },
  };
  return session;
}
