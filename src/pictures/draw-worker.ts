import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import { Resvg } from "@resvg/resvg-js";

export type Order = { readonly id: number; readonly svg: string };
export type Drawn =
  | { readonly id: number; readonly png: Uint8Array }
  | { readonly id: number; readonly fault: string };

/** Our own fonts alone: the same picture on every machine, and never one without its words. */
const fontFiles = ["dejavu-sans-condensed.ttf", "dejavu-sans-condensed-bold.ttf"].map((name) =>
  fileURLToPath(new URL(name, import.meta.url)),
);

parentPort?.on("message", ({ id, svg }: Order) => {
  parentPort?.postMessage(draw(id, svg));
});

/** Two dots for each unit: sharp on a phone. */
function draw(id: number, svg: string): Drawn {
  try {
    const image = new Resvg(svg, {
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: "DejaVu Sans Condensed" },
      fitTo: { mode: "zoom", value: 2 },
      logLevel: "off",
    }).render();
    return { id, png: new Uint8Array(image.asPng()) };
  } catch (cause) {
    return { id, fault: String(cause) };
  }
}
