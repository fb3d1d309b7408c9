import { describe, expect, test } from "vitest";
import { makeBank } from "../../src/core/bank.js";
import type { Day, Slot } from "../../src/core/calendar.js";
import { isDue, type Schedule } from "../../src/core/channel.js";
import { type OpeningState, openBonus, openDaily } from "../../src/core/opening.js";
import { closingTime, type Round } from "../../src/core/round.js";
import { aBank, aChannel, anEntry, aQuestion, aSchedule, at, day, everyDay, time } from "./things.js";

const none = () => false;
const from = at("2026-03-10T08:00:00Z");
const daily = aSchedule({ weekdays: everyDay });
const days = (slots: readonly Slot[]) => slots.map((slot) => slot.day);

describe("what is due at a wake-up", () => {
  test.each([
    ["a minute early: nothing", daily, "2026-03-10T07:59:59.999Z", null, []],
    ["on the minute", daily, "2026-03-10T08:00:00Z", "2026-03-10", []],
    ["two hours late: still today's", daily, "2026-03-10T10:00:00Z", "2026-03-10", []],
    ["six hours late to the millisecond", daily, "2026-03-10T14:00:00Z", "2026-03-10", []],
    ["a millisecond more: left out", daily, "2026-03-10T14:00:00.001Z", null, ["2026-03-10"]],
    [
      "three days later, in the night",
      daily,
      "2026-03-12T23:00:00Z",
      null,
      ["2026-03-10", "2026-03-11", "2026-03-12"],
    ],
    ["three days later, at nine", daily, "2026-03-12T08:00:00Z", "2026-03-12", ["2026-03-10", "2026-03-11"]],
    ["paused", { ...daily, paused: { by: "keeper" as const } }, "2026-03-10T08:00:00Z", null, []],
  ] as const)("%s", (_, schedule, now, posted, missed) => {
    const due = isDue(schedule, from, at(now), none);
    expect(due.slot?.day ?? null).toBe(posted);
    expect(days(due.missed)).toEqual(missed);
  });

  test("only a slot after the schedule was set, and never the one it was set on", () => {
    const since = (iso: string) =>
      isDue({ ...daily, since: at(iso) }, from, at("2026-03-10T09:00:00Z"), none).slot;
    expect(since("2026-03-10T07:59:59Z")?.day).toBe("2026-03-10");
    expect(since("2026-03-10T08:00:00Z")).toBeNull();
  });

  test("no date that has its round", () => {
    const due = isDue(daily, from, at("2026-03-10T08:30:00Z"), (date) => date === "2026-03-10");
    expect(due.slot).toBeNull();
    expect(due.next?.day).toBe("2026-03-11");
  });
});

const noHistory = { questions: new Map(), topics: new Map() };
const state = (schedule: Schedule | null, change: Partial<OpeningState> = {}): OpeningState => ({
  channel: aChannel(schedule),
  taken: none,
  dueAt: from,
  settled: day("2026-03-09"),
  history: () => noHistory,
  open: [],
  ...change,
});
const bank = aBank("a/1", "a/2", "b/1");

describe("opening the daily", () => {
  test("a round that goes out after midnight bears its slot's date, and that date is no quiet day", () => {
    const late = aSchedule({ weekdays: everyDay, time: time("22:00") });
    const opening = openDaily(
      state(late, { dueAt: at("2026-03-10T21:00:00Z") }),
      bank,
      at("2026-03-11T02:00:00Z"),
    );
    expect(opening.round).toMatchObject({ day: "2026-03-10", closesAt: at("2026-03-11T21:00:00Z") });
    expect(opening.days).toEqual([]);
    expect(opening.settled).toBe("2026-03-10");
  });

  test("the round before it is ended, one whose time is over already is left alone", () => {
    const now = at("2026-03-10T08:00:00Z");
    const open = [
      { key: "early", closesAt: at("2026-03-12T08:00:00Z") },
      { key: "over", closesAt: now },
    ] as unknown as Round[];
    expect(openDaily(state(daily, { open }), bank, now).closes).toEqual(["early"]);
  });

  test("an empty pool opens nothing and waits for the next slot", () => {
    const opening = openDaily(state(daily), makeBank([]), from);
    expect(opening).toMatchObject({
      round: null,
      empty: true,
      dueAt: at("2026-03-11T08:00:00Z"),
      left: null,
    });
  });

  test("says how many questions are left unasked after this one", () => {
    expect(openDaily(state(daily), bank, from).left).toBe(2);
    const all = new Map(bank.entries.map(({ question }, index) => [question.id, new Date(index)]));
    const repeated = openDaily(
      state(daily, { history: () => ({ ...noHistory, questions: all }) }),
      bank,
      from,
    );
    expect(repeated.left).toBe(0);
  });

  test("a channel without a schedule is left alone", () => {
    expect(openDaily(state(null), bank, from)).toMatchObject({
      round: null,
      dueAt: null,
      settled: "2026-03-09",
    });
  });
});

describe("a bonus round", () => {
  const now = at("2026-03-10T12:00:00Z");
  test("closes with the channel's next slot and moves nothing that is awaited", () => {
    const opening = openBonus(state(daily, { dueAt: at("2026-03-11T08:00:00Z") }), bank, now, "event");
    expect(opening.round).toMatchObject({
      kind: "bonus",
      day: "2026-03-10",
      closesAt: at("2026-03-11T08:00:00Z"),
    });
    expect(opening).toMatchObject({ dueAt: at("2026-03-11T08:00:00Z"), closes: [] });
  });
  test("stays open seven days while the daily is paused: no slot is ahead", () => {
    const paused = { ...daily, paused: { by: "keeper" as const } };
    expect(openBonus(state(paused), bank, now, "e").round?.closesAt).toEqual(at("2026-03-17T08:00:00Z"));
  });
  test("two events are two rounds, the same event is the same round", () => {
    const key = (event: string) => openBonus(state(daily), bank, now, event).round?.key;
    expect(key("one")).toBe(key("one"));
    expect(key("one")).not.toBe(key("two"));
  });
});

describe("a closing time", () => {
  const friday = day("2026-03-13");
  const slot = (date: string, iso: string) => ({ day: date as Day, at: at(iso) });
  test.each([
    [
      "Friday's stays open over the weekend",
      slot("2026-03-16", "2026-03-16T08:00:00Z"),
      "2026-03-16T08:00:00Z",
    ],
    ["no slot ahead: seven days", null, "2026-03-20T08:00:00Z"],
    ["a far slot: seven days", slot("2026-04-01", "2026-04-01T07:00:00Z"), "2026-03-20T08:00:00Z"],
  ])("%s", (_, next, expected) => {
    expect(closingTime(aSchedule(), friday, next)).toEqual(at(expected));
  });
  test("seven calendar days at the same hour, over a change of the clocks", () => {
    expect(closingTime(aSchedule(), day("2026-03-27"), null)).toEqual(at("2026-04-03T07:00:00Z"));
  });
});

test("a question of this channel alone is asked where it has topics of its own", () => {
  const entries = [anEntry(aQuestion("a/1")), anEntry(aQuestion("b/1"))];
  const only = { ...daily, topics: [entries[1]?.question.topic as never] };
  expect(openDaily(state(only), makeBank(entries), from).round?.asked.question).toBe("b/1");
});
