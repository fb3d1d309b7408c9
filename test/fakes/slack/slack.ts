import { Api } from "./api.js";
import { Calm } from "./calm.js";
import { catalogue } from "./catalogue.js";
import { Clock } from "./clock.js";
import { consent } from "./consent.js";
import { Delivery, type Outcome } from "./delivery.js";
import { emitter, eventParcel } from "./events.js";
import type { Json } from "./json.js";
import { type Extent, type Mishap, Mishaps } from "./mishaps.js";
import { newWorld } from "./new-world.js";
import { Pace } from "./pace.js";
import { Responses } from "./responses.js";
import { Signed } from "./signed.js";
import { Sockets } from "./sockets.js";
import { Web } from "./web.js";
import { Workspace, type WorkspaceOptions } from "./workspace.js";
import type { Call, World } from "./world.js";

export type SlackOptions = {
  /** Slack's clock in milliseconds, else one of its own: see `clock`. */
  readonly now?: () => number;
  /** The app's manifest; commands, events and scopes that it does not declare do not exist. None: all do. */
  readonly manifest?: unknown;
  /** Real milliseconds that Slack waits for an acknowledgement; 3000. */
  readonly patience?: number;
  /** Real milliseconds before each new try of an event; Slack's are about [0, 60_000, 300_000]. */
  readonly retries?: readonly number[];
  /** Limits measured by Slack's clock, by the real one, by another, or not at all. */
  readonly pace?: "clock" | "real" | "none" | (() => number);
  /** Others may install the app, and it is not in the Marketplace: Slack then lets it read little history. */
  readonly distributed?: boolean;
  /** Pictures that Slack can fetch. */
  readonly images?: readonly string[];
};

/**
 * A Slack of our own on loopback, as strict as the real one: Web API, Socket Mode, signed HTTP.
 *
 *     const slack = await startSlack({ manifest });
 *     const acme = slack.workspace({ name: "Acme" });
 *     const study = acme.channel("study");
 *     const ada = acme.person("Ada", { admin: true, tz: "Europe/Berlin" });
 *     // the bot: slackApiUrl: slack.api, token: acme.token, appToken: slack.appToken
 *     // or HTTP: slack.signingSecret, and slack.deliverTo("http://127.0.0.1:PORT/slack/events")
 *     await slack.connected();
 *     const shown = await ada.types(study, "/quiz kinesis");      // what she alone sees in the end
 *     await ada.presses(shown, "B");                              // or a message of study.messages()
 *     textOf(study.messages()[0])                                 // newest first; replies(message) is the thread
 *     slack.next("chat.postMessage", { status: 502, accepted: true });
 *     slack.sockets.refresh(); slack.delivery.copies = 2; slack.clock.stand(new Date("2026-01-05T09:00:00Z"));
 *     expect(slack.strange).toEqual([]);                          // nothing that Slack tolerates but is wrong
 *     await slack.close();
 *
 * A message is live: `{ ...message }` keeps an old screen. `slack.calm.linger = 0` ends an act with its
 * acknowledgement, for storms; the patience of three seconds is real time, everything else goes by Slack's clock.
 */
export async function startSlack(options: SlackOptions = {}): Promise<FakeSlack> {
  const slack = new FakeSlack(options);
  await slack.start();
  return slack;
}

/** How to drive it stands at `startSlack`. */
export class FakeSlack {
  readonly world: World;
  readonly clock = new Clock();
  /** Socket Mode: `refresh()`, `drop()`, `refusing`, `deaf`, `open`. */
  readonly sockets: Sockets;
  /** HTTP mode: `verifyUrl()`, `post(body, { secret, ageSeconds })`, `replay()`. */
  readonly signed: Signed;
  /** What was delivered; `copies` for duplicates, `again()`, `hold`. */
  readonly delivery: Delivery;
  /** `limited`, `impatient`; all zero where limits are off. */
  readonly pace: Pace;
  /** `linger` and `quiet`: how long an act waits; `until(condition)`. */
  readonly calm: Calm;
  private readonly web = new Web();
  private readonly mishaps = new Mishaps();
  private readonly responses: Responses;
  private readonly emit: ReturnType<typeof emitter>;
  private readonly parts: { readonly api: Api };

