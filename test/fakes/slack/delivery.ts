import type { Json } from "./json.js";

/** Something that happened in Slack, on its way to the app; `answers`: the acknowledgement may carry a reply. */
export type Parcel = {
  readonly type: "slash_commands" | "interactive" | "events_api";
  readonly payload: Json;
  readonly answers: boolean;
};

export type Retry = { readonly num: number; readonly reason: string };

/** What came back; `word`: what Slack shows for it, `reason`: what it tells the app when it tries again. */
export type Outcome =
  | { readonly kind: "acked"; readonly payload: unknown }
  | { readonly kind: "failed"; readonly word: string; readonly reason: string; readonly final?: true };

export type Carrier = (parcel: Parcel, retry: Retry | null) => Promise<Outcome>;

/** Carries parcels to the app, and events again while they are not acknowledged. */
export class Delivery {
  /** How often each parcel arrives, with the same ids; 1 unless a test wants duplicates. */
  copies = 1;
  /** Parcels wait for this before they set out; null: they go at once. */
  hold: Promise<unknown> | null = null;
  readonly delivered: { readonly parcel: Parcel; readonly retry: Retry | null; readonly outcome: Outcome }[] =
    [];
  private readonly carrier: () => Carrier;
  private readonly waits: readonly number[];
  private readonly timers = new Set<NodeJS.Timeout>();
  private closed = false;
  /** Parcels that are on their way, or not yet acknowledged. */
  pending = 0;

  constructor(carrier: () => Carrier, waits: readonly number[]) {
    this.carrier = carrier;
    this.waits = waits;
  }

  async send(parcel: Parcel): Promise<Outcome> {
    if (this.hold) await this.hold;
    const copies = Array.from({ length: this.copies }, () => this.carry(parcel, null));
    const [first] = await Promise.all(copies);
    if (first === undefined) return { kind: "failed", word: "dispatch_failed", reason: "connection_failed" };
    if (parcel.type === "events_api") this.retryAfter(first, parcel, 0);
    return first;
  }

  /** Sends the newest parcel (of this type) once more, its ids unchanged. */
  async again(type?: Parcel["type"]): Promise<Outcome> {
    const found = this.delivered.findLast(({ parcel }) => type === undefined || parcel.type === type);
    if (!found) throw new Error("nothing was delivered yet");
    return await this.carry(found.parcel, null);
  }

  close(): void {
    this.closed = true;
    for (const timer of this.timers) clearTimeout(timer);
  }

  private async carry(parcel: Parcel, retry: Retry | null): Promise<Outcome> {
    this.pending += 1;
    try {
      const outcome = await this.carrier()(parcel, retry);
      this.delivered.push({ parcel, retry, outcome });
      return outcome;
    } finally {
      this.pending -= 1;
    }
  }

  private retryAfter(outcome: Outcome, parcel: Parcel, tries: number): void {
    const wait = this.waits[tries];
    if (outcome.kind === "acked" || outcome.final || wait === undefined || this.closed) return;
    const timer = setTimeout(async () => {
      this.timers.delete(timer);
      const retry = { num: tries + 1, reason: outcome.reason };
      this.retryAfter(await this.carry(parcel, retry), parcel, tries + 1);
    }, wait);
    timer.unref();
    this.timers.add(timer);
  }
}
