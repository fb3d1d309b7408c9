import { and, eq, sql } from "drizzle-orm";
import type { Drawer } from "../store.js";
import type { CommitQueue } from "./commit-queue.js";
import { beginLogAnew, type Db } from "./open.js";
import { drawer } from "./schema.js";

/** A drawer for each owner, none of which sees another's. */
export function drawers(db: Db, queue: CommitQueue): (owner: string) => Drawer {
  const one = db
    .select({ value: drawer.value })
    .from(drawer)
    .where(and(eq(drawer.owner, sql.placeholder("owner")), eq(drawer.name, sql.placeholder("name"))))
    .prepare();
  return (owner) => openDrawer({ db, queue }, owner, (name) => one.get({ owner, name })?.value ?? null);
}

function openDrawer(
  { db, queue }: { readonly db: Db; readonly queue: CommitQueue },
  owner: string,
  read: (name: string) => string | null,
): Drawer {
  const named = (name: string) => and(eq(drawer.owner, owner), eq(drawer.name, name));
  return {
    get: async (name) => read(name),
    put: (name, value) =>
      queue.write(() => {
        const row = { owner, name, value };
        db.insert(drawer)
          .values(row)
          .onConflictDoUpdate({ target: [drawer.owner, drawer.name], set: row })
          .run();
      }),
    async remove(name) {
      await queue.write(() => void db.delete(drawer).where(named(name)).run());
      // What lies in drawers is somebody's own, or secret: as after an erasure, no bytes of it are to wait in the file.
      beginLogAnew(db);
    },
    all: async () =>
      db
        .select({ name: drawer.name, value: drawer.value })
        .from(drawer)
        .where(eq(drawer.owner, owner))
        .orderBy(drawer.name)
        .all(),
  };
}
