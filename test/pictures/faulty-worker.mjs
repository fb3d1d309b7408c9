// A worker that does what it is told to, so that its falls can be tried: the SVG is the order.
import { parentPort } from "node:worker_threads";

parentPort.on("message", ({ id, svg }) => {
  if (svg.includes("fall")) throw new Error("fallen");
  if (svg.includes("leave")) process.exit(3);
  if (svg.includes("hang")) for (;;);
  if (svg.includes("stall")) return;
  if (svg.includes("fault")) parentPort.postMessage({ id, fault: "no picture" });
  else parentPort.postMessage({ id, png: new TextEncoder().encode(svg) });
});
