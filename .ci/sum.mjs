// Sums the runners' JSON reports into the closing line. A report that is missing or empty is a failure.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, ...names] = process.argv.slice(2);
let [passed, failed] = [0, 0];
for (const name of names) {
  const file = join(folder, `${name}.json`);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  passed += report.numPassedTests ?? 0;
  failed += report.numFailedTests ?? 0;
  if (!report.numPassedTests || report.success === false) {
    console.log(`${name}: no good report`);
    failed += report.numFailedTests ? 0 : 1;
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
