import type { Calm } from "./calm.js";
import type { Delivery } from "./delivery.js";
import type { Emit } from "./method.js";
import type { Responses } from "./responses.js";
import type { World } from "./world.js";

/** What people and channels act through. */
export type Wires = {
  readonly world: World;
  readonly delivery: Delivery;
  readonly responses: Responses;
  readonly emit: Emit;
  readonly calm: Calm;
};
