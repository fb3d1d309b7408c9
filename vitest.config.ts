import { defineConfig } from "vitest/config";

const alone = { environment: "node" as const, testTimeout: 30_000, hookTimeout: 30_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...alone,
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**", "test/architecture.test.ts"],
        },
      },
      { test: { ...alone, name: "architecture", include: ["test/architecture.test.ts"] } },
      { test: { ...alone, name: "browser", include: ["test/browser/**/*.test.ts"], testTimeout: 120_000 } },
    ],
  },
});
