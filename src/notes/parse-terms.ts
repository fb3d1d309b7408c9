import { keysOfNames } from "../core/names.js";
import type { Term, Terms } from "../core/terms.js";
import type { NotesFile } from "./parse-notes.js";
import { type Problem, quoted } from "./problem.js";
import { type BundledTerms, type Chapter, type Row, readTermsFile, type TermsFile } from "./terms-file.js";

/**
 * The terms in force: the bundled ones, and a team's own added to them. The team's word counts: a bundled term loses a
 * name that the team gives to another term, and falls away where that was its first name.
 */
export function parseTerms(bundled: BundledTerms, own: readonly NotesFile[]): TermsRead {
  const others = own.filter(({ text }) => text !== bundled.text);
  const before = others.length === 0 ? alone.get(bundled) : undefined;
  const read = before ?? parse(bundled, others);
  if (others.length === 0) alone.set(bundled, read);
  return read;
}

export type TermsRead = { readonly terms: Terms; readonly problems: readonly Problem[] };

/** What the bundled file says where a team has none of its own: read once. */
const alone = new WeakMap<NotesFile, TermsRead>();

function parse(bundled: BundledTerms, own: readonly NotesFile[]): TermsRead {
  const base = bundled.read ?? readTermsFile(bundled);
  const files = own.map(readTermsFile);
  const all = [base, ...files];
  const problems = all.flatMap((file) => file.problems);
  const makers = rowsOf("makers", all).flatMap(({ names }) => names);
  const key = keysOfNames(makers);

  const first = claimed(rowsOf("terms", [base]), key, problems);
  const terms = added(first, claimed(rowsOf("terms", files), key, problems), key);
  const named = new Map(
    terms.flatMap(({ name, aliases }) => [name, ...aliases].map((each) => [key(each), name] as const)),
  );
  const fallen = new Set(
    first.filter(({ name }) => named.get(key(name)) !== name).map(({ name }) => key(name)),
  );
  const families = all.flatMap((file) =>
    file.rows.families.map((row) => {
      const names = file === base ? row.names.filter((name) => !fallen.has(key(name))) : row.names;
      return familyOf({ ...row, names }, (name) => named.get(key(name)), problems);
    }),
  );
  return {
    terms: {
      makers,
      terms,
      families: families.filter((family) => family.length > 1),
      pairs: rowsOf("pairs", all).map(({ names }) => names),
      synonyms: rowsOf("synonyms", all).map(({ names }) => names),
    },
    problems,
  };
}

function rowsOf(chapter: Chapter, files: readonly TermsFile[]): readonly Row[] {
  return files.flatMap(({ rows }) => rows[chapter]);
}

type KeyOf = (name: string) => string;

/** The terms of some rows. A name that another term has already stays with that one, and is a problem. */
function claimed(rows: readonly Row[], key: KeyOf, problems: Problem[]): readonly Term[] {
  const owners = new Map<string, Owner>();
  const terms = new Map<string, { readonly name: string; readonly aliases: string[] }>();
  for (const row of rows) {
    const [name = "", ...aliases] = row.names;
    const owner = owners.get(key(name));
    if (owner && owner.term !== key(name)) problems.push(twice(name, row, owner));
    else {
      const term = terms.get(key(name)) ?? { name, aliases: [] };
      terms.set(key(name), term);
      owners.set(key(name), owner ?? { term: key(name), row });
      for (const alias of aliases) {
        const holder = owners.get(key(alias));
        if (holder && holder.term !== key(name)) problems.push(twice(alias, row, holder));
        if (holder) continue;
        owners.set(key(alias), { term: key(name), row });
        term.aliases.push(alias);
      }
    }
  }
  return [...terms.values()];
}

/** Which term has a name, and the line that says so. */
type Owner = { readonly term: string; readonly row: Row };

function twice(name: string, row: Row, { row: other }: Owner): Problem {
  const place = `${other.file}:${other.line}`;
  const both = `${quoted(other.names[0] ?? "")} (${place}) and ${quoted(row.names[0] ?? "")}`;
  const message = `${quoted(name)} is a name of both ${both}. Leave it to one of them.`;
  return { file: row.file, line: row.line, severity: "error", code: "terms-twice", message };
}

/** A team's terms over the bundled ones. */
function added(base: readonly Term[], own: readonly Term[], key: KeyOf): readonly Term[] {
  const owner = new Map(
    own.flatMap(({ name, aliases }) => [name, ...aliases].map((each) => [key(each), key(name)])),
  );
  const mine = new Map(own.map((term) => [key(term.name), term]));
  const kept = base.flatMap(({ name, aliases }): readonly Term[] => {
    const isMine = (called: string) => (owner.get(key(called)) ?? key(name)) === key(name);
    if (!isMine(name)) return [];
    const left = aliases.filter(isMine);
    const more =
      mine.get(key(name))?.aliases.filter((alias) => !left.some((old) => key(old) === key(alias))) ?? [];
    mine.delete(key(name));
    return [{ name, aliases: [...left, ...more] }];
  });
  return [...kept, ...mine.values()];
}

/** The terms of a family by their first names; one that is no term stands for itself, and is a problem. */
function familyOf(
  row: Row,
  termOf: (name: string) => string | undefined,
  problems: Problem[],
): readonly string[] {
  const names = row.names.map((name) => {
    const term = termOf(name);
    if (term !== undefined) return term;
    const message = `${quoted(name)} stands in a family and is no term. Add it under \`terms\`, or mend its spelling.`;
    problems.push({ file: row.file, line: row.line, severity: "warning", code: "terms-family", message });
    return name;
  });
  return [...new Set(names)];
}
