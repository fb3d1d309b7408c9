// The board of one channel, worked out whole (kept totals, then places), among a million attempts.
import { join } from "node:path";
import Database from "better-sqlite3";
import { rank } from "../dist/core/leaderboard.js";
import { openStore } from "../dist/store/sqlite/sqlite-store.js";
import { median, onDisk, tell } from "./measure.mjs";

const [channels, members, rounds, looks] = [100, 1000, 10, 300];

/** Ten rounds a channel in March, the newest open; everybody has answered each. */
function fill(path) {
  const sqlite = new Database(path);
  const numbers = (name, most) =>
    `${name}(n) as (select 0 union all select n + 1 from ${name} where n < ${most - 1})`;
  const all = `with recursive ${numbers("c", channels)}, ${numbers("p", members)}, ${numbers("r", rounds)}`;
  const [channel, person] = ["'fake:w/c' || c.n", "'fake:w/p' || c.n || '-' || p.n"];
  sqlite.exec(`pragma synchronous = off; begin;
    insert into channel (id, name) ${all} select ${channel}, '#c' || c.n from c;
    insert into person (id, name, met_at) ${all} select ${person}, 'Person ' || p.n, 1 from c, p;
    insert into round (key, channel, day, kind, reveal, question, topic, asked, opened_at, closes_at, closed_at, post_after)
      ${all} select 'c' || c.n || 'r' || r.n, ${channel}, printf('2026-03-%02d', r.n + 1), 'scheduled', 'at-once', 'q', 't', '{}',
        r.n, r.n + 1, case when r.n < ${rounds - 1} then r.n + 1 end, r.n from c, r;
    insert into attempt (round, person, answer, "right", at)
      ${all} select 'c' || c.n || 'r' || r.n, ${person}, '{"kind":"picked","picks":1}', (p.n + r.n) % 3 > 0, r.n from c, r, p;
    insert into member (channel, person, joined, answered, "right", current, longest, freezes)
      ${all} select ${channel}, ${person}, '2026-03-01', ${rounds}, p.n % ${rounds}, p.n % 9, 9, 2 from c, p;
    insert into month (channel, month, person, answered, graded, "right", due)
      ${all} select ${channel}, '2026-03', ${person}, ${rounds} - p.n % 4, ${rounds} - p.n % 4, p.n % 7, ${rounds} from c, p;
    commit; analyze;`);
  const count = sqlite.prepare("select count(*) from attempt").pluck().get();
  sqlite.close();
  return count;
}

await onDisk(async (folder) => {
  const path = join(folder, "board.db");
  await (await openStore(path)).close();
  const attempts = fill(path);
  const from = performance.now();
  const store = await openStore(path);
  console.log(
    `${attempts} attempts; the store checked and opened in ${Math.round(performance.now() - from)} ms`,
  );
  const times = [];
  for (let nth = 0; nth < looks; nth += 1) {
    const start = performance.now();
    const { tallies, rounds: held } = await store.standings(
      `fake:w/c${(nth * 37) % channels}`,
      "2026-03",
      null,
    );
    const board = rank(tallies, "month", held);
    if (nth >= 30) times.push(performance.now() - start);
    if (board.length !== members) throw new Error(`${board.length} places for ${members} members`);
  }
  await store.close();
  const time = median(times);
  tell("the board of 1,000 members, median", time.toFixed(2), { unit: "ms", aim: "≤ 2 ms", kept: time <= 2 });
});
