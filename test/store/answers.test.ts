import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, describe, expect, test } from "vitest";
import { freeze } from "../../src/core/asked.js";
import { channelId, keyOf, personId, topicId } from "../../src/core/ids.js";
import { remember } from "../../src/core/memory.js";
import type { Outcome } from "../../src/core/round.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import type { Store } from "../../src/store/store.js";
import { scratchFolder } from "../support/scratch.js";
import { answer, aQuestion, at, enrol, openRound, person, picksOf, study } from "./school.js";

let store: Store | null = null;
afterEach(async () => {
  await store?.close();
  store = null;
});

async function aSchool() {
  const path = join(scratchFolder(), "bot.db");
  store = await openStore(path);
  await enrol(store);
  const round = await openRound(store, 0);
  return { path, store, round, ...picksOf(round) };
}

/** Counts what is committed to a file by others than the watcher. */
function watchWrites(path: string) {
  const sqlite = new Database(path, { readonly: true });
  const version = () => Number(sqlite.pragma("data_version", { simple: true }));
  const before = version();
  return { changed: () => version() !== before, close: () => sqlite.close() };
}

describe("answers", () => {
  test("fault 23: the same press a hundred times at once is one answer", async () => {
    const { store, round, right } = await aSchool();
    const presses = Array.from({ length: 100 }, () =>
      answer(store, round.key, { who: person("ada"), picks: right, when: at(0, 5) }),
    );
    const kinds = (await Promise.all(presses)).map((done) => done?.outcome.kind);
    expect(kinds.filter((kind) => kind === "answered")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "repeated")).toHaveLength(99);
    expect(await store.round(round.key)).toMatchObject({ answers: 1 });
    expect(await store.member(study, person("ada"))).toMatchObject({ answered: 1, right: 1 });
  });

  test("fault 23: of two answers the first stands, whichever is right", async () => {
    const { store, round, right, wrong } = await aSchool();
    const ada = person("ada");
    const [first, second] = await Promise.all([
      answer(store, round.key, { who: ada, picks: wrong, when: at(0, 5) }),
      answer(store, round.key, { who: ada, picks: right, when: at(0, 4) }),
    ]);
    expect(first?.outcome).toMatchObject({ kind: "answered", attempt: { right: false } });
    expect(second?.outcome).toMatchObject({ kind: "repeated", attempt: { right: false } });
    expect(await store.attempt(round.key, ada)).toMatchObject({ answer: { picks: wrong }, right: false });
    expect(await store.split(round.key)).toMatchObject({ answers: 1, right: 0 });
  });

  test("an answer that is neither right nor wrong stays neither, and the totals count it so", async () => {
    const { store, round, right } = await aSchool();
    const [ada, when] = [person("ada"), at(0, 5)];
    const press = { person: ada, at: when, answer: { kind: "picked", picks: right }, name: "Ada" } as const;
    const rule = (): Outcome => ({
      kind: "answered",
      attempt: { ...press, right: null, selfGrade: null },
    });
    await store.answer({ ...press, key: round.key }, rule, remember);
    expect(await store.attempt(round.key, ada)).toMatchObject({ right: null });
    expect(await store.answers(ada, 1)).toMatchObject([{ right: null }]);
    expect(await store.cards(ada)).toEqual(new Map());
    const { tallies } = await store.standings(study, "2026-03", null);
    expect(tallies).toMatchObject([{ answered: 1, graded: 0, right: 0 }]);
    expect(await store.audit()).toEqual([]);
  });

  test("a person is met once, and written again only under a new name", async () => {
    const { path, store } = await aSchool();
    const meet = (name: string, zone?: string) =>
      store.meet({ id: person("ada"), name, ...(zone ? { zone } : {}) }, at(0));
    await meet("Ada", "Europe/Berlin");
    const writes = watchWrites(path);
    await meet("Ada");
    await meet("Ada", "Europe/Berlin");
    expect(writes.changed()).toBe(false);
    await meet("Ada Lovelace");
    expect(writes.changed()).toBe(true);
    writes.close();
    expect(await store.person(person("ada"))).toMatchObject({ name: "Ada Lovelace", zone: "Europe/Berlin" });
    await meet("Ada Lovelace", "UTC");
    expect(await store.person(person("ada"))).toMatchObject({ name: "Ada Lovelace", zone: "UTC" });
  });

  test("fault 26: a press on a round that nobody knows writes nothing", async () => {
    const { path, store, right } = await aSchool();
    const writes = watchWrites(path);
    const done = await answer(store, keyOf("nosuchround"), {
      who: person("eve"),
      picks: right,
      when: at(0, 5),
    });
    expect(done).toBeNull();
    expect(writes.changed()).toBe(false);
    writes.close();
  });

  test("fault 28: options that nobody offered, and presses after the close, write nothing", async () => {
    const { path, store, round, right } = await aSchool();
    const writes = watchWrites(path);
    for (const picks of [-1, 0, 1.5, 16, 1e9, 2 ** 31, 2 ** 40, Number.NaN, Number.POSITIVE_INFINITY]) {
      const done = await answer(store, round.key, { who: person("eve"), picks, when: at(0, 5) });
      expect(done?.outcome).toEqual({ kind: "nonsense" });
    }
    const late = await answer(store, round.key, { who: person("eve"), picks: right, when: at(1) });
    expect(late?.outcome).toEqual({ kind: "closed" });
    expect(writes.changed()).toBe(false);
    writes.close();
  });

  test("fault 57: numbers that JavaScript cannot tell apart are different people and channels", async () => {
    const { store } = await aSchool();
    const [one, other] = ["9007199254740992", "9007199254740993"] as const;
    expect(Number(one)).toBe(Number(other));
    const channels = [one, other].map((id) => channelId(`discord:${id}/${id}`));
    for (const channel of channels) await enrol(store, channel, channel);
    for (const channel of channels) {
      const round = await openRound(store, 0, channel);
      const { right, wrong } = picksOf(round);
      await answer(store, round.key, { who: personId(`discord:${one}`), picks: right, when: at(0, 1) });
      await answer(store, round.key, { who: personId(`discord:${other}`), picks: wrong, when: at(0, 1) });
      const { tallies } = await store.standings(channel, "2026-03", personId(`discord:${one}`));
      expect(tallies.map((tally) => [tally.person, tally.answered, tally.right])).toEqual([
        [`discord:${one}`, 1, 1],
        [`discord:${other}`, 1, 0],
      ]);
    }
  });

  const hostile = [
    `'); drop table attempt; --`,
    `" or 1=1 --`,
    "`; delete from member; `",
    `$1 ? :name @name ?1`,
    "a\u0000b",
    "💥 \u202e‮ 'quote'' \\",
  ];
  test("fault 49: SQL in names, topics and ids is text like any other", async () => {
    const { store, round, right } = await aSchool();
    for (const words of hostile) {
      const [who, channel] = [personId(`fake:w/${words}`), channelId(`fake:w/${words}`)];
      await answer(store, round.key, { who, picks: right, when: at(0, 1), name: words });
      await enrol(store, channel, words);
      expect(await store.channel(channel)).toMatchObject({ id: channel, name: words });
      expect(await store.member(study, who)).toMatchObject({ person: who, answered: 1 });
      await store.drawer(words).put(words, words);
      expect(await store.drawer(words).all()).toEqual([{ name: words, value: words }]);
      expect(await store.round(keyOf(words))).toBeNull();
      expect((await store.standings(channel, words, null)).tallies).toEqual([]);
    }
    const { tallies } = await store.standings(study, "2026-03", null);
    expect(tallies.map((tally) => tally.name).sort()).toEqual([...hostile].sort());
    const question = { ...aQuestion("x", hostile.join("\n")), topic: topicId(hostile[0] ?? "") };
    const asked = freeze({ question, version: 1, retired: false }, "seed");
    const hostileRound = await openRound(store, 9, study, { asked });
    expect((await store.round(hostileRound.key))?.asked).toEqual(asked);
    expect([...(await store.history(study)).topics.keys()]).toContain(question.topic);
  });
});
