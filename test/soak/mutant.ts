import { posix, relative, sep } from "node:path";
import type { Plugin } from "vitest/config";

/** One break of a rule that a test must catch: the text is replaced while vitest loads the file, nowhere else. */
export type Mutant = {
  readonly test: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly breaks: string;
};

/** The environment variable that carries one mutant, as JSON. */
export const variable = "CUECARD_MUTANT";

/** Applies the one mutant that the environment names; leaves everything alone where it names none. */
export function applyMutant(environment: Readonly<Record<string, string | undefined>>): Plugin {
  const named = environment[variable];
  const mutant = named === undefined ? null : (JSON.parse(named) as Mutant);
  return {
    name: "mutant",
    enforce: "pre",
    transform: (code, id) => {
      const path = relative(process.cwd(), id.split("?")[0] ?? id)
        .split(sep)
        .join(posix.sep);
      return mutant && path === mutant.file ? mutate(code, mutant) : null;
    },
  };
}

/** Throws where the text to replace is not there exactly once. */
export function mutate(code: string, { file, find, replace }: Mutant): string {
  const times = code.split(find).length - 1;
  if (times !== 1) throw new Error(`${file} holds ${JSON.stringify(find)} ${times} times, not once`);
  return code.replace(find, () => replace);
}

type Break = readonly [breaks: string, find: string, replace: string];

/** Breaks of one file that one test must catch. */
export function against(test: string, file: string, breaks: readonly Break[]): readonly Mutant[] {
  return breaks.map(([breaks, find, replace]) => ({
    ...{ test: `test/core/${test}.test.ts`, file: `src/core/${file}.ts` },
    ...{ breaks, find, replace },
  }));
}
