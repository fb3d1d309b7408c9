import { beforeEach, describe, expect, test } from "vitest";
import { makeInbox } from "../../src/app/inbox.js";
import type { Event, Inbox, Reply } from "../../src/app/platform.js";
import { anApp, type BareApp, study } from "../support/app.js";
import { fakeChannel, fakePerson } from "../support/fake-platform.js";
import { see } from "../support/plain-message.js";

const ada = { id: fakePerson("Ada"), name: "Ada", mayManage: false };
const channel = { kind: "channel", id: fakeChannel, name: "#study" } as const;
const knots =
  "# Knots\n\n## Which knot makes a loop that neither slips nor jams?\n\n**Bowline** - the king of knots.\n";

let app: BareApp;
let inbox: Inbox;
let now = new Date();
let event = 0;

beforeEach(async () => {
  now = new Date("2026-03-09T08:00:00Z");
  app = { ...(await anApp()), clock: () => now };
  await study(app, { "knots.md": knots });
  inbox = makeInbox(app);
});

const does = (did: Event["did"], place: Event["place"] = { kind: "direct", person: ada.id }) =>
  inbox({ id: `e${++event}`, at: now, person: ada, place, did });
const says = (text: string) => does({ kind: "said", text });
const press = (press: string, place?: Event["place"]) => does({ kind: "press", press }, place);
const textOf = ({ whisper, replace, direct }: Reply) => {
  const message = replace ?? direct ?? whisper;
  return message ? see(message).text : "";
};
const pressOf = ({ whisper, replace, direct }: Reply, label: string) => {
  const blocks = (replace ?? direct ?? whisper)?.blocks ?? [];
  const buttons = blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : []));
  return buttons.find((button) => button.label.startsWith(label))?.press ?? expect.fail(`no button ${label}`);
};
const reviews = async () => [...(await app.store.cards(ada.id)).values()].map((card) => card.reviews);

describe("an answer that was just shown", () => {
  test.each([
    ["in another run", "practice", /say again, hard, good or easy/],
    ["in a quiz", "quiz", /Say show, then whether you had it/],
  ])("is not typed %s", async (_name, command, told) => {
    await says("practice");
    expect(textOf(await says("show"))).toContain("Bowline");
    await says(command);
    expect(textOf(await says("bowline"))).toMatch(told);
    expect(await reviews()).toEqual([]);
  });

  test("is not typed under a newer card where it was shown under an older one", async () => {
    const first = await says("practice");
    await says("practice");
    expect(textOf(await press(pressOf(first, "Show")))).toContain("Bowline");
    expect(textOf(await says("bowline"))).toContain("The answer is shown already");
    expect(await reviews()).toEqual([]);
  });

  test("is asked for again later, and then typed", async () => {
    await says("practice");
    await says("show");
    now = new Date("2026-03-09T08:21:00Z");
    expect(textOf(await says("practice"))).toContain("Type your answer");
    expect(textOf(await says("bowline"))).toContain("Right");
    expect(await reviews()).toEqual([1]);
  });
});

test("a typed grade of a card that has moved on grades nothing, and the present card comes", async () => {
  await says("practice");
  await says("show");
  const shown = await press(
    pressOf(await does({ kind: "command", words: "quiz" }, channel), "Show"),
    channel,
  );
  await press(pressOf(shown, "Not this time"), channel);
  expect(await reviews()).toEqual([1]);
  expect(textOf(await says("easy"))).toContain("Practice: 1 coming back");
  expect(await reviews()).toEqual([1]);
});

test("a forged show on a card with letters shows nothing", async () => {
  await study(app, {
    "knots.md": "# Knots\n\n## Which?\n\nWhich knot?\n\n- [x] Bowline\n- [ ] Reef\n- [ ] Granny\n",
  });
  const [key] = pressOf(await says("practice"), "A").split(".");
  expect(textOf(await press(`${key}.w`))).toContain("no longer known");
});

test("a question that is practised from direct messages is answered there", async () => {
  await study(app, {
    "knots.md": "# Knots\n\n## Which?\n\nWhich knot?\n\n- [x] Bowline\n- [ ] Reef\n",
    "winds.md": "# Winds\n\n## Which?\n\nWhich wind?\n\n- [x] Mistral\n- [ ] Foehn\n",
  });
  const manager = { ...ada, mayManage: true };
  const set = { id: "set", at: now, person: manager, place: channel } as const;
  await inbox({ ...set, did: { kind: "command", words: "daily set 09:00 UTC daily" } });
  await inbox({ ...set, id: "now", did: { kind: "command", words: "daily now" } });
  const [round] = await app.store.openRounds(fakeChannel);
  const key = round?.key ?? expect.fail("nothing is open");
  await says(`practice ${round?.asked.topic === "knots" ? "winds" : "knots"}`);
  await app.store.closeRound(
    key,
    ({ members }) => ({ outage: false, members: members.map((one) => ({ ...one, due: 0 })) }),
    () => null,
  );
  const again = await press(`${key}.x`);
  const letter = see(again.whisper ?? expect.fail("nothing came")).options[0]?.text ?? "";
  expect(textOf(await says("a"))).toContain(letter);
});
