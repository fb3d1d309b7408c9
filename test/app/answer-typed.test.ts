import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { makeInbox } from "../../src/app/inbox.js";
import type { Event, Inbox, Reply } from "../../src/app/platform.js";
import { listReports } from "../../src/cli-reports.js";
import { namesOf } from "../../src/core/names.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import { anApp, type BareApp, study } from "../support/app.js";
import { fakeChannel, fakePerson } from "../support/fake-platform.js";
import { notesFolder } from "../support/notes-folder.js";
import { see } from "../support/plain-message.js";
import { scratchFolder } from "../support/scratch.js";

const notes =
  "# Knots\n\n## Which knot makes a loop that neither slips nor jams?\n\n**Bowline** - the king of knots.\n";

let app: BareApp;
let inbox: Inbox;
let database: string;
let event = 0;

beforeEach(async () => {
  database = join(scratchFolder(), "bot.db");
  app = { ...(await anApp()), store: await openStore(database) };
  await study(app, { "knots.md": notes });
  inbox = makeInbox(app);
});

function does(name: "Ada" | "Ben", did: Event["did"], more: Partial<Event> = {}): Promise<Reply> {
  const person = { id: fakePerson(name), name, mayManage: false };
  const place = { kind: "direct", person: person.id } as const;
  return inbox({ id: `e${++event}`, at: app.clock(), person, place, did, ...more });
}
const says = (name: "Ada" | "Ben", text: string) => does(name, { kind: "said", text });
const textOf = ({ whisper, replace, direct }: Reply) => {
  const message = replace ?? direct ?? whisper;
  return message ? see(message).text : "";
};
const pressOf = (reply: Reply, label: string) => {
  const blocks = (reply.replace ?? reply.whisper)?.blocks ?? [];
  const all = blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : []));
  return all.find((button) => button.label === label)?.press ?? "";
};

describe("what is typed to the bot alone", () => {
  test.each([
    "👍",
    "…",
    "  ",
    "what?",
    "thanks",
    "practise knots",
    "leaderbord",
    "stopp",
    "nxt",
    "dunnoo",
    "/granny",
    "I will tell you all about it one day when we meet in the harbour",
    "Bowline ".repeat(2000),
    `b${"́".repeat(10_000)}`,
  ])("is no answer where it is talk: %j", async (text) => {
    await says("Ada", "quiz");
    expect(textOf(await says("Ada", text))).not.toMatch(/Not this one|You typed/);
    const [ask] = await app.store.answers(fakePerson("Ada"), 5);
    expect(ask).toBeUndefined();
  });

  test("is not graded where the answer is too long to be typed: it is told how to go on, and talk still gets help", async () => {
    const long =
      "because both strands press on each other where they cross, the more the harder anybody pulls";
    await study(app, { "knots.md": `# Knots\n\n## Why does a reef knot hold?\n\n**It holds ${long}.**\n` });
    await says("Ada", "quiz");
    expect(textOf(await says("Ada", "what do you mean?"))).toContain("I know no");
    for (const words of ["frikshun", long, `${long} `.repeat(100)]) {
      expect(textOf(await says("Ada", words))).toMatch(/grade this one yourself[\s\S]*Nothing is graded yet/);
    }
    expect(await app.store.answers(fakePerson("Ada"), 5)).toEqual([]);
    expect(textOf(await says("Ada", "show"))).toContain("both strands");
  });

  test("is not graded where the options are too long to be typed: letters are asked for", async () => {
    const option = (words: string, mark = " ") =>
      `- [${mark}] ${words} and made fast with care, so that no gale of the whole winter moves it\n\n`;
    const options = `${option("With a bowline, tied to the ring", "x")}${option("With two half hitches, tied to the ring")}`;
    await study(app, { "knots.md": `# Knots\n\n## How is the boat moored?\n\n${options}` });
    await says("Ada", "quiz");
    expect(textOf(await says("Ada", "some hitch"))).toMatch(/by letter[\s\S]*Nothing is graded yet/);
    expect(await app.store.answers(fakePerson("Ada"), 5)).toEqual([]);
  });

  test("answers a question once, and only one that waits there", async () => {
    await does(
      "Ada",
      { kind: "command", words: "quiz" },
      { place: { kind: "channel", id: fakeChannel, name: "#study" } },
    );
    expect(textOf(await says("Ada", "bowline"))).toContain("I know no “bowline”");
    await says("Ada", "quiz");
    expect(textOf(await says("Ben", "bowline"))).toContain("I know no “bowline”");
    expect(textOf(await says("Ada", "granny knot"))).toContain("Not this one");
    expect(textOf(await says("Ada", "bowline"))).toContain("I know no “bowline”");
    const [answer] = await app.store.answers(fakePerson("Ada"), 5);
    expect(answer).toMatchObject({ right: false, answer: { kind: "typed", words: "granny knot", as: null } });
  });

  test("is kept without what cannot be seen, and feeds memory as a press would", async () => {
    await says("Ada", "quiz");
    await says("Ada", "  the \u202ebow\u200bline\n");
    const [answer] = await app.store.answers(fakePerson("Ada"), 5);
    expect(answer?.answer).toEqual({ kind: "typed", words: "the bow line", picks: 0, right: true, as: null });
    const [card] = (await app.store.cards(fakePerson("Ada"))).values();
    expect(card).toMatchObject({ reviews: 1, memory: { lapses: 0 } });
  });

  test("is read by the names in force now", async () => {
    app.terms.now = { ...app.terms.now, terms: [{ name: "Bowline", aliases: ["rescue knot"] }] };
    await says("Ada", "quiz");
    expect(textOf(await says("Ada", "a rescue knot"))).toContain("Read as Bowline.");
    expect(namesOf(app.terms.now)).toBe(namesOf(app.terms.now));
  });
});

