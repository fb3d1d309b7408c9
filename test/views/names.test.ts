import { expect, test } from "vitest";
import { readZone, type TimeOfDay, utc } from "../../src/core/calendar.js";
import { type Channel, defaultOptions } from "../../src/core/channel.js";
import { channelId, topicId } from "../../src/core/ids.js";
import type { Message } from "../../src/core/message.js";
import { usual } from "../../src/core/practice-settings.js";
import {
  bonusAskedMessage,
  dailyChangedMessage,
  movedMessage,
  noSuchChannelMessage,
} from "../../src/views/daily.js";
import { homeMessage } from "../../src/views/home.js";
import { misreadMessage } from "../../src/views/misread.js";
import { emptyPoolMessage, lostPostMessage, refusedMessage } from "../../src/views/notices.js";
import { unknownTopicMessage } from "../../src/views/unknown-topic.js";
import { see } from "../support/plain-message.js";
import { aDaily } from "./a-daily.js";

const name = "#aws_study_group **x** _y_";
const channel: Channel = {
  id: channelId("fake:w/c"),
  name,
  keeper: null,
  schedule: {
    time: "09:00" as TimeOfDay,
    zone: readZone("Europe/Berlin") ?? utc,
    weekdays: [1],
    off: [],
    topics: [topicId("a_b_c/d_e_f")],
    paused: null,
    since: new Date(0),
    options: defaultOptions,
  },
};
const today = "2026-03-09" as Parameters<typeof lostPostMessage>[1];
const topic = { id: topicId("a_b_c/d_e_f"), title: "D_E_F", questions: 2 };
const noStreak = { current: 0, longest: 0, freezes: 0, gap: 0 };

const said: Readonly<Record<string, readonly [Message, string]>> = {
  "a schedule": [
    dailyChangedMessage(aDaily(channel), { by: "Ada_L_ovelace", kind: "set", before: null }),
    "a_b_c/d_e_f",
  ],
  "a bonus question": [bonusAskedMessage(channel), name],
  "a daily that moved": [movedMessage(channel, "_there_", "Ada"), name],
  "a channel that is none": [noSuchChannelMessage(name), name],
  "an empty pool": [emptyPoolMessage(channel, 0), name],
  "a post that was lost": [lostPostMessage(channel, today), name],
  "a refusal with the right that is missing": [
    refusedMessage(channel, "not-allowed", "READ_MESSAGE_HISTORY"),
    "READ_MESSAGE_HISTORY",
  ],
  "a topic that is none": [unknownTopicMessage(name, { near: [topic], all: [topic] }), "a_b_c/d_e_f"],
  "words that are none": [misreadMessage(name, { kind: "command" }), name],
  "a home page": [
    homeMessage({
      parts: [{ channel: name, streak: noStreak, open: null }],
      due: 0,
      topics: 1,
      hidden: false,
      reminder: null,
      settings: usual,
    }),
    name,
  ],
};

for (const [what, [message, words]] of Object.entries(said)) {
  test(`names are text, never marks: ${what}`, () => {
    expect(see(message).text).toContain(words);
  });
}
