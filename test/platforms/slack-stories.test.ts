import { describe } from "vitest";
import { allStories } from "../story/all.js";
import { tellAll } from "../story/telling.js";
import { openSlackStage, slackCan } from "./slack/stage.js";

for (const mode of ["socket", "http"] as const) {
  describe(`the stories, on Slack with the real Bolt, in ${mode} mode`, () =>
    tellAll(allStories, openSlackStage(mode), slackCan[mode]));
}
