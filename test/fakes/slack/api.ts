import type { Json } from "./json.js";
import type { Caller, Emit, Method } from "./method.js";
import { text } from "./method.js";
import type { Pace } from "./pace.js";
import { Refusal } from "./refusal.js";
import type { Asked } from "./request.js";
import type { Team, World } from "./world.js";

export type Answer = {
  readonly status: number;
  readonly body: Json;
  readonly headers: Readonly<Record<string, string>>;
};

/** The Web API: who calls, whether they may, how often, and then the method itself. */
export class Api {
  private readonly world: World;
  private readonly methods: Readonly<Record<string, Method>>;
  private readonly pace: Pace | null;
  private readonly emit: Emit;
  private readonly origin: () => string;

  constructor(
    world: World,
    parts: { methods: Readonly<Record<string, Method>>; pace: Pace | null; emit: Emit; origin: () => string },
  ) {
    this.world = world;
    this.methods = parts.methods;
    this.pace = parts.pace;
    this.emit = parts.emit;
    this.origin = parts.origin;
  }

  call(name: string, { args, token }: Asked): Answer {
    try {
      return this.carryOut(name, args, token);
    } catch (problem) {
      if (problem instanceof Refusal) return { status: 200, body: problem.body(), headers: {} };
      throw problem;
    }
  }

  /** A 429 that a test asked for. */
  tooMany(name: string, { args, token }: Asked, seconds: number): Answer {
    const team = [...this.world.teams.values()].find((one) => one.token === token);
    const channel = name === "chat.postMessage" ? ` ${text(args, "channel")}` : "";
    this.pace?.bar(`${team?.id ?? "app"} ${name}${channel}`, seconds);
    return limited(seconds);
  }

  private carryOut(name: string, args: Json, token: string): Answer {
    const method = this.methods[name];
    if (!method) {
      this.world.strange.push(`unknown method: ${name}`);
      throw new Refusal("unknown_method");
    }
    const team = this.authenticate(method, token);
    const key = { team: team?.id ?? "app", method: name, channel: text(args, "channel") };
    const read = name === "conversations.history" || name === "conversations.replies";
    const tier = this.world.distributed && read ? 1 : method.tier;
    const wait = this.pace?.take(tier, key) ?? 0;
    if (wait > 0) return limited(wait);
    const { world, emit } = this;
    const caller: Caller = { world, team: team ?? nobody, args, emit, origin: this.origin() };
    const needed = method.scopes(caller);
    const provided = [...(team?.scopes ?? [])];
    if (needed.length > 0 && !needed.some((scope) => provided.includes(scope))) {
      const more = { needed: needed.join(","), provided: provided.join(",") };
      throw new Refusal("missing_scope", [], more);
    }
    const known = [...method.required, ...method.optional, "team_id"];
    const unknown = Object.keys(args).filter((one) => !known.includes(one));
    if (unknown.length > 0) world.strange.push(`${name}: unknown ${unknown.join(", ")}`);
    const missing = method.required.filter((one) => args[one] === undefined || args[one] === "");
    if (missing.length > 0) {
      throw new Refusal(
        "invalid_arguments",
        missing.map((one) => `missing required field: ${one}`),
      );
    }
    const headers = { "x-oauth-scopes": provided.join(","), "x-accepted-oauth-scopes": needed.join(",") };
    return { status: 200, body: method.run(caller), headers: team ? headers : {} };
  }

  /** Null where the method belongs to the app and to no workspace. */
  private authenticate(method: Method, token: string): Team | null {
    if (method.token === "none") return null;
    if (token === "") throw new Refusal("not_authed");
    if (method.token === "app") {
      if (token === this.world.appToken) return null;
      throw new Refusal(token.startsWith("xoxb-") ? "not_allowed_token_type" : "invalid_auth");
    }
    const team = [...this.world.teams.values()].find((one) => one.token === token);
    if (!team) throw new Refusal(token.startsWith("xapp-") ? "not_allowed_token_type" : "invalid_auth");
    switch (team.standing) {
      case "installed":
        return team;
      case "revoked":
        throw new Refusal("token_revoked");
      case "uninstalled":
        throw new Refusal("account_inactive");
    }
  }
}

const nobody: Team = {
  id: "",
  name: "",
  enterprise: null,
  orgWide: false,
  botUser: "",
  botId: "",
  token: "",
  scopes: new Set(),
  standing: "installed",
  groups: [],
};

function limited(seconds: number): Answer {
  return {
    status: 429,
    body: { ok: false, error: "ratelimited" },
    headers: { "retry-after": String(seconds) },
  };
}
