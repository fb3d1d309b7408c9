import type { Key, PersonId } from "../../src/core/ids.js";
import type { Store } from "../../src/store/store.js";
import type { Posted } from "../support/fake-platform.js";
import type { Keys } from "./keys.js";

/** What an outsider saw. */
type Seen = {
  /** `round person` → the answer that was confirmed first. */
  readonly confirmed: ReadonlyMap<string, string>;
  readonly posted: readonly Posted[];
  readonly keys: Keys;
};

/** Where the store does not say what was seen, in words. */
export async function wrongIn(store: Store, { confirmed, posted, keys }: Seen): Promise<readonly string[]> {
  const wrong = [...doubles(posted)];
  for (const [name, answer] of confirmed) {
    const [key, who] = name.split(" ");
    const kept = await store.attempt(key as Key, who as PersonId);
    if (JSON.stringify(kept?.answer) !== answer)
      wrong.push(`${name}: confirmed ${answer}, kept ${JSON.stringify(kept?.answer)}`);
    const round = await store.round(key as Key);
    const right = round && keys.isRight(round, JSON.parse(answer).picks);
    if (right !== null && right !== kept?.right)
      wrong.push(`${name}: right is ${right}, kept ${kept?.right}`);
  }
  return wrong;
}

function doubles(posted: readonly Posted[]): readonly string[] {
  const keys = posted.map(({ key }) => key).filter((key) => key !== "");
  return keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `posted twice: ${key}`);
}
