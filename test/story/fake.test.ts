import { describe } from "vitest";
import { fakeCan, openFakeStage } from "../support/fake-stage.js";
import { presses } from "./presses.js";
import { tellAll } from "./telling.js";
import { threeDays } from "./three-days.js";

// All of them are told here by the soak; each is told on three real platforms too.
describe("on a platform in memory", () => tellAll({ ...threeDays, ...presses }, openFakeStage, fakeCan));
