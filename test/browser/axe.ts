import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Violation = {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
};

/** What axe-core finds on the page as it stands, light and dark: `dark color-contrast (serious) at h3: why`. */
export async function obstacles(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const violations: readonly Violation[] = await page.evaluate(
      `${axe}; axe.run(document, { resultTypes: ["violations"] }).then((run) => run.violations)`,
    );
    for (const { id, impact, nodes } of violations) {
      const where = nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`);
      found.push(`${colorScheme} ${id} (${impact}) at ${where.join("; ")}`);
    }
  }
  return found;
}
