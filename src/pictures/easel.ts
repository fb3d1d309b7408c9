import { Worker } from "node:worker_threads";
import type { Drawn } from "./draw-worker.js";

/** Draws one SVG after the other off the event loop. */
export type Easel = {
  /** Null where it cannot be drawn, nobody has room for it, or it took too long; never rejects. */
  readonly draw: (svg: string) => Promise<Uint8Array | null>;
  readonly close: () => Promise<void>;
};

export type EaselRules = {
  /** The built file; there is no other way to start a worker in Node 20. */
  readonly worker: URL;
  /** Milliseconds for one picture, from when it is its turn; then the worker is replaced. */
  readonly patience: number;
  /** How many may wait. */
  readonly room: number;
  readonly failed: (why: string) => void;
};

type Order = { readonly svg: string; readonly done: (png: Uint8Array | null) => void };
type Turn = { readonly order: Order; readonly id: number; readonly timer: NodeJS.Timeout };

/**
 * One worker, started with the first picture and kept. Whatever becomes of it, the order under way comes to nothing
 * and the next one gets a new worker.
 */
export function openEasel({ worker: file, patience, room, failed }: EaselRules): Easel {
  const waiting: Order[] = [];
  let worker: Worker | undefined;
  let turn: Turn | undefined;
  let ids = 0;
  let closed = false;

  function start(): Worker {
    const started = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: 64 } });
    started.unref();
    started.on("message", (drawn: Drawn) => {
      if (drawn.id !== turn?.id) return;
      if ("fault" in drawn) failed(`a picture could not be drawn: ${drawn.fault}`);
      finish("png" in drawn ? drawn.png : null);
    });
    started.on("error", (cause) => lost(started, `the worker that draws fell: ${cause}`));
    started.on("exit", (code) => lost(started, `the worker that draws ended with ${code}`));
    return started;
  }

  function lost(one: Worker, why: string): void {
    if (one !== worker) return;
    worker = undefined;
    failed(why);
    void one.terminate();
    finish(null);
  }

  function finish(png: Uint8Array | null): void {
    const over = turn;
    turn = undefined;
    if (!over) return;
    clearTimeout(over.timer);
    over.order.done(png);
    next();
  }

  function next(): void {
    const order = turn ? undefined : waiting.shift();
    if (!order) return;
    ids += 1;
    try {
      worker ??= start();
      const drawing = worker;
      const timer = setTimeout(() => lost(drawing, `a picture took longer than ${patience} ms`), patience);
      turn = { order, id: ids, timer };
      drawing.postMessage({ id: ids, svg: order.svg });
    } catch (cause) {
      failed(`no worker that draws: ${cause}`);
      order.done(null);
      next();
    }
  }

  return {
    draw: (svg) =>
      new Promise((done) => {
        if (closed || waiting.length >= room) return done(null);
        waiting.push({ svg, done });
        next();
      }),
    async close() {
      closed = true;
      for (const { done } of waiting.splice(0)) done(null);
      const last = worker;
      worker = undefined;
      finish(null);
      await last?.terminate();
    },
  };
}
