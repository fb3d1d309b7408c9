import { desc } from "drizzle-orm";
import { keyOf } from "../../core/ids.js";
import type { Report, ReportFault } from "../../core/report.js";
import { fingerprint } from "../../core/seed.js";
import type { Db } from "./open.js";
import { report } from "./schema.js";

/** What members said of questions. */
export function reports(db: Db) {
  return {
    /** One person says one thing of one version; saying more replaces it. */
    add({ at, ...rest }: Report): void {
      const id = keyOf(fingerprint(`report ${rest.question} ${rest.version} ${rest.person}`));
      const row = { ...rest, at: at.getTime() };
      db.insert(report)
        .values({ id, ...row })
        .onConflictDoUpdate({ target: report.id, set: row })
        .run();
    },

    /** Newest first. */
    all: (): readonly Report[] =>
      db
        .select()
        .from(report)
        .orderBy(desc(report.at))
        .all()
        .map(({ id: _, at, fault, ...rest }) => ({ ...rest, fault: fault as ReportFault, at: new Date(at) })),
  };
}
