import type { Drawer } from "../../app/platform.js";
import { type Kept, type Pane, readKept, writeKept } from "./kept.js";

export type Draft = Omit<Kept, "id" | "turn" | "changed">;

/** Every pane's messages, on disk before they are seen. */
export type Pile = {
  add(draft: Draft): Promise<Kept>;
  /** Null for one that is no longer there. `move`: what is replaced comes to lie on top, what is edited stays. */
  change(id: string, to: Partial<Draft>, move: "stay" | "top"): Promise<Kept | null>;
  /** All of a pane goes; rejects where something is left. */
  empty(pane: Pane): Promise<void>;
  get(id: string): Kept | undefined;
  /** Newest first, without replies. */
  in(pane: Pane): readonly Kept[];
  /** Oldest first. */
  repliesTo(id: string): readonly Kept[];
  /** What came or changed after that count, oldest first. */
  after(changed: number): readonly Kept[];
  latest(): number;
  watch(eye: Eye): () => void;
};

/** Who looks at the panes: what came or changed, and a pane of which something went. */
export type Eye = { readonly came: (kept: Kept) => void; readonly went: (pane: Pane) => void };

/** As many messages a pane stay; their replies go with them. */
const most = 200;

/** How far ids have been given out, where the newest messages are gone: none is given twice. */
const counted = "count";

/** Takes in what the drawer holds; an entry that cannot be read is left where it is and logged. */
export async function openPile(drawer: Drawer, log: (words: string) => void): Promise<Pile> {
  const all = new Map<string, Kept>();
  const eyes = new Set<Eye>();
  let count = 0;
  for (const { name, value } of await drawer.all()) {
    if (name === counted) count = Math.max(count, Number(value));
    if (!name.startsWith("message/")) continue;
    try {
      const kept = readKept(value);
      all.set(kept.id, kept);
      count = Math.max(count, kept.turn, kept.changed);
    } catch (error) {
      log(`The playground cannot read its entry ${name} and leaves it out: ${error}`);
    }
  }

  // One write after the other: counts then reach the disk, the memory and the pages in the same order.
  let lane: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(write: () => Promise<T>): Promise<T> => {
    const done = lane.then(write, write);
    lane = done.catch(() => {});
    return done;
  };
  const keep = async (kept: Kept): Promise<Kept> => {
    await drawer.put(`message/${kept.id}`, writeKept(kept));
    all.set(kept.id, kept);
    for (const eye of eyes) eye.came(kept);
    return kept;
  };
  const forget = async (kept: Kept): Promise<void> => {
    await drawer.remove(`message/${kept.id}`);
    all.delete(kept.id);
  };
  const inPane = (pane: Pane) =>
    [...all.values()].filter((kept) => kept.pane === pane && !kept.under).sort((a, b) => b.turn - a.turn);
  const repliesTo = (id: string) =>
    [...all.values()].filter((kept) => kept.under === id).sort((a, b) => a.turn - b.turn);

  return {
    add: (draft) =>
      inTurn(async () => {
        count += 1;
        const kept = await keep({ ...draft, id: `m${count}`, turn: count, changed: count });
        for (const old of inPane(draft.pane).slice(most)) {
          for (const reply of repliesTo(old.id)) await forget(reply);
          await forget(old);
        }
        return kept;
      }),
    change: (id, to, move) =>
      inTurn(async () => {
        const kept = all.get(id);
        if (!kept) return null;
        count += 1;
        return keep({ ...kept, ...to, turn: move === "top" ? count : kept.turn, changed: count });
      }),
    empty: (pane) =>
      inTurn(async () => {
        try {
          await drawer.put(counted, String(count));
          for (const kept of [...all.values()]) if (kept.pane === pane) await forget(kept);
        } finally {
          for (const eye of eyes) eye.went(pane);
        }
      }),
    get: (id) => all.get(id),
    in: inPane,
    repliesTo,
    after: (changed) =>
      [...all.values()].filter((kept) => kept.changed > changed).sort((a, b) => a.changed - b.changed),
    latest: () => count,
    watch: (eye) => {
      eyes.add(eye);
      return () => eyes.delete(eye);
    },
  };
}
