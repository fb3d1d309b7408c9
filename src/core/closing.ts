import { closeFor, type MemberAfterClose, type MemberAtClose } from "./member.js";
import { isOutage, type Stretch } from "./outage.js";
import type { Round } from "./round.js";

/** What the store knows of a round whose time is over. */
export type ClosingFacts = {
  readonly round: Round;
  /** From when it could be answered; null where it never got out. */
  readonly openFrom: Date | null;
  /** When its platform was really connected. */
  readonly beats: readonly Stretch[];
  /** Every member who had joined by then. */
  readonly members: readonly MemberAtClose[];
};

export type Closing = { readonly outage: boolean; readonly members: readonly MemberAfterClose[] };

/**
 * An outage spares those who did not answer; those who did gain as usual. Nobody could answer what never got out, or
 * what a clock that ran ahead posted after its end.
 */
export function closeRound({ round, openFrom, beats, members }: ClosingFacts): Closing {
  const open = openFrom && openFrom < round.closesAt ? { from: openFrom, to: round.closesAt } : null;
  const outage = open === null || isOutage(open, beats);
  return { outage, members: members.map((member) => closeFor(member, outage)) };
}
