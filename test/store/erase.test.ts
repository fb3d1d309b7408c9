import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { freeze } from "../../src/core/asked.js";
import { keyOf, personId } from "../../src/core/ids.js";
import { closeFor } from "../../src/core/member.js";
import { remember } from "../../src/core/memory.js";
import { noticeKey } from "../../src/core/notice.js";
import { setReminder } from "../../src/core/reminder.js";
import { reportCauses } from "../../src/core/report.js";
import { fingerprint } from "../../src/core/seed.js";
import { goneFrom } from "../../src/store/sqlite/erase.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import { scratchFolder } from "../support/scratch.js";
import {
  aChannel,
  answer,
  aQuestion,
  at,
  dayAt,
  enrol,
  openRound,
  person,
  picksOf,
  study,
} from "./school.js";

const ada = person("ada");

/** Every row of every table, as words, with the table's name before it. */
function rowsIn(path: string): readonly string[] {
  const sqlite = new Database(path, { readonly: true });
  const tables = sqlite
    .prepare("select name from sqlite_master where type = 'table'")
    .pluck()
    .all() as string[];
  const rows = tables.flatMap((table) =>
    sqlite
      .prepare(`select * from "${table}"`)
      .all()
      .map((row) => `${table} ${JSON.stringify(row)}`),
  );
  sqlite.close();
  return rows;
}

/** Whether the bytes of the database or of its log hold these words, in a row or in what is left of one. */
function bytesHold(path: string, words: string): boolean {
  return [path, `${path}-wal`].some((file) => existsSync(file) && readFileSync(file).includes(words));
}

test("fault 55: after erasure no row of any table holds the person's id, nor what only they could have made of it", async () => {
  const path = join(scratchFolder(), "bot.db");
  const store = await openStore(path);
  await enrol(store);
  await store.meet({ id: ada, name: "Ada Lovelace", zone: "Europe/London" }, at(0));
  await store.changeSettings(ada, { freshADay: 7, retention: 80 });
  await store.changeReminder(ada, () => ({ reminder: setReminder("17:30" as never, "UTC" as never, at(0)) }));
  await store.setAway(ada, () => ({ ranges: [{ from: dayAt(9), to: dayAt(10) }] }));
  await store.changeChannel(study, at(0), () => ({
    ...{ channel: { ...aChannel(), keeper: ada }, dueAt: null, days: [], settled: null },
    by: { person: ada, change: "daily set 09:00" },
  }));
  const round = await openRound(store, 0);
  await answer(store, round.key, {
    who: ada,
    picks: picksOf(round).right,
    when: at(0, 5),
    name: "Ada Lovelace",
  });
  const asked = freeze({ question: aQuestion("x"), version: 1, retired: false }, "seed");
  await store.openAsk({
    ...{ key: keyOf("ask1"), person: ada, channel: null, purpose: "quiz" as const, run: null, asked },
    ...{ askedAt: at(0) },
  });
  const report = { question: aQuestion("q0").id, version: 1, person: ada, fault: "unclear" as const };
  await store.report({ ...report, words: "Which?", proposed: null, file: "harbour.md", line: 3, at: at(0) });
  const later = noticeKey(study, reportCauses(report).later);
  const words = { summary: "A question was reported", blocks: [] };
  await store.addNotice({ key: later, at: at(0), channel: study, message: words }, at(0, 5));
  const writer = new Database(path);
  writer
    .prepare("insert into alias_proposal (question, person, words, at) values ('q', ?, 'Elastic FS', 0)")
    .run(ada);
  writer.close();

  const reportId = fingerprint(`report ${report.question} 1 ${ada}`);
  const holds = () =>
    rowsIn(path).filter((row) =>
      [ada, "Ada", "Elastic FS", reportId, later].some((one) => row.includes(one)),
    );
  expect(new Set(holds().map((row) => row.split(" ")[0]))).toEqual(
    new Set(
      "person reminder away keeper attempt member month ask card report notice alias_proposal".split(" "),
    ),
  );
  expect(bytesHold(path, "Ada Lovelace")).toBe(true);
  await store.erase(ada, { alias: personId("gone:3f"), over: at(-1, 5) });
  expect(holds()).toEqual([]);
  for (const words of [ada, "Ada Lovelace", "Europe/London", "Elastic FS"])
    expect(bytesHold(path, words), words).toBe(false);
  expect((await store.errandsDue(at(0, 5))).notices).toMatchObject([{ channel: study, message: words }]);
  expect(await store.reportOf(report.question, 1, personId("gone:3f"))).toMatchObject({ words: "Which?" });
  expect(await store.audit()).toEqual([]);
  expect(await store.split(round.key)).toMatchObject({ answers: 1, right: 1 });
  expect(await store.record(ada)).toMatchObject({ person: null, reminder: null, cards: [], members: [] });
  await store.close();
});

