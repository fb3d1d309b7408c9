import type { Key } from "../../src/core/ids.js";
import { plainPassages } from "../../src/core/prose.js";
import type { PostedRound } from "../../src/store/store.js";

/** Which question, which of its options were ever right for it, and whether it is open. */
type Asked = { readonly question: number; readonly held: Set<string>; open: boolean };

/**
 * What an outsider knows of keys by RULES §2.11: the one that held when a question was asked, and each that its author
 * corrected it to while no round of it was open. A step in which one closes and another opens tells them not apart: of
 * such a question nothing is said any more.
 */
export class Keys {
  private readonly rounds = new Map<Key, Asked>();
  private readonly notes = new Map<number, string>();
  private readonly blurred = new Set<number>();

  /** The notes say so now. */
  edited(question: number, right: number): void {
    this.notes.set(question, word(question, right));
    this.takeOver(question);
  }

  /** After each step: the rounds that are open. */
  observe(open: readonly PostedRound[]): void {
    const now = new Set(open.map(({ key }) => key));
    const closed = [...this.rounds].filter(([key, one]) => one.open && !now.has(key)).map(([, one]) => one);
    for (const one of closed) one.open = false;
    const fresh = open.filter(({ key }) => !this.rounds.has(key));
    for (const round of fresh) {
      const question = questionOf(round);
      const held = new Set([this.notes.get(question) ?? ""]);
      this.rounds.set(round.key, { question, held, open: true });
      if (closed.some((one) => one.question === question)) this.blurred.add(question);
    }
    for (const { question } of closed) this.takeOver(question);
  }

  /** Whether an answer to a round is right; null where nobody can say. */
  isRight(round: PostedRound, picks: number): boolean | null {
    const asked = this.rounds.get(round.key);
    const { form } = round.asked;
    if (!asked || this.blurred.has(asked.question) || form.kind !== "choice") return null;
    const picked = form.options[Math.log2(picks)];
    if (!picked) return null;
    return asked.held.has(plainPassages(picked.body));
  }

  private takeOver(question: number): void {
    const asked = [...this.rounds.values()].filter((one) => one.question === question);
    const key = this.notes.get(question);
    if (key === undefined || asked.some((one) => one.open)) return;
    for (const one of asked) one.held.add(key);
  }
}

/** The words of an option in the notes of these lives. */
const word = (question: number, option: number) => `wonder ${question} ${"abc"[option]}`;

function questionOf({ asked }: PostedRound): number {
  return Number(/number (\d+)/.exec(plainPassages(asked.prompt))?.[1]);
}
