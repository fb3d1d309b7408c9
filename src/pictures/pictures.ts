import { createHash } from "node:crypto";
import type { TopicScore, YearDay } from "../core/message.js";
import { accuracySvg } from "./accuracy.js";
import { makeCache } from "./cache.js";
import { openEasel } from "./easel.js";
import { yearSvg } from "./year.js";

/** The bot's pictures as PNG; null where one cannot be had now, and words must do. */
export type Pictures = {
  readonly year: (days: readonly YearDay[]) => Promise<Uint8Array | null>;
  readonly accuracy: (rows: readonly TopicScore[]) => Promise<Uint8Array | null>;
  readonly close: () => Promise<void>;
};

export type PictureRules = {
  readonly failed: (why: string) => void;
  readonly worker?: URL;
  /** Milliseconds that an answer may wait for its picture; a late one is kept for the next time. */
  readonly patience?: number;
  readonly room?: number;
  /** Bytes of pictures that are kept. */
  readonly most?: number;
};

/** Nothing runs before the first picture is asked for. */
export function openPictures(rules: PictureRules): Pictures {
  const { failed, patience = 2000, room = 32, most = 8 * 1024 * 1024 } = rules;
  const worker = rules.worker ?? new URL("./draw-worker.js", import.meta.url);
  const easel = openEasel({ worker, patience, room, failed });
  const cache = makeCache(most);
  const underWay = new Map<string, Promise<Uint8Array | null>>();

  async function pictureOf(svg: string | null): Promise<Uint8Array | null> {
    if (svg === null) return null;
    const print = createHash("sha256").update(svg).digest("base64");
    const kept = cache.get(print);
    if (kept) return kept;
    const drawing = underWay.get(print) ?? begin(print, svg);
    return await soon(drawing, patience);
  }

  function begin(print: string, svg: string): Promise<Uint8Array | null> {
    const drawing = easel.draw(svg).then((png) => {
      underWay.delete(print);
      if (png) cache.put(print, png);
      return png;
    });
    underWay.set(print, drawing);
    return drawing;
  }

  return {
    year: (days) => pictureOf(yearSvg(days)),
    accuracy: (rows) => pictureOf(accuracySvg(rows)),
    close: easel.close,
  };
}

/** The same, or null after so many milliseconds. */
async function soon<Thing>(thing: Promise<Thing>, patience: number): Promise<Thing | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), patience);
  });
  try {
    return await Promise.race([thing, late]);
  } finally {
    clearTimeout(timer);
  }
}
