/** What the database refused, in words for the operator: what happened, where, and the cure. */
export class StoreFault extends Error {
  readonly kind: "locked" | "owned" | "newer" | "corrupt" | "unwritable" | "missing";

  constructor(kind: StoreFault["kind"], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "StoreFault";
    this.kind = kind;
  }
}
