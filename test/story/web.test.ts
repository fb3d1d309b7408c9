import { describe, test } from "vitest";
import { openWebStage } from "../support/web-stage.js";
import { threeDays } from "./three-days.js";

describe("on the playground, through HTTP", () => {
  for (const [name, story] of Object.entries(threeDays)) {
    test(name, () => story(openWebStage, "test/story/notes"));
  }
});
