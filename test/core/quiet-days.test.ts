import { describe, expect, test } from "vitest";
import type { Day } from "../../src/core/calendar.js";
import { type Schedule, stateWithoutRound } from "../../src/core/channel.js";
import { type ChannelState, changeSchedule, settle } from "../../src/core/opening.js";
import { aChannel, aSchedule, at, day, everyDay, time, zone } from "./things.js";

const daily = aSchedule({ weekdays: everyDay });
const state = (schedule: Schedule | null, change: Partial<ChannelState> = {}): ChannelState => ({
  channel: aChannel(schedule),
  taken: () => false,
  dueAt: at("2026-03-10T08:00:00Z"),
  settled: day("2026-03-09"),
  ...change,
});

describe("a day without a round", () => {
  const off = aSchedule({ off: [{ from: day("2026-03-09"), to: day("2026-03-15") }] });
  test.each([
    ["a working day on which nothing went out", aSchedule(), "2026-03-10", "no question"],
    ["a Saturday", aSchedule(), "2026-03-14", "rest"],
    ["a working day off", off, "2026-03-10", "date off"],
    ["a Saturday among dates off is rest: the first that fits", off, "2026-03-14", "rest"],
    ["any day of a pause", { ...off, paused: { by: "keeper" as const } }, "2026-03-14", "no question"],
  ])("%s", (_, schedule, date, expected) => {
    expect(stateWithoutRound(schedule, day(date))).toBe(expected);
  });

  test("is written when it has ended, from the last written on, and the weekend with it", () => {
    const written = settle(state(aSchedule(), { settled: day("2026-03-12") }), at("2026-03-16T08:00:00Z"));
    expect(written).toEqual({
      settled: "2026-03-15",
      days: [
        { day: "2026-03-13", state: "no question" },
        { day: "2026-03-14", state: "rest" },
        { day: "2026-03-15", state: "rest" },
      ],
    });
  });
  test("is not written again by a clock that went back", () => {
    const again = settle(state(aSchedule(), { settled: day("2027-03-12") }), at("2026-03-16T08:00:00Z"));
    expect(again).toEqual({ settled: "2027-03-12", days: [] });
  });
});

describe("a change of the schedule", () => {
  const now = at("2026-03-10T09:30:00Z");
  const change = (schedule: Schedule, known: Partial<ChannelState> = {}) =>
    changeSchedule(state(daily, { dueAt: at("2026-03-11T08:00:00Z"), ...known }), aChannel(schedule), now)
      .dueAt;
  const taken = (date: Day) => date === "2026-03-10";

  test("a later hour today counts today where no round is out, and tomorrow where one is", () => {
    const noon = { ...daily, time: time("12:00"), since: now };
    expect(change(noon)).toEqual(at("2026-03-10T11:00:00Z"));
    expect(change(noon, { taken })).toEqual(at("2026-03-11T11:00:00Z"));
  });
  test("an hour that is past today waits for tomorrow", () => {
    expect(change({ ...daily, time: time("08:00"), since: now })).toEqual(at("2026-03-11T07:00:00Z"));
  });
  test("a zone far to the west has its nine o'clock ahead, but today's round is out", () => {
    const west = { ...daily, zone: zone("America/New_York"), since: now };
    expect(change(west, { taken })).toEqual(at("2026-03-11T13:00:00Z"));
  });
  test("other topics leave a slot due that has come and waits for its post", () => {
    const pending = { dueAt: at("2026-03-10T08:00:00Z") };
    expect(change({ ...daily }, pending)).toEqual(at("2026-03-10T08:00:00Z"));
    expect(change({ ...daily, since: now }, pending)).toEqual(at("2026-03-11T08:00:00Z"));
  });
  test("a pause awaits nothing", () => {
    expect(change({ ...daily, paused: { by: "keeper" } })).toBeNull();
  });
  test("the first schedule leaves the days before it unwritten", () => {
    const first = changeSchedule(state(null, { channel: null, settled: null }), aChannel(daily), now);
    expect(first).toMatchObject({ days: [], settled: "2026-03-09" });
  });
});
