import { describe } from "vitest";
import { openWebStage, webCan } from "../support/web-stage.js";
import { shortStories } from "./all.js";
import { tellAll } from "./telling.js";

describe("on the playground, through HTTP", () => tellAll(shortStories, openWebStage, webCan));
