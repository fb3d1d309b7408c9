import { and, eq, sql } from "drizzle-orm";
import { type Bank, type BankEntry, makeBank } from "../../core/bank.js";
import type { Aliases, Known, Recognised } from "../../core/identity.js";
import type { QuestionId } from "../../core/ids.js";
import type { Question } from "../../core/question.js";
import { fingerprint } from "../../core/seed.js";
import type { BankChange } from "../store.js";
import type { Db } from "./open.js";
import { question, questionAlias, questionVersion } from "./schema.js";

/** Questions as the notes hold them, and as they once were. */
export function banks(db: Db) {
  const all = db.select().from(question).prepare();
  const keep = db
    .insert(question)
    .values({
      id: sql.placeholder("id"),
      version: sql.placeholder("version"),
      fingerprint: sql.placeholder("fingerprint"),
      body: sql.placeholder("body"),
      since: sql.placeholder("since"),
    })
    .onConflictDoUpdate({
      target: question.id,
      set: {
        version: sql`excluded.version`,
        fingerprint: sql`excluded.fingerprint`,
        body: sql`excluded.body`,
        since: sql`excluded.since`,
        retiredAt: null,
      },
    })
    .prepare();
  const keepVersion = db
    .insert(questionVersion)
    .values({
      question: sql.placeholder("question"),
      version: sql.placeholder("version"),
      body: sql.placeholder("body"),
      since: sql.placeholder("since"),
    })
    .onConflictDoNothing()
    .prepare();
  const retire = db
    .update(question)
    .set({ retiredAt: sql`${sql.placeholder("at")}` })
    .where(eq(question.id, sql.placeholder("id")))
    .prepare();

  const one = db
    .select()
    .from(question)
    .where(eq(question.id, sql.placeholder("id")))
    .prepare();
  const allAliases = () =>
    new Map(
      db
        .select()
        .from(questionAlias)
        .all()
        .map((row) => [row.id, row.question]),
    );

  return {
    aliases: (): Aliases => allAliases(),

    /** As the notes hold it, or last held it. */
    entry(id: QuestionId): Omit<BankEntry, "retired"> | null {
      const row = one.get({ id });
      return row ? { question: row.body, version: row.version } : null;
    },

    /** As it read in that version. */
    version(id: QuestionId, version: number): Question | null {
      const there = and(eq(questionVersion.question, id), eq(questionVersion.version, version));
      return (db.select().from(questionVersion).where(there).get()?.body as Question | undefined) ?? null;
    },

    load() {
      const rows = all.all();
      return makeBank(
        rows.map((row) => ({ question: row.body, version: row.version, retired: row.retiredAt !== null })),
      );
    },

    sync(
      given: readonly Question[],
      now: Date,
      rule: (questions: readonly Question[], known: readonly Known[], aliases: Aliases) => Recognised,
    ): Omit<BankChange, "corrected"> & { readonly bank: Bank } {
      const since = now.getTime();
      const rows = all.all();
      const known = new Map(rows.map((row) => [row.id, row]));
      const before = allAliases();
      const { questions, aliases } = rule(
        given,
        rows.map((row) => ({ id: row.id, question: row.body, retired: row.retiredAt !== null })),
        before,
      );
      for (const id of before.keys()) db.delete(questionAlias).where(eq(questionAlias.id, id)).run();
      for (const [id, old] of aliases) db.insert(questionAlias).values({ id, question: old }).run();
      const change = {
        added: [] as QuestionId[],
        changed: [] as QuestionId[],
        retired: [] as QuestionId[],
        returned: [] as QuestionId[],
      };
      const entries: BankEntry[] = [];
      for (const body of questions) {
        const old = known.get(body.id);
        known.delete(body.id);
        if (old && old.retiredAt === null && same(old.body, body)) {
          entries.push({ question: body, version: old.version, retired: false });
          continue;
        }
        const mark = versionMark(body);
        const version = !old ? 1 : old.fingerprint === mark ? old.version : old.version + 1;
        if (!old) change.added.push(body.id);
        else if (version !== old.version) change.changed.push(body.id);
        if (old && old.retiredAt !== null) change.returned.push(body.id);
        entries.push({ question: body, version, retired: false });
        keep.run({ id: body.id, version, fingerprint: mark, body, since });
        if (version !== old?.version) keepVersion.run({ question: body.id, version, body, since });
      }
      for (const gone of known.values()) {
        entries.push({ question: gone.body, version: gone.version, retired: true });
        if (gone.retiredAt !== null) continue;
        retire.run({ id: gone.id, at: since });
        change.retired.push(gone.id);
      }
      return { ...change, bank: makeBank(entries) };
    },
  };
}

/** What makes a version: the text that is asked and told, not the line that it stands in. */
export function versionMark({ prompt, form, explanation }: Question): string {
  const asked = form.kind === "choice" ? form.options : form.answer;
  return fingerprint(JSON.stringify([prompt, form.kind, asked, explanation]));
}

function same(one: Question, other: Question): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
