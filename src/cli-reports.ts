import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { asItStood, type ProposedName, proposalWords, proposedNames } from "./cli-proposals.js";
import { readConfig } from "./config.js";
import { reading, readsTheSame } from "./core/correction.js";
import { recognise } from "./core/identity.js";
import type { QuestionId } from "./core/ids.js";
import { type Names, namesOf } from "./core/names.js";
import { plainPassages } from "./core/prose.js";
import type { Option, Question } from "./core/question.js";
import { unifiedDiff } from "./notes/diff.js";
import { moveMarks } from "./notes/move-marks.js";
import type { NotesFile } from "./notes/parse-notes.js";
import { readBank } from "./notes/read-bank.js";
import { banks, versionMark } from "./store/sqlite/banks.js";
import { StoreFault } from "./store/sqlite/fault.js";
import { openToRead } from "./store/sqlite/open.js";
import { type KeptReport, reports } from "./store/sqlite/reports.js";
import { forShell, harmless, isHarmless } from "./terminal.js";

type Write = (words: string) => Promise<void>;
type Environment = Readonly<Record<string, string | undefined>>;

/** A report with where its question stands in the notes of today, and what would bring the proposed key about. */
type Listed = KeptReport & {
  /** False: the place is that of the day of the report. */
  readonly here: boolean;
  readonly diff: string | null;
  /** Why there is no diff, where a key was proposed; that the question reads otherwise now, where none was. */
  readonly note: string | null;
};

/** `cuecard reports`: newest first, or the one that `id` names, which must be one; nothing is written anywhere. */
export async function listReports(
  env: Environment,
  { json, id }: { readonly json: boolean; readonly id?: string | undefined },
  write: Write,
): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { database, notes } = readConfig(env);
  const { sqlite, db } = openToRead(database);
  const bank = banks(db);
  const today = await readToday(notes, bank);
  const list = reports(db)
    .all()
    .filter((report) => id === undefined || report.id === id)
    .map((report) => listed(report, today, bank.version(report.question, report.version)));
  const proposed = id === undefined ? proposedNames(db, today) : [];
  sqlite.close();
  if (id !== undefined && list.length === 0) {
    throw new StoreFault(
      "missing",
      `There is no report ${harmless(id)}. npx cuecard reports lists those that there are.`,
    );
  }
  if (json) return await write(`${jsonOf(list, proposed)}\n`);
  if (list.length + proposed.length === 0) return await write("No question was reported.\n");
  await write([...list.map((report) => wordsOf(report, notes)), ...proposed.map(proposalWords)].join("\n"));
}

/** Files by name, and questions by the ids that their history hangs on. */
type Today = {
  readonly files: ReadonlyMap<string, NotesFile>;
  readonly questions: ReadonlyMap<QuestionId, Question>;
  readonly names: Names;
  /** Files in which something is lost: what they do not show may be there all the same. */
  readonly broken: ReadonlySet<string>;
};

async function readToday(path: string, bank: ReturnType<typeof banks>): Promise<Today> {
  const { files, questions: found, problems, terms } = await readBank(path);
  const known = bank.load().entries.map(({ question, retired }) => ({ id: question.id, question, retired }));
  const { questions } = recognise(found, known, bank.aliases());
  return {
    files: new Map(files.map((file) => [file.path, file])),
    questions: new Map(questions.map((question) => [question.id, question])),
    names: namesOf(terms),
    broken: new Set(problems.filter(({ severity }) => severity === "error").map(({ file }) => file)),
  };
}

function listed(report: KeptReport, today: Today, reported: Question | null): Listed {
  const question = today.questions.get(report.question);
  if (!question) return { ...report, here: false, diff: null, note: whyGone(report.file, today) };
  const { file, line } = question.source;
  const found = report.proposed
    ? proposal(report.proposed, today, { question, reported })
    : { diff: null, note: isChanged(reported, question) ? "The question was changed since." : null };
  return { ...report, file, line, here: true, ...found };
}

/** Nobody is to take a question for gone because its file is broken, or the folder is not there. */
function whyGone(file: string, { files, broken }: Today): string {
  return files.size === 0 || broken.has(file)
    ? "The notes as they lie cannot be read there: npx cuecard check says why."
    : "The question is no longer in the notes.";
}

/** A report may be dealt with by more than a key: by other words, or a reason that says more. */
function isChanged(reported: Question | null, today: Question): boolean {
  return reported !== null && versionMark(reported) !== versionMark(today);
}

type Proposal = Pick<Listed, "diff" | "note">;

function proposal(
  right: readonly string[],
  { files }: Today,
  { question, reported }: { readonly question: Question; readonly reported: Question | null },
): Proposal {
  const without = (note: string): Proposal => ({ diff: null, note });
  const file = files.get(question.source.file);
  if (!file) return without("The question is no longer in the notes.");
  if (!reported || !readsTheSame(reported, question)) {
    return without("The question was reworded since, so look at it by hand.");
  }
  const moved = moveMarks(file, question, sameOptions(right, reported, question));
  if (moved.kind === "already") return without("The notes say so already.");
  if (moved.kind !== "moved") {
    return without("Its key is not written with boxes that can be moved, so correct it by hand.");
  }
  const { mark = "" } = file;
  const diff = unifiedDiff(file.path, mark + file.text, mark + moved.text);
  return isHarmless(diff)
    ? { diff, note: null }
    : without("The lines hold control characters, so correct it by hand.");
}

/** The proposed options in the words of today, which may differ in marks and spaces. */
function sameOptions(words: readonly string[], reported: Question, today: Question): readonly string[] {
  const optionsOf = ({ form }: Question) => (form.kind === "choice" ? form.options : []);
  const plainly = ({ body }: Option) => plainPassages(body);
  const meant = optionsOf(reported)
    .filter((option) => words.includes(plainly(option)))
    .map(({ body }) => reading(body));
  return optionsOf(today)
    .filter(({ body }) => meant.includes(reading(body)))
    .map(plainly);
}

/** The words of people stay on one line: what looks like a diff in them is never taken for one. */
function wordsOf(report: Listed, notes: string): string {
  const { id, file, line, here, fault, at, question, version, words, proposed, diff, note } = report;
  const gone = here ? "" : asItStood;
  const lines = [
    `${file}:${line}${gone}  ${fault}  ${at.toISOString().slice(0, 10)}  ${question} (version ${version})  report ${id}`,
    ...(words === "" ? [] : [`    “${words}”`]),
    ...(proposed ? [`    proposed key: ${proposed.map((one) => `“${one}”`).join(" + ")}`] : []),
    ...(note ? [`    ${note}`] : []),
    ...(diff
      ? [`    to apply it: npx cuecard reports ${id} | patch -p1 -d ${forShell(folderOf(notes))}`]
      : []),
  ];
  return `${lines.map(harmless).join("\n")}\n${diff ?? ""}`;
}

function folderOf(notes: string): string {
  return statSync(notes, { throwIfNoEntry: false })?.isDirectory() ? notes : dirname(notes);
}

function jsonOf(list: readonly Listed[], proposed: readonly ProposedName[]): string {
  const rows = list.map(({ person: _, ...rest }) => rest);
  // Whatever a terminal could take for a command is written as JSON writes it.
  return JSON.stringify({ reports: rows, proposedNames: proposed }, null, 2).replace(
    /[\u007f-\u009f\p{Cf}\u2028\u2029]/gu,
    (sign) =>
      Array.from(
        { length: sign.length },
        (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, "0")}`,
      ).join(""),
  );
}
