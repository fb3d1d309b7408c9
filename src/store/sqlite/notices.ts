import { eq } from "drizzle-orm";
import type { Key } from "../../core/ids.js";
import type { Db } from "./open.js";
import { notice } from "./schema.js";

/** What was said unasked, and when. */
export function notices(db: Db) {
  return {
    /** True the first time, and again when more than `every` milliseconds lie between, also where the clock went back. */
    first(key: Key, now: Date, every = Number.POSITIVE_INFINITY): boolean {
      const at = now.getTime();
      const last = db.select().from(notice).where(eq(notice.key, key)).get();
      if (last && Math.abs(at - last.at) < every) return false;
      db.insert(notice).values({ key, at }).onConflictDoUpdate({ target: notice.key, set: { at } }).run();
      return true;
    },
  };
}
