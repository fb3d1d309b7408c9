import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { personId } from "../../src/core/ids.js";
import { closeFor, monthOf } from "../../src/core/member.js";
import { remember } from "../../src/core/memory.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import type { Store } from "../../src/store/store.js";
import { answer, at, dayAt, enrol, openRound, person, picksOf, study } from "./school.js";
import { type Life, totalsOf } from "./totals.js";

/** Rounds lie five days apart, so that a run crosses months. */
const apart = 5;
const people = ["ada", "ben", "chidi"].map(person);

/** One thing that happens; `back`: so many rounds before the newest. */
const deed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("open" as const),
      reveal: fc.constantFrom("at-once" as const, "at-close" as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("close" as const), outage: fc.nat(3) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("answer" as const),
      who: fc.nat(people.length - 1),
      back: fc.nat(4),
      right: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("away" as const),
      who: fc.nat(people.length - 1),
      rounds: fc.nat(3),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("withdraw" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("erase" as const), who: fc.nat(people.length - 1) }),
  },
);
type Deed = typeof deed extends fc.Arbitrary<infer Made> ? Made : never;

async function live(store: Store, life: Life, deed: Deed): Promise<void> {
  const { rounds } = life;
  const oldestOpen = rounds.find((round) => !round.closed && !round.withdrawn);
  switch (deed.kind) {
    case "open": {
      const nth = rounds.length * apart;
      const round = await openRound(store, nth, study, { reveal: deed.reveal });
      rounds.push({ round, day: dayAt(nth), closed: false, withdrawn: false, outage: false });
      return;
    }
    case "close": {
      if (!oldestOpen) return;
      const outage = deed.outage === 0;
      const rule = (facts: Parameters<Parameters<Store["closeRound"]>[1]>[0]) => ({
        outage,
        members: facts.members.map((member) => closeFor(member, outage)),
      });
      await store.closeRound(oldestOpen.round.key, rule, remember);
      Object.assign(oldestOpen, { closed: true, outage });
      return;
    }
    case "withdraw": {
      if (!oldestOpen) return;
      await store.withdraw(oldestOpen.round.key, at(rounds.length * apart));
      oldestOpen.withdrawn = true;
      return;
    }
    case "answer": {
      const to = rounds.at(-1 - deed.back);
      const who = people[deed.who];
      if (!to || !who) return;
      const { right, wrong } = picksOf(to.round);
      const when = new Date(to.round.openedAt.getTime() + 1000);
      const picks = deed.right ? right : wrong;
      const done = await answer(store, to.round.key, { who, picks, when });
      const mark = `${to.round.key} ${who}`;
      expect(done?.outcome.kind).toBe(life.answers.has(mark) ? "repeated" : "answered");
      if (!life.answers.has(mark)) life.answers.set(mark, deed.right);
      return;
    }
    case "erase": {
      const who = people[deed.who];
      if (!who) return;
      const alias = personId(`gone:${life.answers.size} ${deed.who} ${rounds.length}`);
      await store.erase(who, alias);
      for (const [mark, right] of [...life.answers]) {
        if (!mark.endsWith(` ${who}`)) continue;
        life.answers.delete(mark);
        life.answers.set(`${mark.split(" ")[0]} ${alias} ${life.answers.size}`, right);
      }
      life.away.delete(who);
      return;
    }
    case "away": {
      const who = people[deed.who];
      const from = oldestOpen?.day ?? dayAt(rounds.length * apart);
      if (!who) return;
      const range = { from, to: dayAt((rounds.length + deed.rounds) * apart) };
      await store.setAway(who, (ranges) => ({ ranges: [...ranges.filter((old) => old.from < from), range] }));
      life.away.set(who, [...(life.away.get(who) ?? []), range]);
    }
  }
}

async function expectTotals(store: Store, life: Life): Promise<void> {
  const months = [...new Set(life.rounds.map(({ day }) => monthOf(day)))];
  for (const who of people) {
    const told = totalsOf(life, who);
    const { months: byMonth, now, ...kept } = told ?? { months: new Map(), now: 0 };
    const member = await store.member(study, who);
    if (told) expect(member).toMatchObject(kept);
    else expect(member).toBeNull();
    expect((await store.streak(study, who)).current).toBe(now);
    for (const month of months) {
      const { tallies } = await store.standings(study, month);
      expect(new Set(tallies.map((one) => one.person)).size).toBe(tallies.length);
      const tally = tallies.find((one) => one.person === who);
      const { answered, right, due } = tally ?? { answered: 0, right: 0, due: 0 };
      expect({ month, answered, right, due }).toEqual({
        month,
        ...(byMonth.get(month) ?? { answered: 0, right: 0, due: 0 }),
      });
      expect(tally?.current ?? 0).toBe(now);
    }
  }
  for (const { round } of life.rounds) {
    const count = [...life.answers.keys()].filter((mark) => mark.startsWith(`${round.key} `)).length;
    expect(await store.round(round.key)).toMatchObject({ answers: count });
  }
  expect(await store.audit()).toEqual([]);
}

describe("kept totals", () => {
  test("faults 22 and 55: equal what a naive count of the same life gives, whatever happened in whatever order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 40 }), async (deeds) => {
        const store = await openStore(":memory:");
        const life: Life = { rounds: [], answers: new Map(), away: new Map() };
        try {
          await enrol(store);
          for (const one of deeds) await live(store, life, one);
          await expectTotals(store, life);
        } finally {
          await store.close();
        }
      }),
      { numRuns: Number(process.env.CUECARD_RUNS ?? 150) },
    );
  });
});
