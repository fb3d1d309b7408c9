import { join } from "node:path";
import type { App, Log } from "../../src/app/app.js";
import { makeInbox } from "../../src/app/inbox.js";
import { loadBank } from "../../src/app/load-bank.js";
import { postDaily, showTallies } from "../../src/app/post-daily.js";
import { encodeAction } from "../../src/core/action.js";
import { makeBank } from "../../src/core/bank.js";
import { hour, minute } from "../../src/core/calendar.js";
import { noTerms } from "../../src/core/terms.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import { questionsIn } from "../support/app.js";
import { FakePlatform, fakeChannel, fakePerson } from "../support/fake-platform.js";
import { wrongIn } from "./checks.js";
import { Keys } from "./keys.js";
import { people, question, wishOn } from "./wonders.js";

const place = { kind: "channel", id: fakeChannel, name: "#study" } as const;

/** The whole bot under random steps, and what an outsider knows of it: who was told that which answer is kept. */
export class Model {
  readonly platform = new FakePlatform();
  /** `round person` → the answer that was confirmed first. */
  readonly confirmed = new Map<string, string>();
  /** The same of those who were erased since: they never answer that round again. */
  private readonly forgotten = new Set<string>();
  readonly faults: string[] = [];
  private readonly file: string;
  private readonly notes = Array.from({ length: 12 }, (_, at) => question(at, at % 3));
  private readonly keys = new Keys();
  private now = new Date("2026-03-02T07:00:00Z");
  private app: App | undefined;

  private readonly dice: () => number;

  constructor(folder: string, dice: () => number) {
    this.dice = dice;
    this.file = join(folder, "model.db");
    for (const at of this.notes.keys()) this.keys.edited(at, at % 3);
  }

  async start(): Promise<void> {
    const log: Log = {
      info: () => {},
      warn: () => {},
      error: (words, cause) => this.faults.push(`${words} ${cause}`),
    };
    const platforms = new Map([[this.platform.name, this.platform]]);
    this.app = {
      store: await openStore(this.file),
      log,
      clock: () => this.now,
      ...{ bank: { now: makeBank([]) }, terms: { now: noTerms } },
      platforms,
      workspaces: null,
    };
    await this.study();
    await this.platform.start(makeInbox(this.app));
    await this.tick();
  }

  async stop(): Promise<void> {
    await this.platform.stop();
    await this.app?.store.close();
  }

  get running(): App {
    if (!this.app) throw new Error("the model is not started");
    return this.app;
  }

  async say(name: string, words: string): Promise<void> {
    await this.send(name, { kind: "command", words });
  }

  /** One random step. */
  async step(): Promise<void> {
    await this.move();
    this.keys.observe(await this.running.store.openRounds(fakeChannel));
  }

  private async move(): Promise<void> {
    const luck = this.dice();
    if (luck < 0.75) return await this.press();
    if (luck < 0.9) return await this.walk(1 + Math.floor(this.dice() * 3));
    if (luck < 0.96) return await this.walk(8, 110 * minute);
    if (luck < 0.965) return this.jump(this.dice() * 80 * hour);
    if (luck < 0.967) return this.jump(-hour);
    if (luck < 0.969 || luck > 0.996) return await this.edit();
    if (luck < 0.972) return this.mishap();
    if (luck < 0.99) return await this.wish();
    if (luck < 0.992) return await this.forget();
    if (luck < 0.994) return await this.restart();
  }

  /** What is wrong, in words; nothing, always. */
  async check(): Promise<readonly string[]> {
    const { store } = this.running;
    const seen = { confirmed: this.confirmed, posted: this.platform.inChannel(fakeChannel), keys: this.keys };
    return [...(await store.audit()), ...this.faults, ...(await wrongIn(store, seen))];
  }

  private async press(): Promise<void> {
    const rounds = this.platform.inChannel(fakeChannel);
    const posted = rounds[Math.floor(this.dice() ** 8 * rounds.length)];
    if (!posted?.key) return;
    const name = people[Math.floor(this.dice() ** 4 * people.length)] ?? "";
    const picks = 1 << Math.floor(this.dice() * 3);
    const press = encodeAction({ kind: "pick", key: posted.key, picks });
    const reply = await this.send(name, { kind: "press", press });
    const told = `${reply.whisper?.summary}`;
    if (!/^(Right|Not this one)\./.test(told)) return;
    const entry = `${posted.key} ${fakePerson(name)}`;
    if (this.forgotten.has(entry)) this.faults.push(`${entry}: answered, erased, and answered again`);
    if (!this.confirmed.has(entry)) this.confirmed.set(entry, JSON.stringify({ kind: "picked", picks }));
  }

  private send(name: string, did: Parameters<FakePlatform["send"]>[0]["did"]) {
    return this.platform.send({ at: this.now, person: personOf(name), place, did });
  }

  private async walk(ticks: number, by = 7 * minute): Promise<void> {
    for (let tick = 0; tick < ticks; tick += 1) {
      await this.live(by);
      await this.tick();
    }
  }

  /** Time passes and the bot lives: its heart beats between the ticks too. */
  private async live(by: number): Promise<void> {
    const { store } = this.running;
    const start = this.now.getTime();
    const beats = Array.from(
      { length: Math.floor(by / (2 * minute)) },
      (_, at) => start + (at + 1) * 2 * minute,
    );
    await Promise.all(beats.map((at) => store.heartbeat(this.platform.name, new Date(at))));
    this.now = new Date(start + by);
  }

  private jump(by: number): void {
    this.now = new Date(this.now.getTime() + by);
  }

  private async tick(): Promise<void> {
    await postDaily(this.running, this.now);
    await showTallies(this.running, this.now);
  }

  private async edit(): Promise<void> {
    const at = Math.floor(this.dice() * this.notes.length);
    const right = this.dice() < 0.3 ? null : Math.floor(this.dice() * 3);
    this.notes[at] = right === null ? "" : question(at, right);
    await this.study();
    if (right !== null) this.keys.edited(at, right);
  }

  private async study(): Promise<void> {
    const { questions } = questionsIn({ "wonders.md": `# Wonders\n\n${this.notes.join("\n")}` });
    await loadBank(this.running, questions, this.now);
  }

  private mishap(): void {
    const kinds = ["lost answer", "cut"] as const;
    this.platform.goWrong("post", fakeChannel, kinds[Math.floor(this.dice() * kinds.length)] ?? "cut");
  }

  private async wish(): Promise<void> {
    const who = people[Math.floor(this.dice() * people.length)] ?? "";
    await this.say(who, wishOn(this.now, this.dice));
  }

  private async forget(): Promise<void> {
    const name = people[Math.floor(this.dice() * people.length)] ?? "";
    const press = encodeAction({ kind: "erase", words: "" });
    await this.send(name, { kind: "press", press });
    for (const entry of this.confirmed.keys()) {
      if (!entry.endsWith(` ${fakePerson(name)}`)) continue;
      this.confirmed.delete(entry);
      this.forgotten.add(entry);
    }
  }

  private async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }
}

function personOf(name: string) {
  return { id: fakePerson(name), name, mayManage: true };
}
