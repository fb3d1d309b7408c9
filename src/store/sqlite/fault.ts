/** What the database refused, in words for the operator: what happened, where, and the cure. */
export class StoreFault extends Error {
  readonly kind:
    | "locked"
    | "owned"
    | "newer"
    | "corrupt"
    | "unwritable"
    | "missing"
    | "full"
    /** A file is in the way. */
    | "exists"
    /** A sound database, but none of Cuecard's. */
    | "foreign";

  constructor(kind: StoreFault["kind"], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "StoreFault";
    this.kind = kind;
  }
}

/** What SQLite or the file system said about a database file, as a fault; anything else as it came. */
export function asFault(cause: unknown, path: string): unknown {
  if (cause instanceof StoreFault || !(cause instanceof Error) || !("code" in cause)) return cause;
  const code = String(cause.code);
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") return corrupt(path, cause);
  if (code.startsWith("SQLITE_BUSY")) {
    return new StoreFault(
      "locked",
      `The database ${path} is locked by another program. Close it and start again.`,
      cause,
    );
  }
  if (code === "SQLITE_FULL" || code === "ENOSPC") {
    return new StoreFault("full", `The disk under ${path} is full. Free some space and try again.`, cause);
  }
  if (unwritable.test(code)) {
    return new StoreFault(
      "unwritable",
      `The database ${path} cannot be written (${cause.message}). Give the bot write access to the file and its folder.`,
      cause,
    );
  }
  return cause;
}

const unwritable = /^(SQLITE_(READONLY|CANTOPEN|IOERR|PERM)|(EACCES|EPERM|EROFS|ENOTDIR|EISDIR|EEXIST|EIO)$)/;

export function corrupt(path: string, cause: unknown): StoreFault {
  return new StoreFault(
    "corrupt",
    `The database ${path} is damaged. Nothing was changed. Keep the file aside and run: npx cuecard restore BACKUP`,
    cause,
  );
}
