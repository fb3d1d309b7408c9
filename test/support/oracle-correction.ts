/** An answer and the keys that held for it, in words; the first is that of the day. */
export type Held = { readonly picked: readonly string[]; readonly keys: readonly (readonly string[])[] };

/**
 * RULES §2.11 in words: right by any key that held. Who could press one letter only is right with one of several.
 */
export function isRightByAny({ picked, keys }: Held): boolean {
  const alone = picked.length === 1 && keys[0]?.length === 1;
  return keys.some((key) => {
    const all = picked.every((word) => key.includes(word));
    return all && (alone || key.length === picked.length);
  });
}
