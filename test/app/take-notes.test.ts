import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { App } from "../../src/app/app.js";
import { setDaily } from "../../src/app/set-daily.js";
import { type Taken, takeNotes, takenFrom } from "../../src/app/take-notes.js";
import { parseTerms } from "../../src/notes/parse-terms.js";
import type { BankRead } from "../../src/notes/read-bank.js";
import { readBundledTerms, stampNotes } from "../../src/notes/read-notes.js";
import type { watchNotes as Watching } from "../../src/watch-notes.js";
import { anApp, questionsIn, study } from "../support/app.js";
import { fakeChannel, fakePerson } from "../support/fake-platform.js";
import { scratchFolder } from "../support/scratch.js";

const good = "# Tides\n\n## When\n\nWhen is water highest?\n\n- [x] At springs\n- [ ] At neaps\n";
const broken = "# Tides\n\n## When\n\nWhen is water highest?\n\n- [ ] At springs\n- [ ] At neaps\n";
const knots = (count: number) =>
  Array.from(
    { length: count },
    (_, at) =>
      `## Knot ${at + 1}\n\nWhich holds ${"abcdefgh"[at]}${at}?\n\n- [x] Loop ${at}\n- [ ] Turn of ${at}\n`,
  ).join("\n");
const better = good.replace("highest", "at its highest");

async function keptByAda(app: App) {
  const event = {
    ...{ id: "e1", at: app.clock(), place: { kind: "channel" as const, id: fakeChannel, name: "#study" } },
    person: { id: fakePerson("Ada"), name: "Ada", mayManage: true },
    did: { kind: "command" as const, words: "daily set 09:00 UTC" },
  };
  await setDaily(app, event, { kind: "set", time: null, zone: null, weekdays: null });
}

describe("edited notes", () => {
  test("are taken over whole", async () => {
    const app = await anApp();
    await study(app, { "tides.md": good });
    await takeNotes(app, questionsIn({ "tides.md": better }), takenFrom([]));
    expect(JSON.stringify(app.bank.now.entries)).toContain("at its highest");
  });

  test("are told of in the log by ids, five of each kind", async () => {
    const app = await anApp();
    await study(app, { "tides.md": good });
    await study(app, { "tides.md": good, "knots.md": knots(1) });
    expect(app.logged.at(0)).toBe("1 question in 1 topic");
    expect(app.logged.at(-1)).toBe("2 questions in 2 topics; added knots/knot-1");
    await study(app, { "knots.md": knots(8) });
    expect(app.logged.at(-1)).toMatch(
      /; added knots\/knot-2, .*, knots\/knot-6 and 2 more; retired tides\/when$/,
    );
  });

  test("that break something keep the old bank, and log and keeper are told once, with file and line, and once more when it is mended", async () => {
    const app = await anApp();
    await study(app, { "tides.md": good });
    await keptByAda(app);
    const before = takenFrom([]);
    const after = await takeNotes(app, questionsIn({ "tides.md": broken }), before);
    const still = await takeNotes(app, questionsIn({ "tides.md": broken }), after);
    expect(app.bank.now.entries.map((entry) => entry.retired)).toEqual([false]);
    expect(app.logged.join("\n")).toMatch(/tides\.md:\d+ {2}error/);
    const told = () => app.platform.toPerson(fakePerson("Ada")).map(({ message }) => message.summary);
    expect(told()).toHaveLength(1);
    expect(told()[0]).toMatch(/the questions of before stay in use.*tides\.md:\d+/s);
    const mended = await takeNotes(app, questionsIn({ "tides.md": better }), still);
    await takeNotes(app, questionsIn({ "tides.md": good }), mended);
    expect(told()).toHaveLength(2);
    expect(told().find((words) => words.includes("in use again"))).toBeDefined();
  });

  test("that break a second time in the very same way are told of a second time", async () => {
    let now = new Date("2026-03-09T08:00:00Z");
    const app = { ...(await anApp()), clock: () => now };
    await study(app, { "tides.md": good });
    await keptByAda(app);
    let taken: Taken = takenFrom([]);
    for (const text of [broken, good, broken, broken, good]) {
      now = new Date(now.getTime() + 60_000);
      taken = await takeNotes(app, questionsIn({ "tides.md": text }), taken);
    }
    const told = app.platform.toPerson(fakePerson("Ada")).map(({ message }) => message.summary);
    expect(told.map((words) => words.includes("in use again"))).toEqual([true, false, true, false]);
  });

  test("with an error that was there before are taken over all the same", async () => {
    const app = await anApp();
    const first = questionsIn({ "tides.md": good, "old.md": broken });
    await study(app, { "tides.md": good, "old.md": broken });
    await takeNotes(app, questionsIn({ "tides.md": better, "old.md": broken }), takenFrom(first.problems));
    expect(JSON.stringify(app.bank.now.entries)).toContain("at its highest");
  });

  test("bring the names of their field with them, and an error in those keeps the old ones too", async () => {
    const app = await anApp();
    await study(app, { "tides.md": good });
    const bundled = await readBundledTerms();
    const read = (text: string) => {
      const named = parseTerms(bundled, [{ path: "terms.yaml", text }]);
      return { ...questionsIn({ "tides.md": good }), ...named };
    };
    const known = () => app.terms.now.terms.map(({ name }) => name);
    const taken = await takeNotes(app, read("terms:\n  - [Ebb, fall]\n"), takenFrom([]));
    expect(known()).toContain("Ebb");
    await takeNotes(app, read("terms:\n  - [Low, fall]\n  - [Flood, fall]\n"), taken);
    expect(known()).toContain("Ebb");
    expect(known()).not.toContain("Flood");
    expect(app.logged.join("\n")).toContain("terms.yaml:3  error  “fall” is a name of both");
  });

  test("that are gone altogether are a slip, not a wish: nothing is retired", async () => {
    const app = await anApp();
    await study(app, { "tides.md": good });
    await takeNotes(app, questionsIn({}), takenFrom([]));
    expect(app.bank.now.entries.map((entry) => entry.retired)).toEqual([false]);
    expect(app.logged.join("\n")).toContain("the notes hold no question any more");
  });

  test("are seen by the worker when they are saved, whole", async () => {
    const { watchNotes } = (await import(join(process.cwd(), "dist/watch-notes.js"))) as {
      watchNotes: typeof Watching;
    };
    const folder = scratchFolder();
    cpSync("test/story/notes", folder, { recursive: true });
    const stamp = await stampNotes(folder);
    const read = new Promise<BankRead>((seen, failed) => {
      const stop = watchNotes({ path: folder, stamp }, async (notes) => seen(notes), failed);
      stops.push(stop);
    });
    writeFileSync(join(folder, "tides.md"), good);
    writeFileSync(join(folder, "terms.yaml"), "terms:\n  - [Ebb, fall]\n");
    expect((await read).terms.terms.map(({ name }) => name)).toEqual(expect.arrayContaining(["Ebb", "SQS"]));
    expect((await read).questions.map((question) => question.source.file)).toContain("tides.md");
    for (const stop of stops) await stop();
  });
});

const stops: (() => Promise<void>)[] = [];
