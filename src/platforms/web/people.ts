import type { Event } from "../../app/platform.js";
import { type PersonId, personId } from "../../core/ids.js";

/** The four who can be played. */
export const members = ["ada", "ben", "chidi", "dana"] as const;
export type Member = (typeof members)[number];

/** Null for whatever is none of the four: cookies and forms can hold anything. */
export function readMember(word: string | undefined): Member | null {
  return members.find((member) => member === word) ?? null;
}

export function memberOf(person: PersonId): Member | null {
  return members.find((member) => personOf(member).id === person) ?? null;
}

/** Everybody may manage: the playground has no strangers. */
export function personOf(member: Member): Event["person"] {
  return { id: personId(`web:${member}`), name: nameOf(member), mayManage: true };
}

export function nameOf(member: Member): string {
  return member.charAt(0).toUpperCase() + member.slice(1);
}
