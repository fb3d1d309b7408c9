import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";

/** A folder on the disk that a bot's data would lie on; gone when the work is done. */
export async function onDisk(work) {
  mkdirSync("data", { recursive: true });
  const folder = mkdtempSync(join("data", "bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

/** One line: the number, and the aim beside it. */
export function tell(what, number, { unit, aim, kept }) {
  console.log(
    `${what.padEnd(52)} ${`${number} ${unit}`.padStart(16)}   aim ${aim}   ${kept ? "kept" : "MISSED"}`,
  );
  if (!kept) process.exitCode = 1;
}
