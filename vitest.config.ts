import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { applyMutant } from "./test/soak/mutant.js";

/** Waits end only what hangs, however busy the machine is. */
const alone = { environment: "node" as const, testTimeout: 120_000, hookTimeout: 120_000 };

/** The stories take longest: whoever begins with them does not wait for one of them at the end. */
class StoriesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isStory = ({ moduleId }: TestSpecification) => moduleId.includes("/test/story/");
    const sorted = await super.sort(files);
    return [...sorted.filter(isStory), ...sorted.filter((file) => !isStory(file))];
  }
}

export default defineConfig({
  test: {
    // By itself vitest leaves one core free. Many tests wait for sockets: half as many more find work.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    sequence: { sequencer: StoriesFirst },
    projects: [
      {
        plugins: [applyMutant(process.env)],
        test: {
          ...alone,
          name: "unit",
          include: ["test/{core,notes,store,views,pictures,app,platforms}/**/*.test.ts"],
          // The libraries are loaded once for each worker, not once for each file: that is a third of the time.
          isolate: false,
        },
      },
      {
        test: {
          ...alone,
          name: "apart",
          include: ["test/{story,fakes}/**/*.test.ts", "test/*.test.ts"],
          exclude: ["test/architecture.test.ts"],
        },
      },
      { test: { ...alone, name: "architecture", include: ["test/architecture.test.ts"] } },
      {
        test: {
          ...alone,
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 300_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
      {
        test: {
          ...alone,
          name: "soak",
          include: ["test/soak/**/*.test.ts", "test/kill/**/*.test.ts"],
          env: { CUECARD_KILLS: "200" },
          testTimeout: 1_800_000,
          maxConcurrency: 2,
        },
      },
    ],
  },
});
