/** So many requests in so many real milliseconds. */
export type Limit = { readonly limit: number; readonly window: number };

/** Buckets by route, as `POST /channels/:c/messages`; `*` is for every other route, `global` for all together. */
export type Limits = Readonly<Record<string, Limit>>;

/** Discord's usual sizes with short windows, so that a test meets every header and waits little. */
export const shortLimits: Limits = {
  "POST /channels/:c/messages": { limit: 5, window: 40 },
  "PATCH /channels/:c/messages/:m": { limit: 5, window: 40 },
  "POST /webhooks/:a/:token": { limit: 5, window: 40 },
  "*": { limit: 50, window: 40 },
  global: { limit: 50, window: 1000 },
};

/** How near to the end of the global second a request may come: clients round too. */
const grace = 20;

export type Taken = {
  readonly ok: boolean;
  readonly global: boolean;
  readonly retryAfter: number;
  readonly headers: Readonly<Record<string, string>>;
};

type Bucket = { used: number; until: number };

/** Counts requests; a request beyond a limit is told when to come again. */
export function openLimits(limits: Limits): { take(route: string, major: string): Taken } {
  const buckets = new Map<string, Bucket>();
  const bucket = (key: string, { window }: Limit, early: number): Bucket => {
    const now = Date.now();
    const known = buckets.get(key);
    if (known && known.until - early > now) return known;
    const fresh = { used: 0, until: now + window };
    buckets.set(key, fresh);
    return fresh;
  };
  return {
    take: (route, major) => {
      const everything = limits.global;
      if (everything && !isInteraction(route)) {
        const all = bucket("global", everything, grace);
        all.used += 1;
        if (all.used > everything.limit)
          return { ok: false, global: true, retryAfter: all.until - Date.now(), headers: {} };
      }
      const limit = limits[route] ?? limits["*"];
      if (!limit || route.startsWith("POST /interactions"))
        return { ok: true, global: false, retryAfter: 0, headers: {} };
      const own = bucket(`${route} ${major}`, limit, 0);
      own.used += 1;
      const rest = Math.max(1, own.until - Date.now());
      const headers = {
        "x-ratelimit-limit": String(limit.limit),
        "x-ratelimit-remaining": String(Math.max(0, limit.limit - own.used)),
        "x-ratelimit-reset": (own.until / 1000).toFixed(3),
        "x-ratelimit-reset-after": (rest / 1000).toFixed(3),
        "x-ratelimit-bucket": Buffer.from(route).toString("hex").slice(0, 32),
      };
      return { ok: own.used <= limit.limit, global: false, retryAfter: rest, headers };
    },
  };
}

/** Interaction callbacks and webhooks do not count towards the global limit. */
function isInteraction(route: string): boolean {
  return route.includes(" /interactions/") || route.includes(" /webhooks/");
}
