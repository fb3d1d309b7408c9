import type { Server as HttpServer } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { isRecord } from "./form.js";
import { refusedIdentify, shardOf } from "./identify.js";
import { userObject } from "./objects.js";
import { serverObject } from "./server-objects.js";
import { openSession, type Session } from "./session.js";
import type { Dispatch, World } from "./world.js";

export type Gateway = {
  readonly dispatch: Dispatch;
  /** Intents that the portal would have switched on. */
  readonly allowed: number;
  about(): object;
  readonly sessions: Session[];
  readonly identifies: { readonly at: Date; readonly real: number; readonly shard: number }[];
  /** IDENTIFYs of one bucket that came within five seconds. */
  crowded: number;
  readonly resumes: { readonly session: string; readonly from: number }[];
  /** Close codes that the server sent, for faults of the client. */
  readonly closed: number[];
  /** While true, nobody gets in. */
  down: boolean;
  /** How many dispatches that the client already has are sent once more on the next RESUME. */
  repeat: number;
  /** On a RESUME: whether Discord has forgotten the session. */
  forgetful: boolean;
  close(): Promise<void>;
};

export function openGateway(
  http: HttpServer,
  about: {
    readonly world: () => World;
    readonly url: () => string;
    readonly heartbeat: number;
    readonly shards: number;
    readonly allowed: number;
  },
): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  http.on("upgrade", (request, socket, head) => {
    if (gateway.down) return void socket.destroy();
    sockets.handleUpgrade(request, socket, head, (client) =>
      serve(client, new URL(request.url ?? "/", "http://x")),
    );
  });

  const gateway: Gateway = {
    allowed: about.allowed,
    sessions: [],
    identifies: [],
    crowded: 0,
    resumes: [],
    closed: [],
    down: false,
    repeat: 0,
    forgetful: false,
    about: () => {
      const used = today().length;
      return {
        url: about.url(),
        shards: about.shards,
        session_start_limit: {
          total: 1000,
          remaining: Math.max(0, 1000 - used),
          reset_after: 86_400_000,
          max_concurrency: 1,
        },
      };
    },
    dispatch: (event, data, { server, intent }) => {
      for (const session of gateway.sessions) {
        if ((session.intents & intent) === 0 && intent !== 0) continue;
        if (!session.covers(server)) continue;
        session.put(event, data);
      }
    },
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      await new Promise((done) => sockets.close(done));
    },
  };

  const today = () => {
    const now = about.world().now().getTime();
    return gateway.identifies.filter(({ at }) => now - at.getTime() < 86_400_000);
  };

  const serve = (client: WebSocket, url: URL) => {
    let session: Session | null = null;
    let received = 0;
    const since = Date.now();
    const end = (code: number) => {
      gateway.closed.push(code);
      client.close(code);
    };
    const send = (op: number, d: unknown) => client.send(JSON.stringify({ op, d, s: null, t: null }));
    if (url.searchParams.get("v") !== "10") return end(4012);
    if (url.searchParams.get("encoding") !== "json") return end(4002);
    client.on("close", () => session?.leave(client));
    client.on("message", (raw) => {
      received += 1;
      if (received > 120 && Date.now() - since < 60_000) return end(4008);
      const packet = parse(String(raw));
      if (!packet) return end(4002);
      const d = packet.d;
      if (packet.op === 1) return session?.frozen ? undefined : send(11, null);
      if (packet.op === 2) {
        if (session?.socket === client) return end(4005);
        const code = refusedIdentify(d, {
          world: about.world(),
          allowed: about.allowed,
          shards: about.shards,
          today: today().length,
        });
        if (code) return end(code);
        session = identify(isRecord(d) ? d : {}, client);
        return;
      }
      if (packet.op === 6) {
        if (session?.socket === client) return end(4005);
        return void resume(isRecord(d) ? d : {});
      }
      if (!session) return end(4003);
      if (packet.op !== 3 && packet.op !== 4 && packet.op !== 8) end(4001);
    });
    const resume = (d: Record<string, unknown>): void => {
      if (d.token !== about.world().token) {
        end(4004);
        return;
      }
      const known = gateway.sessions.find(({ id }) => id === d.session_id);
      if (!known || gateway.forgetful) {
        gateway.forgetful = false;
        if (known) gateway.sessions.splice(gateway.sessions.indexOf(known), 1);
        send(9, false);
        return;
      }
      const from = Number(d.seq);
      if (!Number.isInteger(from) || from > known.seq) {
        end(4007);
        return;
      }
      gateway.resumes.push({ session: known.id, from });
      session = known;
      known.resume(client, Math.max(0, from - gateway.repeat));
      gateway.repeat = 0;
    };
    send(10, { heartbeat_interval: about.heartbeat });
  };

  const identify = (d: Record<string, unknown>, client: WebSocket): Session => {
    const world = about.world();
    const [shard, count] = shardOf(d);
    if (gateway.identifies.some(({ real }) => Date.now() - real < 5000)) gateway.crowded += 1;
    gateway.identifies.push({ at: world.now(), real: Date.now(), shard });
    const session = openSession({ intents: Number(d.intents), shard, count });
    const old = gateway.sessions.filter(
      (one) => one.shard === shard && one.count === count && one.socket === null,
    );
    for (const one of old) gateway.sessions.splice(gateway.sessions.indexOf(one), 1);
    session.resume(client, 0);
    const own = [...world.servers.values()].filter((server) => server.joined && session.covers(server));
    const { id, name } = world.bot;
    const ready = {
      v: 10,
      user: { ...userObject(world.bot), verified: true, mfa_enabled: false, flags: 0 },
      guilds: own.map((server) => ({ id: server.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: `${about.url()}/resume`,
      shard: [shard, count],
      application: { id, name, flags: 1 << 23 },
      private_channels: [],
    };
    session.put("READY", ready);
    if ((session.intents & 1) !== 0)
      for (const server of own)
        if (!server.unavailable) session.put("GUILD_CREATE", serverObject(server, world));
    gateway.sessions.push(session);
    return session;
  };
  return gateway;
}

function parse(raw: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(raw);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
