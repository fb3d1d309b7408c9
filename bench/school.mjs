/** A choice of four with explanations, about as long as those of real notes. */
export function aQuestion(nth) {
  const words = (text) => [{ kind: "prose", prose: [{ kind: "text", text }] }];
  const filler = "and says why in a sentence of the length that people write";
  return {
    id: `harbour/q${nth}`,
    topic: `harbour/t${nth % 20}`,
    title: null,
    prompt: words(`A ship of number ${nth} enters the harbour at night ${filler}. Which light does it show?`),
    form: {
      kind: "choice",
      options: ["north", "east", "south", "west"].map((side, index) => ({
        body: words(`The light of the ${side} ${filler}`),
        correct: index === 1,
        origin: "authored",
        why: words(`The ${side} ${filler}.`),
      })),
    },
    explanation: words(`The east, for that is where the sun rises ${filler}.`),
    notes: [[{ kind: "text", text: `A line of the notes ${filler}` }]],
    source: { file: "harbour.md", line: 1 + nth * 9, end: 9 + nth * 9, headings: ["Harbour"] },
    from: "options",
  };
}

export function aChannel(id) {
  const options = { reveal: "at-once", thread: false, tell: null, kinds: "all" };
  const since = new Date("2026-03-01T00:00:00Z");
  const timetable = { time: "09:00", zone: "UTC", weekdays: [1, 2, 3, 4, 5, 6, 7], off: [] };
  return { id, name: id, keeper: null, schedule: { ...timetable, topics: [], paused: null, since, options } };
}

/** What the rule of an opening says where the round is given. */
export function opened(channel, asked) {
  const [openedAt, closesAt] = [new Date("2026-03-02T09:00:00Z"), new Date("2026-03-03T09:00:00Z")];
  const kind = { kind: "scheduled", reveal: "at-once", closedAt: null };
  const round = { key: "bench", channel, day: "2026-03-02", asked, openedAt, closesAt, ...kind };
  return { round, dueAt: null, closes: [], days: [], settled: null, missed: [], empty: false, left: null };
}
