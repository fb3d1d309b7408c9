import { against, type Mutant } from "./mutant.js";

/** Breaks of the daily: what is due, when it closes, what is written of quiet days, the calendar, buttons, cards. */
export const dailyMutants: readonly Mutant[] = [
  ...against("daily.property", "channel", [
    ["a question goes out seven hours late", "catchUp = 6 * hour", "catchUp = 7 * hour"],
    ["a question is left out after five hours", "catchUp = 6 * hour", "catchUp = 5 * hour"],
    ["the first of the missed slots goes out", "const last = come.at(-1);", "const last = come.at(0);"],
    ["a slot before the schedule was set is due", "schedule.since.getTime(), earliest", "0, earliest"],
    ["a paused channel is asked", "if (schedule.paused) return { slot: null, missed: [], next: null };", ""],
    ["a slot that is posted is told as missed", "come.slice(0, -1) : come", "come : come"],
    [
      "a slot that was missed is awaited again",
      "nextSlot(schedule, now, (day)",
      "nextSlot(schedule, start, (day)",
    ],
    [
      "the daily looks a day too far ahead",
      "next: nextSlot(schedule, now, (day) => day === posted || taken(day))",
      "next: nextSlot(schedule, new Date(now.getTime() + 24 * hour), taken)",
    ],
  ]),
  ...against("daily.property", "opening", [
    ["a change drops a slot that waits for its post", "(due?.slot ?? due?.next)?.at", "due?.next?.at"],
    [
      "a new hour waits for the slot of the old one",
      "(due?.slot ?? due?.next)?.at ?? null",
      "state.dueAt ?? due?.next?.at ?? null",
    ],
    [
      "a second round comes on one date",
      "const due = isDue(schedule, state.dueAt ?? now, now, state.taken);\n  const opening",
      "const due = isDue(schedule, new Date(now.getTime() - 6 * 3600000), now, () => false);\n  const opening",
    ],
  ]),
  ...against("daily.property", "round", [
    ["a round stays open for eight days", "addDays(day, 7)", "addDays(day, 8)"],
    ["a round is open for seven days always", "next && next.at < latest ? next.at : latest", "latest"],
    [
      "a round closes with the next slot however far",
      "next && next.at < latest ? next.at : latest",
      "next?.at ?? latest",
    ],
  ]),
  ...against("quiet-days.property", "channel", [
    [
      "a pause reads as rest",
      'if (schedule.paused) return "no question";',
      'if (schedule.paused) return "rest";',
    ],
    [
      "a Saturday among dates off is off",
      'if (!schedule.weekdays.includes(weekdayOf(day))) return "rest";',
      'if (!schedule.weekdays.includes(weekdayOf(day)) && !isWithin(day, schedule.off)) return "rest";',
    ],
    ["a date off reads as no question", '"date off" : "no question"', '"no question" : "no question"'],
  ]),
  ...against("quiet-days.property", "opening", [
    ["the day that is not over is written", "day <= yesterday; day", "day <= addDays(yesterday, 1); day"],
    ["the last written day is written again", "let day = addDays(settled, 1)", "let day = settled"],
    [
      "a clock that went back lets days be written again",
      "settled > yesterday ? settled : yesterday",
      "yesterday",
    ],
    [
      "the new schedule judges the days before it",
      "const days = settle(state, now);\n  const due",
      "const days = settle({ ...state, channel }, now);\n  const due",
    ],
  ]),
  ...against("calendar-year", "calendar", [
    [
      "a wall time in the gap comes an hour before it",
      "return new Date((after ?? earlier).epochMilliseconds);",
      "return new Date(earlier.epochMilliseconds + (after ? 0 : 1));",
    ],
    [
      "a wall time in the gap is pushed on by the gap",
      "return new Date((after ?? earlier).epochMilliseconds);",
      'return new Date(wall.toZonedDateTime(zone, { disambiguation: after ? "later" : "later" }).epochMilliseconds);',
    ],
    ["the overlap calls the second time", '{ disambiguation: "earlier" }', '{ disambiguation: "later" }'],
    [
      "a slot lies a day on, not a date on",
      "if (at > after) return { day, at };",
      "if (at.getTime() - after.getTime() >= 24 * hour || (at > after && step < 1)) return { day, at };",
    ],
  ]),
  ...against("action", "action", [
    [
      "picks are written in tens and read in thirty-sixths",
      "action.picks.toString(36)",
      "action.picks.toString(10)",
    ],
    ["the count of reviews is lost", "action.reviews.toString(36)", "0"],
    ["a press without a key is read", 'if (match[1] === "-") return null;', ""],
    [
      "an unknown letter throws",
      "if (!match || !kind) return null;",
      'if (!kind) throw new Error("unknown");\n  if (!match) return null;',
    ],
    ["a fifth grade is read", "/^([1-4])", "/^([0-9])"],
  ]),
  ...against("option-order", "option-order", [
    [
      "anchored options move",
      "options.map((option) => (isAnchored(option) ? option : (loose.shift() as Option)))",
      "shuffle(options, seed)",
    ],
    ["an option is lost for another", "loose.shift() as Option", "loose[0] as Option"],
    [
      "the marks stay where they were",
      "options.map((option) => (isAnchored(option) ? option : (loose.shift() as Option)))",
      "options.map((option) => isAnchored(option) ? option : { ...(loose.shift() as Option), correct: option.correct })",
    ],
  ]),
  ...against("reminder", "reminder", [
    ["a reminder comes however late it is", "now.getTime() - last.getTime() <= remindLate", "true"],
    ["a clock that ran ahead brings a second one today", "(day) => day <= today", "() => false"],
    ["what was changed meanwhile is put off all the same", "!reminder || !isSame ||", "!reminder ||"],
    ["an hour ahead for ever is waited for", "if (wait > farAhead)", "if (wait > 1e15)"],
  ]),
  ...against("keeping", "keeping", [
    ["a jumping clock makes things forgotten", "since < 0 || since > 2 * day", "since < 0"],
    ["what is younger is forgotten", "now.getTime() - unansweredDays * day", "now.getTime()"],
    ["it is done more than once a day", "since >= 0 && since < day", "since < 0"],
  ]),
  ...against("card", "card", [
    [
      "the clock going back takes the review back",
      "Math.max(now.getTime(), card.memory.lastReview ?? 0)",
      "now.getTime()",
    ],
    ["the last review is forgotten", "new Date(memory.lastReview) }", "new Date(0) }"],
    ["learning steps are not kept", "learning_steps: memory.learningSteps", "learning_steps: 0"],
    [
      "memory asks for another share of recall",
      "request_retention: retention / 100",
      "request_retention: 0.8",
    ],
    ["lapses are not kept", "lapses: memory.lapses", "lapses: 0"],
  ]),
];
