import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { isRecord } from "./form.js";
import type { Limits } from "./limits.js";
import { openLimits } from "./limits.js";
import type { Body } from "./messages.js";
import { type Plan, takePlan } from "./plan.js";
import { readBody } from "./read-body.js";
import { type Refusal, refusalIn, refuse } from "./refusal.js";
import type { World } from "./world.js";

export type Call = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
};

export type Answer = { readonly status: number; readonly json?: unknown };

/** What the server answers, by `METHOD /path/:name`. */
export type Routes = Readonly<Record<string, (call: Call) => Answer>>;

/** One request that came, and how it was answered. */
export type Seen = {
  readonly method: string;
  readonly route: string;
  readonly path: string;
  readonly json: unknown;
  readonly at: Date;
  /** 0: the connection was cut. */
  status: number;
  code: number;
  /** Whether `next` ordered this answer. */
  ordered: boolean;
};

export type Rest = {
  readonly requests: Seen[];
  readonly plans: Plan[];
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
};

/** Discord's REST API over these routes and no other. */
export function openRest(world: World, routes: Routes, limits: Limits): Rest {
  const requests: Seen[] = [];
  const plans: Plan[] = [];
  const find = router(routes);
  const counted = openLimits(limits);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://discord");
    const method = request.method ?? "GET";
    const raw = await readAll(request);
    const known = find(method, url.pathname);
    const seen: Seen = {
      method,
      route: known.route,
      path: url.pathname,
      json: peek(raw),
      at: world.now(),
      status: 0,
      code: 0,
      ordered: false,
    };
    requests.push(seen);
    const send = (status: number, json: unknown, headers: Record<string, string> = {}) => {
      seen.status = status;
      if (isRecord(json) && typeof json.code === "number" && status >= 400) seen.code = json.code;
      if (status === 204) return void response.writeHead(204, headers).end();
      response
        .writeHead(status, { "content-type": "application/json", ...headers })
        .end(JSON.stringify(json));
    };
    const turnAway = ({ status, ...rest }: Refusal, headers = {}) => send(status, rest, headers);
    try {
      if (!/^DiscordBot \(.+, .+\)/.test(request.headers["user-agent"] ?? "")) refuse("cloudflare");
      if (!/^\/api\/v10\//.test(url.pathname)) {
        world.strange.push(`${method} ${url.pathname}: not version 10`);
        refuse("version");
      }
      if (!known.run) {
        world.strange.push(`${method} ${url.pathname}: the test server knows no such route`);
        refuse(known.elsewhere ? "method" : "general");
      }
      const open = / \/(interactions|webhooks)\//.test(known.route);
      if (!open && request.headers.authorization !== `Bot ${world.token}`) refuse("unauthorized");
      const taken = counted.take(known.route, known.major);
      if (!taken.ok) return send(429, ...tooMany(taken.retryAfter, taken.global, taken.headers));

      const plan = takePlan(plans, known.route, url.pathname);
      seen.ordered = plan !== null;
      if (plan?.delay) await sleep(plan.delay);
      if (plan?.cut === "before") return hangUp(request, plan);
      if (plan?.status === 429) return send(429, ...tooMany(plan.retryAfter ?? 50, false, taken.headers));
      if (plan?.status && !plan.after)
        return send(plan.status, { code: plan.code ?? 0, message: plan.message ?? String(plan.status) });

      const { body, told } = await readBody(raw, request.headers["content-type"], method);
      if (told) refuse(told);
      const result = known.run({ params: known.params, query: url.searchParams, body });
      if (plan?.late) await sleep(plan.late);
      if (plan?.cut === "after") return hangUp(request, plan);
      if (plan?.status && plan.after)
        return send(plan.status, { code: plan.code ?? 0, message: plan.message ?? String(plan.status) });
      send(result.status, result.json ?? {}, { ...taken.headers });
    } catch (thrown) {
      const refusal = refusalIn(thrown);
      if (refusal) return turnAway(refusal);
      world.strange.push(
        `${method} ${url.pathname}: the test server broke: ${thrown instanceof Error ? thrown.stack : thrown}`,
      );
      send(500, { code: 0, message: "500: Internal Server Error" });
    }
  };
  return { requests, plans, answer };
}

function tooMany(
  wait: number,
  global: boolean,
  headers: Readonly<Record<string, string>>,
): [object, Record<string, string>] {
  const seconds = Math.max(0.001, wait / 1000);
  return [
    { message: "You are being rate limited.", retry_after: seconds, global },
    {
      ...headers,
      "retry-after": seconds.toFixed(3),
      "x-ratelimit-scope": global ? "global" : "user",
      ...(global ? { "x-ratelimit-global": "true" } : {}),
    },
  ];
}

type Found = {
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  /** The channel, server or webhook that the bucket belongs to. */
  readonly major: string;
  readonly run: Routes[string] | null;
  readonly elsewhere: boolean;
};

function router(routes: Routes): (method: string, path: string) => Found {
  const table = Object.entries(routes).map(([route, run]) => {
    const [method = "", pattern = ""] = route.split(" ");
    return { route, run, method, steps: pattern.split("/").slice(1) };
  });
  return (method, path) => {
    const steps = path
      .replace(/^\/api\/v\d+/, "")
      .split("/")
      .slice(1)
      .map(decodeURIComponent);
    const fitting = table.filter(
      (one) =>
        one.steps.length === steps.length &&
        one.steps.every((step, index) => step.startsWith(":") || step === steps[index]),
    );
    const here = fitting.find((one) => one.method === method);
    const params = Object.fromEntries(
      (here?.steps ?? []).flatMap((step, index) =>
        step.startsWith(":") ? [[step.slice(1), steps[index] ?? ""]] : [],
      ),
    );
    const major = steps[0] === "webhooks" ? steps.slice(1, 3).join("/") : (steps[1] ?? "");
    return {
      route: here?.route ?? `${method} ${path}`,
      params,
      major,
      run: here?.run ?? null,
      elsewhere: fitting.length > 0,
    };
  };
}

function hangUp({ socket }: IncomingMessage, { how }: Plan): void {
  if (how === "closed") socket.destroy();
  else socket.resetAndDestroy();
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function peek(raw: Buffer): unknown {
  const text = raw.toString("utf8");
  const json = text.startsWith("--")
    ? (/name="payload_json"[^\r]*\r\n(?:[^\r]+\r\n)*\r\n(.*)\r\n/.exec(text)?.[1] ?? "")
    : text;
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
