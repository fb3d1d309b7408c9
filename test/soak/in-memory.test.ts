import { describe } from "vitest";
import { allStories } from "../story/all.js";
import { tellAll } from "../story/telling.js";
import { fakeCan, openFakeStage } from "../support/fake-stage.js";

describe("every story on a platform in memory", () => tellAll(allStories, openFakeStage, fakeCan));
