import { expect, test } from "vitest";
import { readTermsFile } from "../../src/notes/terms-file.js";

test.each([
  ["an open bracket", "terms:\n  - [SQS, queue\n  - SNS\n", 2, "a bracket `[` is not closed"],
  ["one in front of more", "terms: [SQS\nfamilies:\n  - [SQS, SNS]\n", 1, "a bracket `[` is not closed"],
  ["an open quotation mark", 'terms:\n  - "SQS\n  - SNS\n', 4, "a quotation mark is not closed"],
  ["a tab", "terms:\n\t- SQS\n", 2, "a line begins with a tab"],
  ["a name with a colon", "terms:\n  - SQS: a: b\n", 2, "a name with a colon stands without quotes"],
])("YAML that is broken is told in plain words, at its line: %s", (_what, text, line, words) => {
  const { problems } = readTermsFile({ path: "terms.yaml", text });
  expect(problems).toMatchObject([{ line, severity: "error" }]);
  expect(problems[0]?.message).toContain(`The terms are not read: ${words}`);
});
