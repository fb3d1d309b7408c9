/** What came over the wire as an object. */
export type Json = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects in a list; none where it is no list. */
export function recordsIn(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Empty where it is no object. */
export function recordIn(value: unknown): Json {
  return isRecord(value) ? value : {};
}

/** Empty where it is no string. */
export function stringIn(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Length as Slack counts it: code points. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** Undefined where it is not JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
