import { inflateSync } from "node:zlib";

/** A picture read back: four bytes a pixel. */
export type Pixels = { readonly width: number; readonly height: number; readonly rgba: Uint8Array };

/** Reads what resvg writes: eight bits, RGBA, not interlaced. */
export function decodePng(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png);
  if (bytes.subarray(1, 4).toString() !== "PNG") throw new Error("that is no PNG");
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const long = bytes.readUInt32BE(at);
    if (bytes.subarray(at + 4, at + 8).toString() === "IDAT")
      parts.push(bytes.subarray(at + 8, at + 8 + long));
    at += long + 12;
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (bytes[24] !== 8 || bytes[25] !== 6 || bytes[28] !== 0) throw new Error("another kind of PNG");
  return { width, height, rgba: unfilter(inflateSync(Buffer.concat(parts)), width * 4, height) };
}

/** How many pixels of a box are about this colour, `#18262d`. */
export function countPixels(
  { width, rgba }: Pixels,
  colour: string,
  box: { readonly x: number; readonly y: number; readonly wide: number; readonly high: number },
): number {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  let count = 0;
  for (let y = box.y; y < box.y + box.high; y += 1) {
    for (let x = box.x; x < box.x + box.wide; x += 1) {
      const at = (y * width + x) * 4;
      if (wanted.every((value, index) => Math.abs((rgba[at + index] ?? 0) - value) < 12)) count += 1;
    }
  }
  return count;
}

function unfilter(raw: Buffer, stride: number, height: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x >= 4 ? (out[at - 4] ?? 0) : 0;
      const up = y > 0 ? (out[at - stride] ?? 0) : 0;
      const corner = x >= 4 && y > 0 ? (out[at - stride - 4] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      out[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value)) as [number, number, number];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
