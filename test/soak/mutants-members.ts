import { against, type Mutant } from "./mutant.js";

/** Breaks of streak, totals, board, grading, outage and choice. */
export const memberMutants: readonly Mutant[] = [
  ...against("streak.property", "streak", [
    ["a freeze is earned every sixth day", "const daysPerFreeze = 5;", "const daysPerFreeze = 6;"],
    ["three freezes are held", "Math.min(mostFreezes, granted + 1)", "granted + 1"],
    ["freezes of a lost gap stay spent", "streak.freezes + streak.gap)", "streak.freezes)"],
    [
      "an answer does not end the gap",
      "    gap: 0,\n  };\n}\n\nfunction missed",
      "    gap: 2,\n  };\n}\n\nfunction missed",
    ],
    [
      "a frozen day adds to the streak",
      "return { ...streak, freezes",
      "return { ...streak, current: streak.current + 1, freezes",
    ],
    [
      "the longest streak is forgotten with a break",
      "return { ...streak, current: 0, gap: 0",
      "return { ...streak, current: 0, longest: 0, gap: 0",
    ],
    [
      "a lost gap is still shown as frozen",
      "if (after.current === 0 && streak.gap > 0) unfreeze",
      "if (after.current < 0) unfreeze",
    ],
    [
      "an outage ends a streak",
      '    case "missed":\n      return missed(streak);',
      '    case "missed":\n    case "outage":\n      return missed(streak);',
    ],
  ]),
  ...against("streak.property", "member", [
    ["who was away is due on the board", 'state === "missed" ?', 'state === "missed" || state === "away" ?'],
    [
      "a missed day counts as answered in all",
      'if (day.state === "answered") answered += 1;',
      "answered += 1;",
    ],
    ["months run from the first of the year", "day.slice(0, 7)", "day.slice(0, 4)"],
    [
      "an open round is kept before its close",
      "foldStreak(days.filter((day) => day.closed))",
      "foldStreak(days)",
    ],
  ]),
  ...against("leaderboard.property", "leaderboard", [
    ["a newcomer's first answer weighs all", "Math.min(fullWeight, rounds)", "0"],
    ["a newcomer weighs five in a young month", "Math.min(fullWeight, rounds)", "fullWeight"],
    ["places are not shared", "compare(before, score) !== 0", "true"],
    ["the place after a tie is not left out", "place = index + 1", "place += 1"],
    [
      "share right comes first",
      "differ(a.first, b.first) || differ(a.second, b.second)",
      "differ(a.second, b.second) || differ(a.first, b.first)",
    ],
    ["the longest board shows the current streak", "first: tally.longest", "first: tally.current"],
    ["ties stand in the order they came", "|| byName(a.tally.name, b.tally.name)", ""],
    ["what was merely shown counts as wrong", "tally.right / tally.graded", "tally.right / tally.answered"],
  ]),
  ...against("grading.property", "round", [
    ["an empty set can be picked", "picks < 1 ||", "picks < 0 ||"],
    [
      "a letter past the last can be picked",
      "picks >= 1 << asked.form.options.length",
      "picks > 1 << asked.form.options.length",
    ],
    ["halves of letters can be picked", "!Number.isInteger(picks) ||", ""],
    ["the last press counts", "if (earlier) return", "if (earlier && press.at < earlier.at) return"],
    ["the instant of the close still counts", "press.at >= round.closesAt)", "press.at > round.closesAt)"],
    ["a round that ended early goes on", "round.closedAt ?? round.closesAt", "round.closesAt"],
  ]),
  ...against("grading.property", "question", [
    [
      "one right letter is enough",
      "return picks === keyMask(options)",
      "return (picks & keyMask(options)) !== 0",
    ],
    [
      "all right letters are enough",
      "return picks === keyMask(options)",
      "return (picks & keyMask(options)) === keyMask(options)",
    ],
  ]),
  ...against("correction.property", "correction", [
    [
      "the key of before is forgotten",
      "former: [...new Set([...(asked.former ?? []), before])],",
      "former: [],",
    ],
    [
      "only the last key of before is remembered",
      "[...new Set([...(asked.former ?? []), before])]",
      "[before]",
    ],
    [
      "a key stays where it stood in the notes' order",
      "now.get(reading(option.body)) ?? option",
      'question.form.kind === "choice" ? (question.form.options[options.indexOf(option)] ?? option) : option',
    ],
    [
      "a reworded prompt is re-scored",
      "if (reading(one.prompt) !== reading(other.prompt)) return false;",
      "",
    ],
    [
      "options that cannot be told apart are re-scored",
      "const same = ones.size === one.form.options.length && others.size === other.form.options.length;",
      "const same = true;",
    ],
    ["drafted options are re-scored", 'option.origin === "drafted"', 'option.origin === ("none" as string)'],
    ["what was right gains again", "return right === false && judge", "return judge"],
  ]),
  ...against("correction.property", "asked", [
    ["who was right by the old key loses", " || former.includes(picks)) return true;", ") return true;"],
    [
      "one of two letters is enough where two were asked for",
      "isOne(former[0] ?? 0) && isOne(picks)",
      "isOne(picks)",
    ],
    ["one letter is never enough", "isOne(former[0] ?? 0) && isOne(picks)", "false"],
  ]),
  ...against("outage.property", "outage", [
    ["four hours hold for short rounds too", "Math.min(4 * hour, length / 4)", "4 * hour"],
    ["a quarter holds for long rounds too", "Math.min(4 * hour, length / 4)", "length / 4"],
    ["the border itself is an outage", "beats) > Math.min", "beats) >= Math.min"],
    [
      "beats that overlap count twice",
      "const from = Math.max(at, beat.from.getTime())",
      "const from = Math.max(open.from.getTime(), beat.from.getTime())",
    ],
    ["beats do not reach to the next tick", "beat.to.getTime() + beatReach", "beat.to.getTime()"],
  ]),
  ...against("choice.property", "round", [
    [
      "what was asked is asked again",
      "!history.questions.has(entry.question.id));\n  const choices",
      "true || entry);\n  const choices",
    ],
    ["scenarios come among the choices", "choices.length > 0 ? choices : unasked", "unasked"],
    [
      "topics do not take turns",
      "longestAgo(topics, (id) => history.topics.get(id)",
      "longestAgo(topics, () => undefined",
    ],
    ["a repeat is any question", "history.questions.get(entry.question.id), seed)", "undefined, seed)"],
    [
      "the first of equals is always taken",
      "items.filter((_, index) => times[index] === least)",
      "items.filter((_, index) => times[index] === least).slice(0, 1)",
    ],
    ["scenarios come where only choices are wanted", '&& schedule.options.kinds === "all"', ""],
  ]),
  ...against("choice.property", "bank", [
    ["a withdrawn question is asked", "!retired && (topics", "(topics"],
    ["a topic covers only itself", "|| other.startsWith(", "|| topic.startsWith("],
  ]),
  ...against("away", "away", [
    ["thirty-one days are allowed", "days: 30, within", "days: 31, within"],
    ["a stretch is eighty-nine days", "within: 90", "within: 89"],
    [
      "what lies half in a stretch counts whole",
      "range.from < from ? from : range.from, range.to > end ? end : range.to",
      "range.from, range.to",
    ],
    [
      "ranges that overlap count twice",
      "const together = withRange(ranges, wish);",
      "const together = [...ranges, wish];",
    ],
  ]),
];
