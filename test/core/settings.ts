/** How often a property is tried: the seed is fixed (`SEED=…` sets another), `RUNS=20` tries twenty times as much. */
export function runs(numRuns: number): { readonly seed: number; readonly numRuns: number } {
  const { SEED = "20260310", RUNS = "1" } = process.env;
  return { seed: Number(SEED), numRuns: numRuns * Number(RUNS) };
}
