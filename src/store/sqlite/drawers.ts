import { and, eq } from "drizzle-orm";
import type { Drawer } from "../store.js";
import type { CommitQueue } from "./commit-queue.js";
import type { Db } from "./open.js";
import { drawer } from "./schema.js";

/** A drawer for each owner, none of which sees another's. */
export function openDrawer(db: Db, queue: CommitQueue, owner: string): Drawer {
  const named = (name: string) => and(eq(drawer.owner, owner), eq(drawer.name, name));
  return {
    get: async (name) => db.select().from(drawer).where(named(name)).get()?.value ?? null,
    put: (name, value) =>
      queue.write(() => {
        const row = { owner, name, value };
        db.insert(drawer)
          .values(row)
          .onConflictDoUpdate({ target: [drawer.owner, drawer.name], set: row })
          .run();
      }),
    remove: (name) =>
      queue.write(() => {
        db.delete(drawer).where(named(name)).run();
      }),
    all: async () =>
      db
        .select({ name: drawer.name, value: drawer.value })
        .from(drawer)
        .where(eq(drawer.owner, owner))
        .orderBy(drawer.name)
        .all(),
  };
}
