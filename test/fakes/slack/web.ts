import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Answer, Api } from "./api.js";
import { takeUpload } from "./file-methods.js";
import { isRecord, type Json, parsed } from "./json.js";
import { goWrong, type Mishaps } from "./mishaps.js";
import { Refusal } from "./refusal.js";
import { type Asked, bodyOf, readCall } from "./request.js";
import type { Responses } from "./responses.js";
import type { Sockets } from "./sockets.js";
import type { Call, World } from "./world.js";

type Parts = {
  readonly world: World;
  readonly api: Api;
  readonly responses: Responses;
  readonly sockets: Sockets;
  readonly mishaps: Mishaps;
};

/** The HTTP server of Slack: the Web API, response_url, uploads, and the door to Socket Mode. */
export class Web {
  /** Requests under way. */
  inFlight = 0;
  /** Whether every connection is cut: Slack is out of reach. */
  down = false;
  private readonly server: Server;
  private parts: Parts | null = null;

  constructor() {
    this.server = createServer((request, response) => void this.take(request, response));
    this.server.on("upgrade", (request, socket, head) => {
      if (this.down || !this.parts) socket.destroy();
      else this.parts.sockets.upgrade(request, socket, head);
    });
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async start(parts: Parts): Promise<void> {
    this.parts = parts;
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.inFlight += 1;
    try {
      const body = await bodyOf(request);
      if (this.down) request.socket.destroy();
      else await this.route(request, response, body);
    } catch (problem) {
      this.parts?.world.strange.push(`this server broke: ${String(problem)}`);
      response.destroy();
    } finally {
      this.inFlight -= 1;
    }
  }

  private async route(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> {
    const path = new URL(request.url ?? "/", "http://slack").pathname;
    const [, room = "", ...rest] = path.split("/");
    if (room === "api") return await this.callApi(rest.join("/"), request, response, body);
    if (room === "actions" || room === "commands")
      return await this.respond(rest.at(-1) ?? "", response, body);
    if (room === "upload") return await this.upload(rest.at(-1) ?? "", request, response, body);
    this.parts?.world.strange.push(`unknown address: ${request.method} ${path}`);
    response.writeHead(404).end();
  }

  private async callApi(
    name: string,
    request: IncomingMessage,
    response: ServerResponse,
    body: Buffer,
  ): Promise<void> {
    const { world, api } = this.need();
    let asked: Asked;
    try {
      asked = await readCall(request, body);
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      send(response, { status: 200, body: problem.body(), headers: {} });
      return;
    }
    const { args, token } = asked;
    const call: Call = {
      method: name,
      args: readable(args),
      token,
      at: world.now(),
      answer: null,
      status: 0,
    };
    world.calls.push(call);
    await this.goThrough(name, call, response, {
      run: () => api.call(name, asked),
      limited: (seconds) => api.tooMany(name, asked, seconds),
    });
  }

  private async respond(id: string, response: ServerResponse, body: Buffer): Promise<void> {
    const { world, responses } = this.need();
    const said = parsed(body.toString());
    const args = isRecord(said) ? said : {};
    const call: Call = { method: "response_url", args, token: "", at: world.now(), answer: null, status: 0 };
    world.calls.push(call);
    const limited = (seconds: number) => ({
      status: 429,
      body: { ok: false, error: "ratelimited" },
      headers: { "retry-after": String(seconds) },
    });
    const run = () => {
      const { status, body: text } = responses.answer(id, body.toString());
      return { status, body: (parsed(text) as Json | undefined) ?? { text }, headers: {} };
    };
    await this.goThrough("response_url", call, response, { run, limited });
  }

  /** Carries a call out, or lets it go wrong as a test planned. */
  private async goThrough(
    name: string,
    call: Call,
    response: ServerResponse,
    how: { readonly run: () => Answer; readonly limited: (seconds: number) => Answer },
  ): Promise<void> {
    const mishap = this.need().mishaps.take(name, call.args, call.token);
    const answer = await goWrong(mishap, how);
    call.status = answer?.status ?? 0;
    call.answer = answer?.body ?? null;
    if (answer) send(response, answer);
    else response.destroy();
  }

  private async upload(
    key: string,
    request: IncomingMessage,
    response: ServerResponse,
    body: Buffer,
  ): Promise<void> {
    const { world } = this.need();
    const args = { length: body.length };
    const call: Call = { method: "upload", args, token: "", at: world.now(), answer: null, status: 0 };
    world.calls.push(call);
    const plain = (status: number, text: string) => ({ status, body: { text }, headers: {} });
    await this.goThrough("upload", call, response, {
      run: () => {
        const { status, words } = takeUpload(world, key, { method: request.method ?? "", body });
        return plain(status, words);
      },
      limited: () => plain(429, "ratelimited"),
    });
  }

  private need(): Parts {
    if (!this.parts) throw new Error("the server was not started");
    return this.parts;
  }
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const plain = typeof body.text === "string" && Object.keys(body).length === 1;
  const type = plain ? "text/html" : "application/json; charset=utf-8";
  response.writeHead(status, { "content-type": type, ...headers });
  response.end(plain ? String(body.text) : JSON.stringify(body));
}

/** Arguments with their JSON strings read, so that tests can look into them. */
function readable(args: Json): Json {
  const entries = Object.entries(args).map(([key, value]) => {
    const read = typeof value === "string" && /^[[{]/.test(value) ? parsed(value) : undefined;
    return [key, read ?? value] as const;
  });
  return Object.fromEntries(entries);
}
