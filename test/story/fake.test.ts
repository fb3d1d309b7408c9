import { describe } from "vitest";
import { fakeCan, openFakeStage } from "../support/fake-stage.js";
import { allStories } from "./all.js";
import { tellAll } from "./telling.js";

describe("on a platform in memory", () => tellAll(allStories, openFakeStage, fakeCan));
