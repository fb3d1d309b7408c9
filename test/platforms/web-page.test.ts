import { describe, expect, it } from "vitest";
import { demo } from "./web/demo.js";
import { theDaily } from "./web/gallery.js";
import { aMessage, aPlayground, channel, key, noon, paneOf, theChannel } from "./web/playground.js";

const privately = "/?pane=private#private";

describe("the first morning", () => {
  it("greets with three things to try, and leaves no pane bare", async () => {
    const { web, as } = await aPlayground();
    const { text: page } = await as("ada").get("/");
    expect(paneOf(page, "channel")).toContain("Nothing has been asked here yet");
    expect(paneOf(page, "channel")).toContain("Wed 11 March, 09:00");
    expect(paneOf(page, "channel")).toContain("how the team did is told when the question closes");
    expect(paneOf(page, "private")).toContain("Nothing yet.");
    await web.post(theChannel, theDaily(0), key("r41"));
    expect((await as("ada").get("/")).text).not.toContain("Nothing has been asked here yet");
    await web.stop();
  });
});

describe("a press", () => {
  it("reaches the bot untouched, with who, when and where", async () => {
    const { web, events, as } = await aPlayground(demo);
    const posted = await web.post(theChannel, theDaily(0), key("r41"));
    const card = posted.kind === "posted" ? posted.receipt.message : "";
    const { status, location } = await as("ben").post("/press", { press: "r41.1", card });
    expect([status, location]).toEqual([303, privately]);
    const person = { id: "web:ben", name: "Ben", mayManage: true, zone: "Europe/Berlin" };
    const place = { kind: "channel", id: channel, name: "#aws-study" };
    const did = { kind: "press", press: "r41.1" };
    expect(events).toEqual([
      { id: expect.any(String), at: noon, person, place, on: { channel, message: card }, did },
    ]);
    const page = (await as("ben").get(privately)).text;
    expect(paneOf(page, "private")).toContain("You pressed B");
    expect(paneOf(page, "private")).toContain("Not this one");
    expect(paneOf(page, "channel")).not.toContain("Not this one");
    await web.stop();
  });

  it("made twice in a hurry is two events of different names", async () => {
    const { web, events, as } = await aPlayground(demo);
    await Promise.all([
      as("ada").post("/press", { press: "r41.1" }),
      as("ada").post("/press", { press: "r41.1" }),
    ]);
    expect(events).toHaveLength(2);
    expect(events[0]?.id).not.toBe(events[1]?.id);
    await web.stop();
  });

  it("in a private card replaces that card, which comes to lie on top", async () => {
    const { web, as } = await aPlayground(demo);
    await as("ada").post("/command", { command: "/quiz two" });
    await as("ada").post("/command", { command: "/leaderboard" });
    const card =
      /id="(m\d+)"><p class="when"><span><code>\/quiz two/.exec((await as("ada").get("/")).text)?.[1] ?? "";
    await as("ada").post("/press", { press: "x.3", card });
    const cards = paneOf((await as("ada").get("/")).text, "private");
    expect(cards.match(/<article/g)).toHaveLength(2);
    expect(cards.indexOf(card)).toBeLessThan(cards.indexOf("/leaderboard</code>"));
    expect(cards).toContain('value="x.1" aria-pressed="true" aria-label="B, picked"');
    await web.stop();
  });

  it("in a channel card never replaces what all see", async () => {
    const { web, as } = await aPlayground(async () => ({ replace: aMessage("Only for Ada") }));
    const posted = await web.post(theChannel, theDaily(0), key("r41"));
    const card = posted.kind === "posted" ? posted.receipt.message : "";
    await as("ada").post("/press", { press: "r41.1", card });
    const page = (await as("ada").get("/")).text;
    expect(paneOf(page, "channel")).toContain("Fan-out");
    expect(paneOf(page, "channel")).not.toContain("Only for Ada");
    expect(paneOf(page, "private")).toContain("Only for Ada");
    await web.stop();
  });
});

describe("what is typed", () => {
  const commands: [string, object, string][] = [
    ["/streak why", { kind: "command", words: "streak why" }, "channel"],
    ["  /quiz  ", { kind: "command", words: "quiz" }, "channel"],
    ["two queues", { kind: "said", text: "two queues" }, "direct"],
  ];
  it.each(commands)("%s", async (command, did, kind) => {
    const { web, events, as } = await aPlayground(demo);
    const { location } = await as("ada").post("/command", { command });
    expect(location).toBe(privately);
    expect(events[0]).toMatchObject({ did, place: { kind } });
    await web.stop();
  });

  it("is nothing when nothing is typed", async () => {
    const { web, events, as } = await aPlayground(demo);
    await as("ada").post("/command", { command: "  " });
    expect(events).toEqual([]);
    await web.stop();
  });

  it("is completed by the bot while it is typed", async () => {
    const { web, events, as } = await aPlayground(demo);
    const answer = await as("dana").get("/suggest?words=%2Fquiz%20kin");
    expect(JSON.parse(answer.text)[0]).toEqual({
      words: "quiz kinesis-data-streams",
      note: "Streaming, 6 questions",
    });
    expect(events[0]).toMatchObject({ person: { name: "Dana" }, did: { kind: "typing", words: "quiz kin" } });
    await web.stop();
  });
});
