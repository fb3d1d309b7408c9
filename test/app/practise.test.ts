import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, expect, test } from "vitest";
import { makeInbox } from "../../src/app/inbox.js";
import type { Event, Inbox, Reply } from "../../src/app/platform.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import { anApp, type BareApp, study } from "../support/app.js";
import { fakePerson } from "../support/fake-platform.js";
import { see } from "../support/plain-message.js";
import { scratchFolder } from "../support/scratch.js";

const ada = fakePerson("Ada");
const knots = `# Knots

### Which knot makes a loop that neither slips nor jams?

**Bowline** - the king of knots.

### Which knot joins two ropes of one size?

**Reef knot** - flat, and easy to undo.
`;
const tides = "# Tides\n\n### How often is the log of the tide gauge copied?\n\n**Daily** - at midnight.\n";

let app: BareApp;
let inbox: Inbox;
let event = 0;

beforeEach(async () => {
  app = await anApp();
  inbox = makeInbox(app);
});

function does(did: Event["did"]): Promise<Reply> {
  const at = new Date(app.clock().getTime() + ++event * 1000);
  const person = { id: ada, name: "Ada", mayManage: false };
  return inbox({ id: `e${event}`, at, person, place: { kind: "direct", person: ada }, did });
}
const says = (text: string) => does({ kind: "said", text });
const presses = (press: string) => does({ kind: "press", press });
const seen = ({ whisper, replace, direct }: Reply) => {
  const message = replace ?? direct ?? whisper;
  if (!message) throw new Error("nothing was said");
  return see(message);
};
const pressOf = (reply: Reply, label: string) => {
  const blocks = (reply.replace ?? reply.direct ?? reply.whisper)?.blocks ?? [];
  const all = blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : []));
  return all.find((button) => button.label.startsWith(label))?.press ?? "";
};

test("a run over a topic that leaves the notes ends: it does not go on over everything", async () => {
  await study(app, { "knots.md": knots, "tides.md": tides });
  const shown = await presses(pressOf(await says("practice knots"), "Show the answer"));
  await study(app, { "tides.md": tides });
  const over = seen(await presses(pressOf(shown, "Easy")));
  expect(over.text).toContain("That is all for now");
  expect(over.text).toContain("1 card done");
  expect(over.text).not.toContain("tide");
});

test("a run over a topic whose name is longer than a button stays in it", async () => {
  const folder = "everything-that-is-known-of-ropes-and-of-cordage/and-of-how-they-are-tied-at-sea";
  await study(app, { [`${folder}/knots.md`]: knots, "tides.md": tides });
  const first = await presses(pressOf(await says(`practice ${folder}/knots`), "Show the answer"));
  const second = await presses(pressOf(first, "Easy"));
  expect(seen(second).text).toContain("Practice: 1 new, this one included.");
  const over = seen(await presses(pressOf(await presses(pressOf(second, "Show the answer")), "Easy")));
  expect(over.text).toMatch(/That is all for now[\s\S]*2 cards done, 2 of them new/);
});

test("several questions of such a topic are all of it", async () => {
  const folder = "everything-that-is-known-of-ropes-and-of-cordage/and-of-how-they-are-tied-at-sea";
  await study(app, { [`${folder}/knots.md`]: knots, "tides.md": tides });
  let shown = await says(`quiz ${folder}/knots 6`);
  for (let nth = 1; nth <= 6; nth += 1) {
    expect(seen(shown).text).toContain("Knots");
    const answered = await presses(pressOf(shown, "Show the answer"));
    if (nth < 6) shown = await presses(pressOf(answered, "Next question"));
  }
});

test("an answer may be a word that commands begin with, where a card waits for it; with a slash it is a command", async () => {
  await study(app, { "tides.md": tides });
  expect(seen(await says("practice")).text).toContain("Type your answer");
  expect(seen(await says("/daily")).text).toContain("That belongs to a channel");
  expect(seen(await says("daily")).text).toMatch(/Right[\s\S]*At midnight/);
  expect((await app.store.results(ada)).size).toBe(1);
});

test("a grade that is typed for a card that has moved on since grades nothing, as its button would", async () => {
  await study(app, { "tides.md": tides });
  const shown = await presses(pressOf(await says("practice"), "Show the answer"));
  expect(pressOf(shown, "Good")).not.toBe("");
  const [question] = app.bank.now.byId.keys();
  if (!question) throw new Error("no question");
  const { review, newCard } = await import("../../src/core/card.js");
  await app.store.changeCard(ada, question, (old, retention) =>
    review(old ?? newCard(question, app.clock()), { grade: 3, now: app.clock(), retention }),
  );
  await says("good");
  expect((await app.store.card(ada, question))?.reviews).toBe(1);
});

test("a grade that cannot be saved whole is not saved in part: pressed again it counts, and the run tells of it", async () => {
  const file = join(scratchFolder(), "bot.db");
  app = { ...(await anApp()), store: await openStore(file) };
  inbox = makeInbox(app);
  await study(app, { "tides.md": tides });
  const easy = pressOf(await presses(pressOf(await says("practice"), "Show the answer")), "Easy");
  const disk = new Database(file);
  disk.exec(
    "create trigger full before update of self_grade on ask begin select raise(abort, 'disk is full'); end",
  );
  expect(seen(await presses(easy)).text).toContain("Something went wrong");
  expect(await app.store.cards(ada)).toEqual(new Map());
  disk.exec("drop trigger full");
  disk.close();
  expect(seen(await presses(easy)).text).toContain("1 card done, a new one: you know 1.");
  await app.store.close();
});

test("misses are asked for whatever their capitals", async () => {
  await study(app, { "tides.md": tides });
  expect(seen(await says("Practice Misses")).text).toContain("You have no misses to go through.");
});
