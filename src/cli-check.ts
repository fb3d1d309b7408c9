import { loadNotes } from "./cli-notes.js";
import { formatProblem, type Problem, type Severity } from "./notes/problem.js";
import { counted } from "./views/words.js";

/** Writes every problem and a summary; 1 where there are errors, 2 for an unknown format, else 0. */
export async function check(
  paths: readonly string[],
  format: string,
  write: (words: string) => Promise<void>,
): Promise<0 | 1 | 2> {
  if (format !== "text" && format !== "github") {
    process.stderr.write(`The format is text or github, not ${format}.\n`);
    return 2;
  }
  const { questions, problems, files, skipped, placeOf } = await loadNotes(paths, "as they stand");
  const lines = problems
    .map((problem) => ({ ...problem, file: placeOf(problem.file) }))
    .map(format === "github" ? annotation : formatProblem);
  const found = (["error", "warning", "info"] as const).map((severity) => count(problems, severity));
  const more = skipped === 0 ? "" : ` (${skipped} more left out whole)`;
  const read = `${counted(questions.length, "question")} in ${counted(files, "file")}${more}`;
  const summary = `${read}: ${found.join(", ")}.`;
  await write(`${[...lines, summary].join("\n")}\n`);
  return problems.some(({ severity }) => severity === "error") ? 1 : 0;
}

function count(problems: readonly Problem[], severity: Severity): string {
  const number = problems.filter((problem) => problem.severity === severity).length;
  if (severity === "info") return `${number} left out on purpose`;
  return counted(number, severity);
}

/** A GitHub workflow command: its own signs are escaped, so that notes can neither break nor add one. */
function annotation({ file, line, severity, code, message }: Problem): string {
  const command = severity === "info" ? "notice" : severity;
  return `::${command} file=${property(file)},line=${line},title=${property(code)}::${escaped(message)}`;
}

function property(words: string): string {
  return escaped(words).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function escaped(words: string): string {
  return words.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
