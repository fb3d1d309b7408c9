/** A fault to come: on the next requests of a route, `times` of them (1). */
export type Fault = {
  /** Answered instead of the truth; with `after`, only once the request has been carried out. */
  readonly status?: number;
  readonly code?: number;
  readonly message?: string;
  readonly after?: boolean;
  /** The connection goes without an answer, before or after the request has been carried out. */
  readonly cut?: "before" | "after";
  /** How it goes: with a reset, after which discord.js tries again, or merely closed, after which it does not. */
  readonly how?: "reset" | "closed";
  /** Real milliseconds before the request is carried out, and before it is answered. */
  readonly delay?: number;
  readonly late?: number;
  /** With status 429, in real milliseconds. */
  readonly retryAfter?: number;
  readonly times?: number;
  /** Only requests whose path holds this: a channel's id, for one. */
  readonly path?: string;
};

export type Plan = Fault & { readonly route: string; left: number };

/** The fault that waits for a request of this route, counted down. */
export function takePlan(plans: Plan[], route: string, path: string): Plan | null {
  const plan = plans.find(
    (one) => one.left > 0 && (one.route === route || one.route === "*") && path.includes(one.path ?? ""),
  );
  if (!plan) return null;
  plan.left -= 1;
  return plan;
}
