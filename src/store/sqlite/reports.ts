import { desc, eq } from "drizzle-orm";
import type { Key, PersonId, QuestionId } from "../../core/ids.js";
import { type Report, type ReportFault, reportKey } from "../../core/report.js";
import type { Db } from "./open.js";
import { report } from "./schema.js";

/** A report with the short name that it is kept under. */
export type KeptReport = Report & { readonly id: Key };

/** What members said of questions. */
export function reports(db: Db) {
  return {
    /** One person says one thing of one version; saying more replaces it. */
    add({ at, ...rest }: Report): void {
      const id = reportKey(rest);
      const row = { ...rest, at: at.getTime() };
      db.insert(report)
        .values({ id, ...row })
        .onConflictDoUpdate({ target: report.id, set: row })
        .run();
    },

    of(question: QuestionId, version: number, person: PersonId): Report | null {
      const id = reportKey({ question, version, person });
      const row = db.select().from(report).where(eq(report.id, id)).get();
      return row ? toReport(row) : null;
    },

    /** Newest first. */
    all: (): readonly KeptReport[] =>
      db.select().from(report).orderBy(desc(report.at), report.id).all().map(toReport),
  };
}

function toReport({ at, fault, ...rest }: typeof report.$inferSelect): KeptReport {
  return { ...rest, fault: fault as ReportFault, at: new Date(at) };
}
