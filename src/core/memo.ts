/** Works something out once for each object, and keeps it as long as the object lives: only for what never changes. */
export function oncePer<Of extends object, Made extends object>(make: (of: Of) => Made): (of: Of) => Made {
  const made = new WeakMap<Of, Made>();
  return (of) => {
    const before = made.get(of);
    if (before) return before;
    const now = make(of);
    made.set(of, now);
    return now;
  };
}

/** A memory of the newest: of so many at least, of less than twice as many. Looking up does not make new; putting does. */
export function keepNewest<Name, Value>(most: number) {
  let [young, old] = [new Map<Name, Value>(), new Map<Name, Value>()];
  return {
    get: (name: Name): Value | undefined => young.get(name) ?? old.get(name),
    put(name: Name, value: Value): void {
      young.set(name, value);
      // One by one, the way to the oldest would lead over all that went before.
      if (young.size >= most) [young, old] = [new Map(), young];
    },
    forget(name: Name): void {
      young.delete(name);
      old.delete(name);
    },
  };
}
