import { describe } from "vitest";
import { openWebStage, webCan } from "../support/web-stage.js";
import { allStories } from "./all.js";
import { tellAll } from "./telling.js";

describe("on the playground, through HTTP", () => tellAll(allStories, openWebStage, webCan));
