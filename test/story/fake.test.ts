import { describe, test } from "vitest";
import { openFakeStage } from "../support/fake-stage.js";
import { threeDays } from "./three-days.js";

describe("on a platform in memory", () => {
  for (const [name, story] of Object.entries(threeDays)) {
    test(name, () => story(openFakeStage, "test/story/notes"));
  }
});
