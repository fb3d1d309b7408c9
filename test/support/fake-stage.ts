import { join } from "node:path";
import type { App, Log } from "../../src/app/app.js";
import { makeInbox } from "../../src/app/inbox.js";
import { loadBank } from "../../src/app/load-bank.js";
import type { Reply } from "../../src/app/platform.js";
import { postDaily, showTallies } from "../../src/app/post-daily.js";
import { makeBank } from "../../src/core/bank.js";
import { minute } from "../../src/core/calendar.js";
import { letter, type Message } from "../../src/core/message.js";
import { parseBank } from "../../src/notes/parse-notes.js";
import { readNotes } from "../../src/notes/read-notes.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import { FakePlatform, fakeChannel, fakePerson } from "./fake-platform.js";
import { see } from "./plain-message.js";
import { scratchFolder } from "./scratch.js";
import type { Actor, OpenStage, Seen, Stage } from "./stage.js";

export type FakeStage = Stage & {
  readonly platform: FakePlatform;
  app(): App;
  /** The clock jumps; no tick in between. */
  jumpTo(at: Date): void;
  tick(): Promise<void>;
  readonly faults: unknown[];
};

/** The whole bot over the real store on a platform in memory. */
export const openFakeStage: OpenStage = (set) => openFake(set);

export async function openFake({ notes, now: start }: { notes: string; now: Date }): Promise<FakeStage> {
  const folder = scratchFolder();
  const platform = new FakePlatform();
  const faults: unknown[] = [];
  const log: Log = { info: () => {}, warn: () => {}, error: (words, cause) => faults.push({ words, cause }) };
  let now = start;
  let app = await run();

  async function run(): Promise<App> {
    const store = await openStore(join(folder, "bot.db"));
    const fresh: App = {
      store,
      log,
      clock: () => now,
      bank: { now: makeBank([]) },
      platforms: new Map([[platform.name, platform]]),
    };
    await loadBank(fresh, parseBank((await readNotes(notes)).files).questions, now);
    await platform.start(makeInbox(fresh));
    return fresh;
  }

  async function tick(): Promise<void> {
    await postDaily(app, now);
    await showTallies(app, now);
  }

  return {
    platform,
    faults,
    app: () => app,
    now: () => now,
    tick,
    jumpTo: (at) => {
      now = at;
    },
    actor: (name) => makeActor(platform, name, () => now),
    channel: async () => platform.inChannel(fakeChannel).map((posted) => see(posted.message)),
    async walkTo(at) {
      for (let next = now.getTime() + minute; next < at.getTime(); next += minute) {
        now = new Date(next);
        await tick();
      }
      now = at;
      await tick();
    },
    async restart() {
      await platform.stop();
      await app.store.close();
      app = await run();
      await tick();
    },
    async close() {
      await platform.stop();
      await app.store.close();
    },
  };
}

function makeActor(platform: FakePlatform, name: string, now: () => Date): Actor {
  const person = { id: fakePerson(name), name, mayManage: name === "Ada", zone: "Europe/Berlin" };
  const place = { kind: "channel", id: fakeChannel, name: "#study" } as const;
  let newest: Message | null = null;

  const take = (reply: Reply): Seen | null => {
    const shown = reply.replace ?? reply.whisper ?? reply.direct ?? null;
    newest = shown ?? newest;
    if (reply.say) void platform.post(place, reply.say, "" as never);
    return shown && see(shown);
  };
  const press = async (message: Message | null | undefined, label: string) => {
    const button = message?.blocks
      .flatMap((block) => (block.kind === "buttons" ? block.buttons : []))
      .find((candidate) => candidate.label === label);
    if (!button) throw new Error(`there is no button ${label}`);
    return take(
      await platform.send({ at: now(), person, place, did: { kind: "press", press: button.press } }),
    );
  };
  const withButton = (label: string, back: number) =>
    platform
      .inChannel(fakeChannel)
      .filter(({ message }) => see(message).buttons.includes(label))
      .at(back)?.message;

  return {
    press: (label, back = 0) => press(withButton(label, back), label),
    async answer(option, back = 0) {
      const message = questionsIn(platform).at(back);
      const at = message ? see(message).options.findIndex((one) => one.text.includes(option)) : -1;
      return await press(message, at < 0 ? option : letter(at));
    },
    pressPrivate: (label) => press(newest, label),
    type: async (words) =>
      take(await platform.send({ at: now(), person, place, did: { kind: "command", words } })),
  };
}

function questionsIn(platform: FakePlatform): readonly Message[] {
  return platform
    .inChannel(fakeChannel)
    .map(({ message }) => message)
    .filter((message) => see(message).options.length > 0);
}
