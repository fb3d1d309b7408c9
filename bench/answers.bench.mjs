// Answers a second through the store, against bare better-sqlite3 with the same statements, the same group commit and
// the same sync to disk. Pairs are interleaved, so that a noisy neighbour slows both.
import { join } from "node:path";
import Database from "better-sqlite3";
import { freeze } from "../dist/core/asked.js";
import { remember } from "../dist/core/memory.js";
import { keyMask } from "../dist/core/question.js";
import { answerRound } from "../dist/core/round.js";
import { openStore } from "../dist/store/sqlite/sqlite-store.js";
import { median, onDisk, tell } from "./measure.mjs";
import { aChannel, aQuestion, opened } from "./school.mjs";

const [pairs, answers, burst] = [9, 6000, 250];
const at = new Date("2026-03-02T09:05:00Z");

/** Bursts of presses, each of which waits for its confirmation; answers a second. */
async function timed(press) {
  const from = performance.now();
  for (let first = 0; first < answers; first += burst) {
    await Promise.all(Array.from({ length: burst }, (_, nth) => press(first + nth)));
  }
  return answers / ((performance.now() - from) / 1000);
}

async function throughStore(path) {
  const store = await openStore(path);
  const { key, picks } = await prepare(store);
  const rate = await timed((nth) => {
    const answer = { kind: "picked", picks };
    const press = { key, person: `fake:w/p${nth}`, name: `Person ${nth}`, at, answer };
    return store.answer(press, (round, earlier) => answerRound(round, earlier, press), remember);
  });
  await store.close();
  return rate;
}

async function prepare(store) {
  const channel = aChannel("fake:w/study");
  await store.changeChannel(channel.id, at, () => ({ channel, dueAt: null, days: [], settled: null }));
  const asked = freeze({ question: aQuestion(1), version: 1, retired: false }, "bench");
  await store.openRound(channel.id, at, () => opened(channel.id, asked));
  return { key: "bench", picks: keyMask(asked.form.options) };
}

/** What a press reads and writes, by hand. */
async function bare(path) {
  const store = await openStore(path);
  const { key } = await prepare(store);
  await store.close();
  const sqlite = new Database(path);
  for (const pragma of ["journal_mode = wal", "synchronous = full", "foreign_keys = on"])
    sqlite.pragma(pragma);
  const rows = statements(sqlite);
  const attempt = { at, answer: { kind: "picked" }, right: true };
  const memory = JSON.stringify(remember(null, { question: "harbour/q1", attempt, retention: 90 }).memory);
  const answer = JSON.stringify({ kind: "picked", picks: 2 });
  const work = (person, name) => {
    const round = rows.round.get(key);
    rows.attempt.get(key, person);
    if (rows.person.get(person)?.name !== name) rows.meet.run(person, name, at.getTime());
    rows.insert.run(key, person, answer, 1, at.getTime());
    rows.count.run(key);
    rows.card.get(person, round.question);
    rows.keep.run(person, round.question, at.getTime(), 1, memory, at.getTime());
    rows.join.get(round.channel, person, round.day, 1);
    rows.month.run(round.channel, "2026-03", person, 1, 1);
    return round;
  };
  let waiting = [];
  const flush = () => {
    const batch = waiting;
    waiting = [];
    sqlite.exec("begin immediate");
    const results = batch.map(({ nth }) => work(`fake:w/p${nth}`, `Person ${nth}`));
    sqlite.exec("commit");
    for (const [index, { done }] of batch.entries()) done(results[index]);
  };
  const rate = await timed(
    (nth) =>
      new Promise((done) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ nth, done });
      }),
  );
  sqlite.close();
  return rate;
}

function statements(sqlite) {
  const all = sqlite
    .prepare("select name from pragma_table_info('round') where name <> 'asked'")
    .pluck()
    .all();
  const columns = all.join(", ");
  const sql = {
    round: `select ${columns} from round where key = ?`,
    attempt: "select * from attempt where round = ? and person = ?",
    person: "select * from person where id = ?",
    meet: "insert into person (id, name, met_at) values (?, ?, ?) on conflict (id) do update set name = excluded.name",
    insert: "insert into attempt (round, person, answer, right, at) values (?, ?, ?, ?, ?)",
    count: "update round set answers = answers + 1 where key = ?",
    card: "select * from card where person = ? and question = ?",
    keep: `insert into card (person, question, due, reviews, memory, met_at) values (?, ?, ?, ?, ?, ?)
      on conflict (person, question) do update set due = excluded.due, reviews = excluded.reviews, memory = excluded.memory`,
    join: `insert into member (channel, person, joined, answered, right) values (?, ?, ?, 1, ?)
      on conflict (channel, person) do update set answered = answered + 1, right = right + excluded.right returning joined, current, longest, freezes, gap`,
    month: `insert into month (channel, month, person, answered, right, due) values (?, ?, ?, ?, ?, 1)
      on conflict (channel, month, person) do update set answered = answered + excluded.answered,
        right = right + excluded.right, due = due + 1`,
  };
  const quoted = Object.entries(sql).map(([name, text]) => [name, text.replaceAll(/\bright\b/g, '"right"')]);
  return Object.fromEntries(quoted.map(([name, text]) => [name, sqlite.prepare(text)]));
}

await onDisk(async (folder) => {
  const runs = [];
  for (let nth = -1; nth < pairs; nth += 1) {
    const files = ["store", "bare"].map((name) => join(folder, `${name}${nth}.db`));
    const own = async () => await throughStore(files[0]);
    const other = async () => await bare(files[1]);
    const pair = nth % 2 === 0 ? [await own(), await other()] : [await other(), await own()].reverse();
    if (nth >= 0) runs.push(pair);
  }
  const [store, plain, ratio] = [
    median(runs.map(([own]) => own)),
    median(runs.map(([, other]) => other)),
    median(runs.map(([own, other]) => own / other)),
  ];
  console.log(`answers a second: ${Math.round(store)} through the store, ${Math.round(plain)} bare`);
  tell("answers through the store, against bare SQLite", ratio.toFixed(2), {
    unit: "×",
    aim: "≥ 0.5 ×",
    kept: ratio >= 0.5,
  });
});
