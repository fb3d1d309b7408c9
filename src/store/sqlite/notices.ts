import { eq, lte, sql } from "drizzle-orm";
import type { Key } from "../../core/ids.js";
import type { Notice } from "../store.js";
import type { Db } from "./open.js";
import { notice } from "./schema.js";

/** What was said unasked, and when. */
export function notices(db: Db) {
  const due = db
    .select()
    .from(notice)
    .where(lte(notice.dueAt, sql.placeholder("now")))
    .orderBy(notice.dueAt)
    .prepare();

  return {
    /** True the first time, and again when more than `every` milliseconds lie between, also where the clock went back. */
    first(key: Key, now: Date, every = Number.POSITIVE_INFINITY): boolean {
      const at = now.getTime();
      const last = db.select().from(notice).where(eq(notice.key, key)).get();
      if (last && Math.abs(at - last.at) < every) return false;
      db.insert(notice).values({ key, at }).onConflictDoUpdate({ target: notice.key, set: { at } }).run();
      return true;
    },

    /** False where its cause was told already. */
    add({ key, at, ...rest }: Notice, again: Date): boolean {
      const row = { key, at: at.getTime(), dueAt: again.getTime(), ...rest };
      return db.insert(notice).values(row).onConflictDoNothing().run().changes === 1;
    },

    due: (now: Date): readonly Notice[] =>
      due
        .all({ now: now.getTime() })
        .flatMap(({ key, at, channel, message, aloud }) =>
          channel && message ? [{ key, at: new Date(at), channel, message, aloud: aloud === true }] : [],
        ),

    postpone: (key: Key, until: Date) =>
      db.update(notice).set({ dueAt: until.getTime() }).where(eq(notice.key, key)).run(),

    /** Nothing is left to do; that it was said is remembered. */
    settle: (key: Key) =>
      db.update(notice).set({ channel: null, message: null, dueAt: null }).where(eq(notice.key, key)).run(),
  };
}
