import { and, desc, eq, gte, lte, max, sql } from "drizzle-orm";
import { beatReach, type Stretch } from "../../core/outage.js";
import type { Db } from "./open.js";
import { heartbeat } from "./schema.js";

/** When each platform was last connected. */
export function lastBeats(db: Db): readonly { readonly platform: string; readonly at: Date }[] {
  return db
    .select({ platform: heartbeat.platform, at: max(heartbeat.toAt) })
    .from(heartbeat)
    .groupBy(heartbeat.platform)
    .all()
    .map(({ platform, at }) => ({ platform, at: new Date(at ?? 0) }));
}

/** When each platform was really connected. */
export function beats(db: Db) {
  // Stretches of a clock that ran ahead stay out of sight until it is as late again.
  const newest = db
    .select()
    .from(heartbeat)
    .where(
      and(eq(heartbeat.platform, sql.placeholder("platform")), lte(heartbeat.toAt, sql.placeholder("now"))),
    )
    .orderBy(desc(heartbeat.toAt))
    .limit(1)
    .prepare();
  const lengthen = db
    .update(heartbeat)
    .set({ toAt: sql`${sql.placeholder("to")}` })
    .where(
      and(eq(heartbeat.platform, sql.placeholder("platform")), eq(heartbeat.fromAt, sql.placeholder("from"))),
    )
    .prepare();

  return {
    beat(platform: string, now: Date): void {
      const at = now.getTime();
      const last = newest.get({ platform, now: at });
      if (last && at - last.toAt <= beatReach) {
        lengthen.run({ platform, from: last.fromAt, to: at });
      } else {
        db.insert(heartbeat).values({ platform, fromAt: at, toAt: at }).onConflictDoNothing().run();
      }
    },

    between: (platform: string, { from, to }: Stretch): readonly Stretch[] =>
      db
        .select()
        .from(heartbeat)
        .where(
          and(
            eq(heartbeat.platform, platform),
            gte(heartbeat.toAt, from.getTime() - beatReach),
            lte(heartbeat.fromAt, to.getTime()),
          ),
        )
        .all()
        .map((row) => ({ from: new Date(row.fromAt), to: new Date(row.toAt) })),
  };
}
