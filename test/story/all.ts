import { clocks } from "./clocks.js";
import { month } from "./month.js";
import { presses } from "./presses.js";
import type { Stories } from "./telling.js";
import { threeDays } from "./three-days.js";

/** Every story that is told on each platform, unedited. */
export const allStories: Stories = { ...threeDays, ...month, ...presses, ...clocks };
