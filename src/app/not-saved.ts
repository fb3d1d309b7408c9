/** The store refused, and it is certain that nothing was written. */
export class NotSaved extends Error {}

/** Marks a failure of the store, so that a person is told "not saved" only when that is true. */
export async function saved<Result>(writing: Promise<Result>): Promise<Result> {
  try {
    return await writing;
  } catch (cause) {
    throw new NotSaved("the store refused a write", { cause });
  }
}
