import { describe } from "vitest";
import { allStories } from "../story/all.js";
import { tellAll } from "../story/telling.js";
import { openSlackStage, slackCan } from "../support/slack-stage.js";

describe("every story on Slack, with signed requests to the real Bolt", () =>
  tellAll(allStories, openSlackStage("http"), slackCan.http));
