import { describe } from "vitest";
import { openSlackStage, slackCan } from "../support/slack-stage.js";
import { allStories } from "./all.js";
import { tellAll } from "./telling.js";

describe("on Slack, with the real Bolt over Socket Mode", () =>
  tellAll(allStories, openSlackStage("socket"), slackCan.socket));
