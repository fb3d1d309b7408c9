/** Pictures by what they show, the least used ones forgotten first. */
export type Cache = {
  readonly get: (name: string) => Uint8Array | undefined;
  readonly put: (name: string, png: Uint8Array) => void;
  /** Bytes held. */
  readonly size: () => number;
};

/** Never more than `most` bytes; what is bigger by itself is not kept. */
export function makeCache(most: number): Cache {
  const kept = new Map<string, Uint8Array>();
  let size = 0;
  const remove = (name: string) => {
    size -= kept.get(name)?.length ?? 0;
    kept.delete(name);
  };
  return {
    get(name) {
      const png = kept.get(name);
      if (!png) return undefined;
      kept.delete(name);
      kept.set(name, png);
      return png;
    },
    put(name, png) {
      remove(name);
      if (png.length > most) return;
      kept.set(name, png);
      size += png.length;
      for (const oldest of kept.keys()) {
        if (size <= most) return;
        remove(oldest);
      }
    },
    size: () => size,
  };
}
