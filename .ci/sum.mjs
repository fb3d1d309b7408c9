// Sums the runners' JSON reports into the closing line, after the names and the reasons of what failed: a log is read
// from its end. A report that is missing or empty is a failure.
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const [folder, ...names] = process.argv.slice(2);
let [passed, failed] = [0, 0];
for (const name of names) {
  const file = join(folder, `${name}.json`);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  passed += report.numPassedTests ?? 0;
  failed += report.numFailedTests ?? 0;
  if (!report.numPassedTests || report.success === false) {
    console.log(`${name}: no good report`);
    for (const line of reasons(report)) console.log(line);
    failed += report.numFailedTests ? 0 : 1;
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** A file that could not be read has a message and no tests; a test that failed has messages. */
function reasons({ testResults = [] }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const tests = assertionResults.filter((test) => test.status === "failed");
    if (tests.length > 0)
      return tests.map((test) => `  ${file}: ${test.fullName}\n${indented(test.failureMessages.join("\n"))}`);
    return status === "failed" ? [`  ${file}\n${indented(message ?? "")}`] : [];
  });
}

function indented(words) {
  const lines = words.split("\n").slice(0, 20);
  return lines.map((line) => `    ${line.slice(0, 400)}`).join("\n");
}
