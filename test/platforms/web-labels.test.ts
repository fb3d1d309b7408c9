import { expect, test } from "vitest";
import type { Round } from "../../src/core/round.js";
import { openRoundMessage } from "../../src/views/question.js";
import { closedRoundMessage } from "../../src/views/reveal.js";
import { anAsked, aQuestion, choice, day, recall } from "../core/things.js";
import { aPlayground, channel, key, noon, theChannel } from "./web/playground.js";

const forms = { "with options": choice("*yes", "no"), "a scenario": recall("so") };
const spread = { answers: 0, right: 0, picks: [], unknown: 0 };

for (const [name, form] of Object.entries(forms)) {
  test.each([
    ["scheduled", "Today’s question", "Yesterday’s question, revealed"],
    ["bonus", "A bonus question", "A bonus question, revealed"],
  ] as const)(
    `${name}, %s, is labelled while it is open and when it is revealed`,
    async (kind, open, closed) => {
      const { web, clock, as } = await aPlayground();
      const round: Round = {
        ...{ key: key("r41"), channel, day: day("2026-03-10"), kind, asked: anAsked(aQuestion("a/b", form)) },
        ...{ openedAt: noon, closesAt: noon, reveal: "at-once", closedAt: null },
      };
      const posted = await web.post(theChannel, openRoundMessage(round, 0), round.key);
      if (posted.kind !== "posted") throw new Error(posted.kind);
      expect((await as("ada").get("/")).text).toContain(`<span>${open}</span>`);
      clock.now = new Date("2026-03-11T08:00:00Z");
      await web.edit(posted.receipt, closedRoundMessage(round, spread));
      expect((await as("ada").get("/")).text).toContain(`<span>${closed}</span>`);
      await web.stop();
    },
  );
}
