type Setting = { readonly seed: number; readonly numRuns: number; readonly endOnFailure: boolean };

/**
 * How often a property is tried: the seed is fixed (`SEED=…` sets another), `RUNS=20` tries twenty times as much. A
 * counterexample is made small for people, not where a mutant is hunted.
 */
export function runs(numRuns: number): Setting {
  const { SEED = "20260310", RUNS = "1", CUECARD_MUTANT } = process.env;
  return {
    seed: Number(SEED),
    numRuns: numRuns * Number(RUNS),
    endOnFailure: CUECARD_MUTANT !== undefined,
  };
}
