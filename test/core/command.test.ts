import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Command, commandList, parseCommand } from "../../src/core/command.js";
import { runs } from "./settings.js";

const daily = (wish: object) => ({ kind: "daily", wish });
const workdays = [1, 2, 3, 4, 5];

describe("the same words on every platform", () => {
  test.each<[string, object]>([
    ["quiz", { kind: "quiz", topic: "", count: 1 }],
    ["quiz 5", { kind: "quiz", topic: "", count: 5 }],
    ["quiz aws/storage 3", { kind: "quiz", topic: "aws/storage", count: 3 }],
    ["quiz event bridge", { kind: "quiz", topic: "event bridge", count: 1 }],
    ["quiz s3", { kind: "quiz", topic: "s3", count: 1 }],
    ["quiz 10", { kind: "quiz", topic: "", count: 10 }],
    ["quiz 11", { kind: "quiz", topic: "11", count: 1 }],
    ["quiz 0", { kind: "quiz", topic: "0", count: 1 }],
    ["quiz route 53", { kind: "quiz", topic: "route 53", count: 1 }],
    ["quiz route 53 2", { kind: "quiz", topic: "route 53", count: 2 }],
    ["daily move discord:1/2 #aws study", daily({ kind: "move", to: "discord:1/2", name: "#aws study" })],
    ["daily move discord:1/2", daily({ kind: "move", to: "discord:1/2" })],
    ["daily move the other room", daily({ kind: "move", to: "the other room" })],
    ["quiz history", { kind: "quiz history" }],
    ["QUIZ History", { kind: "quiz history" }],
    ["quiz history of art", { kind: "quiz", topic: "history of art", count: 1 }],
    ["practice", { kind: "practice", topic: "" }],
    ["practice misses", { kind: "practice", topic: "misses" }],
    ["practice set", { kind: "practice set", settings: {} }],
    ["practise SET new=0", { kind: "practice set", settings: { freshADay: 0 } }],
    [
      "practice set retention=97% new=100",
      { kind: "practice set", settings: { freshADay: 100, retention: 97 } },
    ],
    ["practice set theory", { kind: "practice", topic: "set theory" }],
    ["streak", { kind: "streak" }],
    ["streak why", { kind: "streak why" }],
    ["streak away", { kind: "streak away show" }],
    ["streak away off", { kind: "streak away off" }],
    [
      "streak away 2026-08-01..2026-08-14",
      { kind: "streak away", range: { from: "2026-08-01", to: "2026-08-14" } },
    ],
    [
      "streak away 2026-08-01 .. 2026-08-14",
      { kind: "streak away", range: { from: "2026-08-01", to: "2026-08-14" } },
    ],
    ["reminder", { kind: "reminder", wish: { kind: "show" } }],
    ["reminder OFF", { kind: "reminder", wish: { kind: "off" } }],
    ["reminder 17:30", { kind: "reminder", wish: { kind: "set", time: "17:30", zone: null } }],
    [
      "reminder europe/berlin 7.05",
      { kind: "reminder", wish: { kind: "set", time: "07:05", zone: "Europe/Berlin" } },
    ],
    ["reminder Asia/Tokyo", { kind: "reminder", wish: { kind: "set", time: null, zone: "Asia/Tokyo" } }],
    ["leaderboard", { kind: "leaderboard", view: "month" }],
    ["leaderboard Longest", { kind: "leaderboard", view: "longest" }],
    ["daily", daily({ kind: "show" })],
    ["daily pause", daily({ kind: "pause" })],
    ["daily now", daily({ kind: "now" })],
    ["daily topics aws/storage kinesis", daily({ kind: "topics", topics: ["aws/storage", "kinesis"] })],
    [
      "  daily   set 9:00  Europe/Berlin mon-fri ",
      daily({ kind: "set", time: "09:00", zone: "Europe/Berlin", weekdays: workdays }),
    ],
    [
      "daily off 2026-12-24..2027-01-02",
      daily({ kind: "off", range: { from: "2026-12-24", to: "2027-01-02" } }),
    ],
    ["daily topics", daily({ kind: "show" })],
    ["daily on 2026-12-24", daily({ kind: "on", range: { from: "2026-12-24", to: "2026-12-24" } })],
    ["daily off 2026-12-24", daily({ kind: "off", range: { from: "2026-12-24", to: "2026-12-24" } })],
    [
      "daily options reveal=at-close thread=on tell=nobody kinds=choice",
      daily({ kind: "options", options: { reveal: "at-close", thread: true, tell: null, kinds: "choice" } }),
    ],
    ["mydata", { kind: "my data", wish: "about" }],
    ["mydata Delete", { kind: "my data", wish: "delete" }],
    ["mydata export", { kind: "my data export", mark: null }],
    ["mydata export 2.asks.k3.f9", { kind: "my data export", mark: "2.asks.k3.f9" }],
    ["studyhelp", { kind: "help" }],
  ])("%j", (words, expected) => expect(parseCommand(words)).toEqual(expected));

  test.each<[string, object]>([
    ["", { kind: "command" }],
    ["dance", { kind: "command" }],
    ["constructor", { kind: "command" }],
    ["streak away 2026-02-30..2026-03-02", { kind: "date", given: "2026-02-30" }],
    ["streak away 2026-03-02..2026-03-01", { kind: "turned", given: "2026-03-02..2026-03-01" }],
    ["streak away 2026-02-01 .. 2026-02-29", { kind: "date", given: "2026-02-29" }],
    ["streak away next week", { kind: "range", given: "next week" }],
    ["mydata sell", { kind: "word", given: "sell" }],
    ["streak sideways", { kind: "word", given: "sideways" }],
    ["leaderboard year", { kind: "word", given: "year" }],
    ["reminder 25:00", { kind: "time", given: "25:00" }],
    ["reminder half past five", { kind: "when", given: "half past five" }],
    ["reminder noon", { kind: "when", given: "noon" }],
    ["reminder 5pm", { kind: "time", given: "5pm" }],
    ["reminder 17:30 CET", { kind: "zone", given: "CET" }],
    ["reminder off please", { kind: "when", given: "off please" }],
    ["reminder 17:30 mon-fri", { kind: "word", given: "17:30 mon-fri" }],
    ["practice set new=101", { kind: "value", setting: "freshADay", given: "new=101" }],
    ["practice set retention=69", { kind: "value", setting: "retention", given: "retention=69" }],
    ["practice set retention=98", { kind: "value", setting: "retention", given: "retention=98" }],
    ["practice set new=-1", { kind: "value", setting: "freshADay", given: "new=-1" }],
    ["practice set new=1.5", { kind: "value", setting: "freshADay", given: "new=1.5" }],
    ["practice set new=5 colour=red", { kind: "setting", given: "colour=red" }],
    ["practice set __proto__=1", { kind: "setting", given: "__proto__=1" }],
    ["daily set", { kind: "time", given: "" }],
    ["daily set 25:00", { kind: "time", given: "25:00" }],
    ["daily set 9", { kind: "time", given: "9" }],
    ["daily set 09:00 +02:00", { kind: "zone", given: "+02:00" }],
    ["daily set 09:00 EST", { kind: "zone", given: "EST" }],
    ["daily set 09:00 constructor", { kind: "zone", given: "constructor" }],
    ["daily set __proto__", { kind: "when", given: "__proto__" }],
    ["daily set mon-fro", { kind: "days", given: "mon-fro" }],
    ["daily off tomorrow", { kind: "range", given: "tomorrow" }],
    ["daily off 2026-02-30", { kind: "date", given: "2026-02-30" }],
    ["daily on 2026-12-31..2026-12-24", { kind: "turned", given: "2026-12-31..2026-12-24" }],
    ["daily off", { kind: "missing", behind: "off" }],
    ["daily on", { kind: "missing", behind: "on" }],
    ["daily move", { kind: "missing", behind: "move" }],
    ["daily Remove", { kind: "end", given: "Remove" }],
    ["daily stop", { kind: "end", given: "stop" }],
    ["daily options colour=red", { kind: "option", given: "colour=red" }],
    ["daily dance", { kind: "word", given: "dance" }],
  ])("%j gets help", (words, fault) => {
    expect(parseCommand(words)).toEqual({ kind: "misread", words, fault });
  });

  test("every example that the commands tell of themselves is understood", () => {
    const examples = commandList.flatMap(({ name, usage }) => usage.map((words) => `${name} ${words}`));
    const read = examples
      .filter((words) => !words.includes("["))
      .map((words): Command => parseCommand(words));
    expect(read.filter((command) => command.kind === "misread")).toEqual([]);
  });
});

test("nothing that anybody types throws, and a schedule that is read is whole", () => {
  const bits = fc.constantFrom(
    "daily",
    "set",
    "09:00",
    "mon-fri",
    "__proto__",
    "constructor",
    "off",
    "..",
    "topics",
    "=",
  );
  const typed = fc
    .array(fc.oneof(bits, fc.string({ unit: "binary" })), { maxLength: 6 })
    .map((all) => all.join(" "));
  fc.assert(
    fc.property(
      fc.oneof(
        typed,
        fc.string(),
        typed.map((words) => `daily set ${words}`),
      ),
      (words) => {
        const command = parseCommand(words);
        if (command.kind !== "daily" || command.wish.kind !== "set") return;
        expect(Array.isArray(command.wish.weekdays ?? [])).toBe(true);
      },
    ),
    runs(2000),
  );
});
