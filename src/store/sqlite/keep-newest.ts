/** A memory of so many; the oldest go first. */
export function keepNewest<Name, Value>(most: number) {
  const kept = new Map<Name, Value>();
  const loose = new Set<Name>();
  return {
    get: (name: Name) => kept.get(name),
    put(name: Name, value: Value): void {
      if (loose.has(name)) return;
      kept.set(name, value);
      if (kept.size <= most) return;
      for (const oldest of kept.keys()) return void kept.delete(oldest);
    },
    /** Nor is it kept again: what a transaction changed may be undone. */
    forget(name: Name): void {
      loose.add(name);
      kept.delete(name);
    },
  };
}
