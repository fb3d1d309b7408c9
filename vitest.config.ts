import { defineConfig } from "vitest/config";
import { applyMutant } from "./test/soak/mutant.js";

const alone = { environment: "node" as const, testTimeout: 30_000, hookTimeout: 30_000 };

export default defineConfig({
  test: {
    // By itself vitest leaves one core free: on two cores that is half of the time.
    maxWorkers: "100%",
    projects: [
      {
        plugins: [applyMutant(process.env)],
        test: {
          ...alone,
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**", "test/soak/**", "test/architecture.test.ts"],
        },
      },
      { test: { ...alone, name: "architecture", include: ["test/architecture.test.ts"] } },
      { test: { ...alone, name: "browser", include: ["test/browser/**/*.test.ts"], testTimeout: 120_000 } },
      {
        test: {
          ...alone,
          name: "soak",
          include: ["test/soak/**/*.test.ts", "test/kill/answers.test.ts"],
          env: { CUECARD_KILLS: "200" },
          testTimeout: 600_000,
          maxConcurrency: 2,
        },
      },
    ],
  },
});
