import { hour } from "../../src/core/calendar.js";

/** Numbers in [0, 1) from a seed: Marsaglia's xorshift. */
export function diceFrom(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

/** Who is in the channel. */
export const people = Array.from({ length: 6 }, (_, at) => `Person${at}`);
/** Section `at` of the notes, with the option that is right; each may be edited by itself. */
export const question = (at: number, right: number) =>
  `## Question ${at}\n\nWhich of these is number ${at} in the list of wonders number ${at * 7}?\n\n${[0, 1, 2]
    .map((one) => `- [${one === right ? "x" : " "}] wonder ${at} ${"abc"[one]}`)
    .join("\n")}\n`;

const zones = ["UTC", "Asia/Tokyo", "America/New_York", "Europe/Berlin"];

/** Something that a keeper or a member may say that day. */
export function wishOn(now: Date, dice: () => number): string {
  const [day, later] = [now, new Date(now.getTime() + 120 * hour)].map((at) => at.toISOString().slice(0, 10));
  const time = `${String(Math.floor(dice() * 24)).padStart(2, "0")}:30`;
  const wishes = [
    `daily set ${time} ${zones[Math.floor(dice() * zones.length)]} daily`,
    "daily skip",
    `daily off ${day}..${day}`,
    "daily now",
    `streak away ${day}..${later}`,
    "streak away off",
    "daily resume",
  ];
  return wishes[Math.floor(dice() * wishes.length)] ?? "";
}
