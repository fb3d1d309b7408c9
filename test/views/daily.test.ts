import { expect, test } from "vitest";
import { channelId, personId } from "../../src/core/ids.js";
import { dailyMessage } from "../../src/views/daily.js";
import { aSchedule } from "../core/things.js";
import { see } from "../support/plain-message.js";
import { aDaily } from "./a-daily.js";

test("the number of questions says what it counts: the notes hold more than can come as the daily", () => {
  const named = { id: channelId("web:playground/study"), name: "#study", keeper: personId("web:ada") };
  const channel = { ...named, schedule: aSchedule() };
  const { text } = see(dailyMessage(aDaily(channel, { pool: 81 })));
  expect(text).toContain("81 questions can come as the daily; any others in the notes are for /practice.");
});