describe("*Suggest my wording*", () => {
  async function miss(name: "Ada" | "Ben", words: string): Promise<string> {
    await says(name, "quiz");
    const press = pressOf(await says(name, words), "Suggest my wording");
    expect(press).not.toBe("");
    return press;
  }
  const reported = async () => {
    let words = "";
    const { path } = notesFolder({ "knots.md": notes });
    await listReports({ CUECARD_DATABASE: database, CUECARD_NOTES: path }, { json: false }, async (more) => {
      words += more;
    });
    return words;
  };

  test("is kept once for each, for the authors to read, newest first; memory and results stay", async () => {
    const press = await miss("Ada", "rescue knot");
    const before = await app.store.cards(fakePerson("Ada"));
    for (let times = 0; times < 3; times += 1) {
      expect(textOf(await does("Ada", { kind: "press", press }))).toContain(
        "Kept for the authors of the notes",
      );
    }
    await does("Ben", { kind: "press", press: await miss("Ben", "rescue knot") });
    await does(
      "Ben",
      { kind: "press", press: await miss("Ben", "king\u001b[31m knot") },
      { at: new Date("2026-03-10T08:00:00Z") },
    );
    expect(await app.store.cards(fakePerson("Ada"))).toEqual(before);
    expect((await app.store.results(fakePerson("Ada"))).values().next().value?.right).toBe(false);
    expect(await reported()).toBe(
      "knots.md:3  typed answer  2026-03-10  knots/which-knot-makes-a-loop-that-neither-slips-nor-jams\n" +
        "    “king [31m knot” for “Bowline”: if it is right, add it to terms.yaml\n\n" +
        "knots.md:3  typed answer  2026-03-09  knots/which-knot-makes-a-loop-that-neither-slips-nor-jams  2 people\n" +
        "    “rescue knot” for “Bowline”: if it is right, add it to terms.yaml\n",
    );
  });

  test("is forgotten with the person", async () => {
    await does("Ada", { kind: "press", press: await miss("Ada", "rescue knot") });
    expect(await reported()).toContain("rescue knot");
    await says("Ada", "mydata delete");
    await does("Ada", { kind: "press", press: "-.d" });
    expect(await reported()).toBe("No question was reported.\n");
  });

  test("is nobody else's to say, and nothing is kept of what was right", async () => {
    const press = await miss("Ada", "rescue knot");
    expect(textOf(await does("Ben", { kind: "press", press }))).not.toContain("Kept");
    await says("Ben", "quiz");
    const right = await says("Ben", "bowline");
    const forged = pressOf(right, "Report this question").replace(/\.f$/, ".i");
    expect(textOf(await does("Ben", { kind: "press", press: forged }))).not.toContain("Kept");
    expect(await reported()).toBe("No question was reported.\n");
  });
});
