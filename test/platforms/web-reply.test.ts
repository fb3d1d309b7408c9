import { describe, expect, it } from "vitest";
import type { Inbox } from "../../src/app/platform.js";
import { buttons, note } from "../../src/core/message.js";
import { text } from "../../src/core/prose.js";
import { demo, theReport } from "./web/demo.js";
import { theToggles } from "./web/gallery.js";
import { aMessage, aPlayground, paneOf } from "./web/playground.js";

const privately = "/?pane=private#private";

describe("the parts of a reply", () => {
  it("go where each belongs, and what is said aloud says who asked, not what was pressed", async () => {
    const bot: Inbox = async () => ({
      whisper: aMessage("Whispered"),
      direct: aMessage("In the direct messages"),
      say: aMessage("Said aloud"),
      ask: theReport,
    });
    const { web, as } = await aPlayground(bot);
    await as("ada").post("/command", { command: "/leaderboard" });
    const page = (await as("ada").get("/")).text;
    expect(paneOf(page, "channel")).toContain("Said aloud");
    expect(paneOf(page, "channel")).toContain("Asked for by Ada");
    expect(paneOf(page, "channel")).not.toContain("/leaderboard</code>");
    for (const words of ["Whispered", "In the direct messages", "Report this question"]) {
      expect(paneOf(page, "private")).toContain(words);
      expect(paneOf(page, "channel")).not.toContain(words);
    }
    await web.stop();
  });

  it("a press in a direct message counts as made there, one in a whisper as made in the channel", async () => {
    const withButton = {
      ...aMessage("x"),
      blocks: [buttons({ label: "On", press: "k.on" }), note(text("x"))],
    };
    const { web, events, as } = await aPlayground(async ({ did }) =>
      did.kind === "command"
        ? did.words === "practice"
          ? { direct: withButton }
          : { whisper: withButton }
        : {},
    );
    for (const command of ["/practice", "/quiz"]) {
      await as("ada").post("/command", { command });
      const card =
        /<article class="message" id="(m\d+)"/.exec(
          paneOf((await as("ada").get("/")).text, "private"),
        )?.[1] ?? "";
      await as("ada").post("/press", { press: "k.on", card });
    }
    expect(events.filter(({ did }) => did.kind === "press").map(({ place }) => place.kind)).toEqual([
      "direct",
      "channel",
    ]);
    await web.stop();
  });
});

describe("a questionnaire", () => {
  const asked = async () => {
    const world = await aPlayground(demo);
    await world.as("ada").post("/press", { press: "r41.report" });
    const card = /id="(m\d+)"/.exec(paneOf((await world.as("ada").get("/")).text, "private"))?.[1] ?? "";
    return { ...world, card };
  };

  it("comes back with what was asked, and is gone when it is sent", async () => {
    const { web, events, as, card } = await asked();
    const form = {
      card,
      press: "forged",
      "field.why": "old",
      "field.words": " Since May. ",
      "field.more": "x",
    };
    expect((await as("ada").post("/answer", form)).location).toBe(privately);
    const did = { kind: "answered", press: "r41.report", fields: { why: "old", words: "Since May." } };
    expect(events.at(-1)?.did).toEqual(did);
    const cards = paneOf((await as("ada").get("/")).text, "private");
    expect(cards).toContain("Thank you: old");
    expect(cards.match(/<article/g)).toHaveLength(1);
    expect(cards).not.toContain("questionnaire");
    expect((await as("ada").post("/answer", form)).status).toBe(409);
    await web.stop();
  });

  it("demands what it must know, takes no choice that it did not offer, and is nobody else's", async () => {
    const { web, events, as, card } = await asked();
    expect((await as("ada").post("/answer", { card, "field.words": "x" })).text).toContain(
      "What is wrong with it?",
    );
    expect((await as("ada").post("/answer", { card, "field.why": "forged" })).status).toBe(400);
    expect((await as("ben").post("/answer", { card, "field.why": "key" })).status).toBe(409);
    expect(events.filter(({ did }) => did.kind === "answered")).toEqual([]);
    await web.stop();
  });
});

describe("toggles", () => {
  it("show which are picked", async () => {
    const { web, as } = await aPlayground(async () => ({ whisper: theToggles(2) }));
    await as("ada").post("/command", { command: "/quiz" });
    expect((await as("ada").get("/")).text).toContain('aria-pressed="true" aria-label="B, picked"');
    await web.stop();
  });
});
