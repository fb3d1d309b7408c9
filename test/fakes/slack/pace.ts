/** How often a method may be called: so many in a minute, or, for posts, one a second in each channel. */
export type Tier = 1 | 2 | 3 | 4 | "post" | "free";

const perMinute: Readonly<Record<1 | 2 | 3 | 4, number>> = { 1: 1, 2: 20, 3: 50, 4: 100 };
const burst = 4;
const postsPerMinute = 300;

/** Counts calls by workspace, method and channel, and says how long a caller who was too fast has to wait. */
export class Pace {
  /** Calls refused with 429. */
  limited = 0;
  /** Calls made before the seconds of a Retry-After were over: what Slack resents. */
  impatient = 0;
  private readonly now: () => number;
  private readonly windows = new Map<string, number[]>();
  private readonly credits = new Map<string, { left: number; at: number }>();
  private readonly barred = new Map<string, number>();

  constructor(now: () => number) {
    this.now = now;
  }

  /** Seconds to wait; 0 where the call may go on. */
  take(
    tier: Tier,
    key: { readonly team: string; readonly method: string; readonly channel: string },
  ): number {
    const name = tier === "post" ? `${key.team} ${key.method} ${key.channel}` : `${key.team} ${key.method}`;
    if ((this.barred.get(name) ?? 0) > this.now()) {
      this.impatient += 1;
      this.limited += 1;
      return this.secondsUntil(this.barred.get(name) ?? 0);
    }
    const wait = this.waitFor(tier, name, key.team);
    if (wait > 0) this.bar(name, wait);
    return wait;
  }

  /** Notes a 429 that a test asked for, so that impatience is seen after it too. */
  bar(name: string, seconds: number): void {
    this.limited += 1;
    this.barred.set(name, this.now() + seconds * 1000);
  }

  private waitFor(tier: Tier, name: string, team: string): number {
    switch (tier) {
      case "free":
        return 0;
      case "post":
        return this.spend(name) || this.count(`${team} posts`, postsPerMinute);
      default:
        return this.count(name, perMinute[tier]);
    }
  }

  private spend(name: string): number {
    const now = this.now();
    const credit = this.credits.get(name) ?? { left: burst, at: now };
    const left = Math.min(burst, credit.left + Math.max(0, now - credit.at) / 1000);
    if (left < 1) return 1;
    this.credits.set(name, { left: left - 1, at: now });
    return 0;
  }

  private count(name: string, most: number): number {
    const now = this.now();
    const recent = (this.windows.get(name) ?? []).filter((at) => at > now - 60_000 && at <= now);
    this.windows.set(name, recent);
    const oldest = recent[0];
    if (recent.length >= most && oldest !== undefined) return this.secondsUntil(oldest + 60_000);
    recent.push(now);
    return 0;
  }

  private secondsUntil(at: number): number {
    return Math.max(1, Math.ceil((at - this.now()) / 1000));
  }
}
