import { describe, expect, it } from "vitest";
import type { App, Pictures } from "../../src/app/app.js";
import { makeInbox } from "../../src/app/inbox.js";
import { postDaily } from "../../src/app/post-daily.js";
import type { Block, Message } from "../../src/core/message.js";
import { anApp, study } from "../support/app.js";
import { FakePlatform, fakeChannel, fakePerson } from "../support/fake-platform.js";

const question = (title: string) => `## ${title}\n\nIs it ${title}?\n\n- [x] Yes\n- [ ] No\n- [ ] Never\n`;
const monday = new Date("2026-03-09T08:00:00Z");

/** Ada has set a daily, and answered it and a quiz of two questions wrongly and rightly. */
async function adas(pictures?: Pictures, draws?: true) {
  const bare = await anApp(monday);
  if (draws) Object.assign(bare.platform, { draws });
  const app: App = pictures ? { ...bare, pictures } : bare;
  await study(app, { "sea.md": question("Ebb"), "land.md": question("Hill") });
  const inbox = makeInbox(app);
  let [events, at] = [0, new Date("2026-03-09T07:00:00Z")];
  const send = async (did: { kind: "command"; words: string } | { kind: "press"; press: string }) => {
    events += 1;
    const person = { id: fakePerson("Ada"), name: "Ada", mayManage: true };
    const place = { kind: "channel", id: fakeChannel, name: "#study" } as const;
    return await inbox({ id: `e${events}`, at, person, place, did });
  };
  const type = async (words: string) => (await send({ kind: "command", words })).whisper;
  const answer = async (message: Message | undefined, letter: string) => {
    const all = message?.blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : [])) ?? [];
    await send({ kind: "press", press: all.find(({ label }) => label === letter)?.press ?? "" });
  };
  await type("daily set 09:00 Europe/Berlin mon-fri");
  at = monday;
  await postDaily(app, at);
  await answer(bare.platform.inChannel(fakeChannel)[0]?.message, "A");
  await answer(await type("quiz"), "B");
  return { type, logged: bare.logged };
}

const find = <Kind extends Block["kind"]>(message: Message | undefined, kind: Kind) =>
  message?.blocks.find((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);

const png = new Uint8Array([1, 2, 3]);
const drawn: Pictures = { year: async () => png, accuracy: async () => png };
const failing: Pictures = {
  year: async () => null,
  accuracy: async () => {
    throw new Error("no easel");
  },
};

describe("pictures in answers", () => {
  it("are borne by the year and by the topics, beside the words", async () => {
    const { type } = await adas(drawn);
    const streak = await type("streak");
    expect(find(streak, "year")).toMatchObject({ png, sentence: expect.stringContaining("you answered") });
    const history = await type("quiz history");
    expect(find(history, "accuracy")).toMatchObject({
      png,
      sentence: expect.stringMatching(/of 2 answers right/),
    });
    expect(find(history, "accuracy")?.rows).toHaveLength(2);
    expect(find(history, "table")?.rows).toHaveLength(2);
  });

  it.each([
    ["are not made for a platform that draws itself", drawn, true],
    ["are left out where there is no easel", undefined, undefined],
    ["are left out where they fail", failing, undefined],
  ] as const)("%s", async (_, pictures, draws) => {
    const { type, logged } = await adas(pictures, draws);
    const [year, accuracy] = [
      find(await type("streak"), "year"),
      find(await type("quiz history"), "accuracy"),
    ];
    expect(year?.days.length).toBeGreaterThan(0);
    expect(accuracy?.rows).toHaveLength(2);
    expect([year, accuracy].map((block) => block && "png" in block)).toEqual([false, false]);
    expect(logged.includes("a picture failed: Error: no easel")).toBe(pictures === failing);
  });

  it("say nothing of topics before the first answer", async () => {
    const app = await anApp();
    const history = await makeInbox(app)({
      id: "e",
      at: monday,
      person: { id: fakePerson("Ben"), name: "Ben", mayManage: false },
      place: { kind: "direct", person: fakePerson("Ben") },
      did: { kind: "command", words: "quiz history" },
    });
    expect(find(history.whisper, "accuracy")).toBeUndefined();
    expect(new FakePlatform()).not.toHaveProperty("draws");
  });
});
