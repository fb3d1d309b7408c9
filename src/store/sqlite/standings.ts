import { and, eq, isNull, sql } from "drizzle-orm";
import type { ChannelId, PersonId } from "../../core/ids.js";
import type { Tally } from "../../core/leaderboard.js";
import { noMonth, streakNow } from "../../core/member.js";
import type { Db } from "./open.js";
import { attempt, member, month, person, round } from "./schema.js";
import { toldRight } from "./told.js";

/**
 * What the board of a month is made of: kept totals of every member who does not hide, read by index alone however
 * much lies beside them. Rows come as bare lists: for a thousand members that is half of the time.
 */
export function standings(db: Db) {
  const channel = sql.placeholder("channel");
  const name = sql.placeholder("month");
  const totals = db
    .select({
      person: member.person,
      name: person.name,
      current: member.current,
      longest: member.longest,
      answered: month.answered,
      graded: month.graded,
      right: month.right,
      due: month.due,
    })
    .from(member)
    .innerJoin(person, eq(person.id, member.person))
    .leftJoin(month, and(eq(month.channel, channel), eq(month.month, name), eq(month.person, member.person)))
    .where(and(eq(member.channel, channel), eq(person.hidden, false)))
    .prepare();
  const answeredOpen = db
    .select({ person: attempt.person, right: toldRight, month: sql<string>`substr(${round.day}, 1, 7)` })
    .from(round)
    .innerJoin(attempt, eq(attempt.round, round.key))
    .where(and(eq(round.channel, channel), eq(round.kind, "scheduled"), isNull(round.closedAt)))
    .prepare();
  const held = db
    .select({ count: sql<number>`count(*)` })
    .from(round)
    .where(
      and(
        eq(round.channel, channel),
        eq(round.kind, "scheduled"),
        isNull(round.withdrawnAt),
        sql`${round.day} between ${name} || '-01' and ${name} || '-31'`,
      ),
    )
    .prepare();

  return (
    channel: ChannelId,
    month: string,
    reader: PersonId | null,
  ): { tallies: readonly Tally[]; rounds: number } => {
    const open = new Map((answeredOpen.values({ channel }) as OpenRow[]).map((row) => [row[0], row]));
    const rows = totals.values({ channel, month }) as Row[];
    return {
      tallies: rows.map((row) => {
        const here = open.get(row[0]);
        return toTally(row, here !== undefined, here?.[2] === month && row[0] !== reader ? here[1] : null);
      }),
      rounds: held.get({ channel, month })?.count ?? 0,
    };
  };
}

/** In the order of the selection; the month is null where it holds nothing. */
type Row = [
  person: PersonId,
  name: string,
  current: number,
  longest: number,
  answered: number | null,
  graded: number | null,
  right: number | null,
  due: number | null,
];

/** `right`: as far as it was told, 0 or 1. */
type OpenRow = [person: PersonId, right: number | null, month: string];

/** `untold`: of the open round, where it was right or wrong. Until the close nobody but themselves is told of it. */
function toTally(
  [person, name, current, longest, answered, graded, right, due]: Row,
  open: boolean,
  untold: number | null,
): Tally {
  const now = streakNow({ current, longest, freezes: 0, gap: 0 }, open);
  return {
    person,
    name,
    answered: answered ?? noMonth.answered,
    graded: (graded ?? noMonth.graded) - (untold === null ? 0 : 1),
    right: (right ?? noMonth.right) - (untold ?? 0),
    due: due ?? noMonth.due,
    current: now.current,
    longest: now.longest,
  };
}
