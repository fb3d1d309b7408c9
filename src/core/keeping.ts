import { hour } from "./calendar.js";

/** So many days a question that was put to one person waits for an answer; then it is forgotten. */
export const unansweredDays = 30;

const day = 24 * hour;

/**
 * Rounds that closed before are over: presses made before their close have all arrived by then. Until then somebody who
 * was erased is known again where they have answered.
 */
export const overBy = (now: Date) => new Date(now.getTime() - day);

/** How far forgetting has come: what was asked before `upTo` is done; `seen`: when that was last looked at. */
export type Keeping = { readonly seen: Date; readonly upTo: Date };

/**
 * Once a day: what was asked in this time may be forgotten now. A clock that has jumped is only noted: it may be wrong,
 * and what is forgotten never comes back.
 */
export function forgettable(
  kept: Keeping | null,
  now: Date,
): { readonly asked: { readonly from: Date; readonly to: Date } | null; readonly keeping: Keeping } | null {
  const to = new Date(now.getTime() - unansweredDays * day);
  if (!kept) return { asked: null, keeping: { seen: now, upTo: new Date(0) } };
  const since = now.getTime() - kept.seen.getTime();
  if (since >= 0 && since < day) return null;
  const from = kept.upTo < to ? kept.upTo : to;
  if (since < 0 || since > 2 * day) return { asked: null, keeping: { seen: now, upTo: from } };
  return { asked: { from, to }, keeping: { seen: now, upTo: to } };
}
