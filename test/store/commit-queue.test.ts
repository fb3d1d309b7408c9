import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, describe, expect, test } from "vitest";
import { commitQueue } from "../../src/store/sqlite/commit-queue.js";
import { StoreFault } from "../../src/store/sqlite/fault.js";
import { scratchFolder } from "../support/scratch.js";

const opened: Database.Database[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

/** Two connections to one file: what the other sees is committed. */
function aQueue() {
  const path = join(scratchFolder(), "queue.db");
  const [mine, other] = [new Database(path, { timeout: 20 }), new Database(path)];
  opened.push(mine, other);
  mine.pragma("journal_mode = wal");
  mine.exec("create table word (word text primary key)");
  const begins: string[] = [];
  const exec = mine.exec.bind(mine);
  mine.exec = (sql: string) => {
    begins.push(sql);
    return exec(sql);
  };
  const insert = mine.prepare("insert into word values (?)");
  return {
    mine,
    other,
    begins,
    queue: commitQueue(mine),
    put: (word: string) => void insert.run(word),
    seen: () => other.prepare("select word from word order by rowid").pluck().all(),
  };
}

describe("the commit queue", () => {
  test("writes of one turn share one transaction", async () => {
    const { queue, put, begins, seen } = aQueue();
    await Promise.all(["a", "b", "c"].map((word) => queue.write(() => put(word))));
    expect(begins).toEqual(["begin immediate", "commit"]);
    expect(seen()).toEqual(["a", "b", "c"]);
  });

  test("a promise resolves only when another connection can see the write", async () => {
    const { queue, put, seen } = aQueue();
    const seenThen: unknown[] = [];
    await Promise.all(
      ["a", "b", "c"].map((word) => queue.write(() => put(word)).then(() => seenThen.push(seen()))),
    );
    expect(seenThen).toEqual(Array(3).fill(["a", "b", "c"]));
  });

  test("a write that throws does not take its neighbours with it", async () => {
    const { queue, put, seen } = aQueue();
    const results = await Promise.allSettled([
      queue.write(() => put("a")),
      queue.write(() => {
        put("half");
        throw new Error("a rule broke");
      }),
      queue.write(() => put("a")),
      queue.write(() => put("b")),
    ]);
    expect(results.map((result) => result.status)).toEqual([
      "fulfilled",
      "rejected",
      "rejected",
      "fulfilled",
    ]);
    expect(seen()).toEqual(["a", "b"]);
  });

  test("work may run twice, and is told the result of the run that was kept", async () => {
    const { queue, put } = aQueue();
    let runs = 0;
    const counted = queue.write(() => {
      runs += 1;
      put("a");
      return runs;
    });
    const broken = queue.write(() => {
      throw new Error("a rule broke");
    });
    await expect(broken).rejects.toThrow("a rule broke");
    expect(await counted).toBe(2);
    expect(runs).toBe(2);
  });

  test("order is kept, over turns and over failures", async () => {
    const { queue, put, seen } = aQueue();
    const settled: number[] = [];
    const words = Array.from({ length: 40 }, (_, index) => index);
    const writes: Promise<unknown>[] = [];
    for (const word of words) {
      if (word % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
      const work = () => {
        if (word === 13 || word === 25) throw new Error("a rule broke");
        put(String(word));
      };
      writes.push(
        queue.write(work).then(
          () => settled.push(word),
          () => settled.push(word),
        ),
      );
    }
    await Promise.all(writes);
    expect(settled).toEqual(words);
    expect(seen()).toEqual(words.filter((word) => word !== 13 && word !== 25).map(String));
  });

  test("what is written from a write's own promise comes in a later transaction, before the queue is drained", async () => {
    const { queue, put, seen } = aQueue();
    void queue.write(() => put("a")).then(() => queue.write(() => put("b")));
    await queue.drained();
    expect(seen()).toEqual(["a", "b"]);
  });

  test("fault 16: a lock that another program lets go of in time costs nothing but time", async () => {
    const { queue, put, other, seen } = aQueue();
    other.exec("begin immediate");
    const write = queue.write(() => put("a"));
    setTimeout(() => other.exec("rollback"), 30);
    await write;
    expect(seen()).toEqual(["a"]);
  });

  test("fault 16: a lock that stays is a fault after eight tries, nothing is half-written, and the bot goes on", async () => {
    const { queue, put, other, seen, begins } = aQueue();
    other.exec("begin immediate");
    const results = await Promise.allSettled([queue.write(() => put("a")), queue.write(() => put("b"))]);
    for (const result of results) {
      expect(result).toMatchObject({ status: "rejected", reason: { kind: "locked" } });
    }
    expect(begins).toEqual(Array(8).fill("begin immediate"));
    other.exec("rollback");
    expect(seen()).toEqual([]);
    await queue.write(() => put("c"));
    expect(seen()).toEqual(["c"]);
  });

  test("fault 17: a disk that fills in the middle of a batch: what was said saved is saved, and nothing else", async () => {
    const { mine, queue, put, seen } = aQueue();
    await queue.write(() => put("before"));
    mine.pragma(`max_page_count = ${Number(mine.pragma("page_count", { simple: true })) + 4}`);
    const words = Array.from({ length: 30 }, (_, index) => `word ${index} `.padEnd(700, "x"));
    const results = await Promise.allSettled(words.map((word) => queue.write(() => put(word))));
    const saved = words.filter((_, index) => results[index]?.status === "fulfilled");
    expect(saved.length).toBeGreaterThan(3);
    expect(saved.length).toBeLessThan(30);
    expect(seen()).toEqual(["before", ...saved]);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ kind: "full" });
    }
    expect(mine.pragma("quick_check", { simple: true })).toBe("ok");

    mine.pragma("max_page_count = 1000000");
    await queue.write(() => put("after"));
    expect(seen()).toEqual(["before", ...saved, "after"]);
  });

  test("a fault says what to do", async () => {
    const { queue, put, other } = aQueue();
    other.exec("begin immediate");
    const cause = await queue.write(() => put("a")).catch((thrown: unknown) => thrown);
    expect(cause).toBeInstanceOf(StoreFault);
    expect((cause as StoreFault).message).toContain("locked by another program; nothing was saved");
  });
});
