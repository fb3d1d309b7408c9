import { and, eq, gt, lte, or, sql } from "drizzle-orm";
import type { Day } from "../../core/calendar.js";
import type { Channel, Schedule } from "../../core/channel.js";
import type { ChannelId, PersonId } from "../../core/ids.js";
import type { ChannelChange, ChannelState, QuietDay } from "../../core/opening.js";
import type { Db } from "./open.js";
import { channel, keeper, quietDay, round } from "./schema.js";

type Row = typeof channel.$inferSelect;

/** Channels, their schedules, and how their days without a round went. */
export function channels(db: Db) {
  const at = eq(channel.id, sql.placeholder("id"));
  const byId = db.select().from(channel).where(at).prepare();
  const all = db.select().from(channel).orderBy(channel.id).prepare();
  const due = db
    .select({ id: channel.id })
    .from(channel)
    .where(or(lte(channel.dueAt, sql.placeholder("now")), gt(channel.dueFrom, sql.placeholder("now"))))
    .orderBy(channel.dueAt, channel.id)
    .prepare();
  const lastKeeper = db
    .select({ person: keeper.person })
    .from(keeper)
    .where(eq(keeper.channel, sql.placeholder("id")))
    .orderBy(sql`${keeper.since} desc`, sql`rowid desc`)
    .limit(1)
    .prepare();
  const taken = db
    .select({ day: round.day })
    .from(round)
    .where(
      and(
        eq(round.channel, sql.placeholder("id")),
        eq(round.day, sql.placeholder("day")),
        eq(round.kind, "scheduled"),
      ),
    )
    .prepare();
  const quiet = db
    .select({ day: quietDay.day, state: quietDay.state })
    .from(quietDay)
    .where(eq(quietDay.channel, sql.placeholder("id")))
    .orderBy(quietDay.day)
    .prepare();

  const toChannel = (row: Row): Channel => ({
    id: row.id,
    name: row.name,
    keeper: (lastKeeper.get({ id: row.id })?.person as PersonId | undefined) ?? null,
    schedule: row.schedule && revive(row.schedule),
  });

  const state = (id: ChannelId): ChannelState => {
    const row = byId.get({ id });
    return {
      channel: row ? toChannel(row) : null,
      taken: (day: Day) => taken.get({ id, day }) !== undefined,
      dueAt: row?.dueAt == null ? null : new Date(row.dueAt),
      settled: row?.settled ?? null,
    };
  };

  return {
    state,
    one: (id: ChannelId) => state(id).channel,
    all: () => all.all().map(toChannel),
    due: (now: Date) => due.all({ now: now.getTime() }).map((row) => row.id),
    quietDays: (id: ChannelId): readonly QuietDay[] => quiet.all({ id }),

    change({ channel: { id, name, schedule }, dueAt, days, settled, by }: ChannelChange, now: Date): void {
      const row = { name, schedule, dueAt: dueAt?.getTime() ?? null, dueFrom: now.getTime(), settled };
      db.insert(channel)
        .values({ id, ...row })
        .onConflictDoUpdate({ target: channel.id, set: row })
        .run();
      this.settle(id, days);
      if (by)
        db.insert(keeper)
          .values({ channel: id, since: now.getTime(), ...by })
          .run();
    },

    /** Written once; a later change never rewrites it. */
    settle(id: ChannelId, days: readonly QuietDay[]): void {
      for (const { day, state } of days) {
        db.insert(quietDay).values({ channel: id, day, state }).onConflictDoNothing().run();
      }
    },

    await(id: ChannelId, dueAt: Date | null, settled: Day | null, now: Date): void {
      db.update(channel)
        .set({ dueAt: dueAt?.getTime() ?? null, dueFrom: now.getTime(), settled })
        .where(eq(channel.id, id))
        .run();
    },
  };
}

/** JSON knows no instants. */
function revive(schedule: Schedule): Schedule {
  return { ...schedule, since: new Date(schedule.since) };
}