  constructor(options: SlackOptions) {
    const now = options.now ?? this.clock.now;
    const patience = () => options.patience ?? 3000;
    this.world = newWorld(options, now);
    this.sockets = new Sockets(this.world, patience);
    this.signed = new Signed(this.world, patience);
    const carrier = () => (this.signed.url === null ? this.sockets : this.signed);
    this.delivery = new Delivery(
      () => (parcel, retry) => carrier().carry(parcel, retry),
      options.retries ?? [0, 60_000, 300_000],
    );
    this.pace = new Pace(
      typeof options.pace === "function" ? options.pace : options.pace === "real" ? Date.now : now,
    );
    this.calm = new Calm(this.world, () => this.underWay);
    this.emit = emitter(this.world, this.delivery);
    this.responses = new Responses(this.world, () => this.origin);
    const methods = catalogue(() => `ws://127.0.0.1:${this.web.port}${this.sockets.ticket()}`);
    const pace = options.pace === "none" ? null : this.pace;
    this.parts = { api: new Api(this.world, { methods, pace, emit: this.emit, origin: () => this.origin }) };
  }

  async start(): Promise<void> {
    const { world, responses, sockets, mishaps } = this;
    await this.web.start({ world, responses, sockets, mishaps, api: this.parts.api });
  }

  get origin(): string {
    return `http://127.0.0.1:${this.web.port}`;
  }

  /** The address for `slackApiUrl`. */
  get api(): string {
    return `${this.origin}/api/`;
  }

  get appToken(): string {
    return this.world.appToken;
  }

  get signingSecret(): string {
    return this.world.signingSecret;
  }

  /** What Slack would have let pass, and the bot should not do. */
  get strange(): readonly string[] {
    return this.world.strange;
  }

  /** Calls, and deliveries that are not acknowledged, which are on their way. */
  get underWay(): number {
    return this.web.inFlight + this.delivery.pending;
  }

  /** Calls that were refused with 429. */
  get limited(): number {
    return this.pace.limited;
  }

  workspace(options: WorkspaceOptions = {}): Workspace {
    const { world, delivery, responses, emit, calm } = this;
    return new Workspace({ world, delivery, responses, emit, calm }, options);
  }

  /** Calls of a method so far, oldest first; `response_url` counts as one. */
  calls(method: string): readonly Call[] {
    return this.world.calls.filter((call) => call.method === method);
  }

  /** Lets the next calls of a method go wrong; `response_url` and `*` count as methods. */
  next(method: string, mishap: Mishap, extent: Extent = {}): void {
    this.mishaps.plan(method, mishap, extent);
  }

  /** Delivers an event as it is, whatever the app subscribed to. */
  async tells(workspace: Workspace, event: Json): Promise<Outcome> {
    return await this.delivery.send(eventParcel(this.world, workspace.team, event));
  }

  /** HTTP mode from now on. */
  deliverTo(url: string): void {
    this.signed.url = url;
  }

  /** Waits until so many connections are up. */
  async connected(connections = 1, within = 10_000): Promise<void> {
    await this.calm.until(() => this.sockets.open >= connections, within);
  }

  /** Cuts every connection, open ones too, and lets none in, or ends that. */
  goesDown(state: "down" | "up" = "down"): void {
    this.web.down = state === "down";
    if (state === "down") this.sockets.drop();
  }

  /** Consents to an installation as somebody in the browser does; gives the address that the browser goes to. */
  approves(authorizeUrl: string, workspace: Workspace): string {
    return consent(this.world, authorizeUrl, workspace.team);
  }

  /** Says no instead. */
  declines(authorizeUrl: string): string {
    return consent(this.world, authorizeUrl, null);
  }

  async close(): Promise<void> {
    this.delivery.close();
    this.signed.close();
    await this.sockets.close();
    await this.web.close();
  }
}