test("what was said in a channel of who set its daily leads to none of the answers of who was erased, nor one to another", async () => {
  const path = join(scratchFolder(), "bot.db");
  const store = await openStore(path);
  await enrol(store);
  await store.changeChannel(study, at(0), () => ({
    ...{ channel: { ...aChannel(), keeper: ada }, dueAt: null, days: [], settled: null },
    by: { person: ada, change: "daily set 09:00" },
  }));
  for (const nth of [0, 1]) {
    const round = await openRound(store, nth);
    await answer(store, round.key, { who: ada, picks: picksOf(round).right, when: at(nth, 5) });
    const rule = { outage: false, members: [] };
    await store.closeRound(round.key, () => rule, remember);
  }
  const said = { question: aQuestion("q0").id, version: 1, person: ada, fault: "unclear" as const };
  await store.report({ ...said, words: "Which?", proposed: null, file: "harbour.md", line: 3, at: at(0) });
  await store.erase(ada, { alias: personId("gone:3f"), over: at(9) });
  const names = rowsIn(path).flatMap((row) => /"person":"(gone:[^"]+)"/.exec(row)?.[1] ?? []);
  expect(names).toHaveLength(4);
  expect(new Set(names).size).toBe(4);
  await store.close();
});

test("who was erased answers a round no second time, open or late; when it is over nothing leads to them", async () => {
  const path = join(scratchFolder(), "bot.db");
  const store = await openStore(path);
  await enrol(store);
  const [round, other] = [await openRound(store, 0), person("ben")];
  const { right, wrong } = picksOf(round);
  await answer(store, round.key, { who: ada, picks: wrong, when: at(0, 5) });
  await answer(store, round.key, { who: other, picks: right, when: at(0, 6) });
  await store.erase(ada, { alias: personId("gone:3f"), over: at(-1, 5) });
  const again = async () => await answer(store, round.key, { who: ada, picks: right, when: at(0, 7) });
  expect((await again())?.outcome).toEqual({ kind: "forgotten" });
  expect(await store.person(ada)).toBeNull();
  expect(await store.split(round.key)).toMatchObject({ answers: 2, right: 1 });
  const leads = () => rowsIn(path).filter((row) => row.includes(goneFrom(round.key, ada)));
  expect(leads()).toHaveLength(1);
  const rule: Parameters<typeof store.closeRound>[1] = ({ members }) => ({
    outage: false,
    members: members.map((member) => closeFor(member, false)),
  });
  await store.closeRound(round.key, rule, remember);
  expect((await again())?.outcome).toEqual({ kind: "forgotten" });
  await store.erase(other, { alias: personId("gone:4f"), over: at(0, 5) });
  expect((await answer(store, round.key, { who: other, picks: wrong, when: at(0, 7) }))?.outcome).toEqual({
    kind: "forgotten",
  });
  await store.loseErased(at(1));
  expect(leads()).toHaveLength(1);
  await store.loseErased(at(1, 1));
  expect(leads()).toEqual([]);
  expect(rowsIn(path).filter((row) => row.startsWith("attempt") && row.includes('"gone:'))).toHaveLength(2);
  expect(await store.split(round.key)).toMatchObject({ answers: 2, right: 1 });
  expect(await store.audit()).toEqual([]);
  await store.close();
});
