import { describe } from "vitest";
import { openSlackStage, slackCan } from "../support/slack-stage.js";
import { shortStories } from "./all.js";
import { tellAll } from "./telling.js";
import { threeDays } from "./three-days.js";

describe("on Slack, with the real Bolt over Socket Mode", () =>
  tellAll(shortStories, openSlackStage("socket"), slackCan.socket));

// All of them are told over HTTP by the soak.
describe("on Slack, with signed requests to the real Bolt", () =>
  tellAll(threeDays, openSlackStage("http"), slackCan.http));
