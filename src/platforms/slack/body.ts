/** What Slack sent, before it is looked into. */
export type Body = Readonly<Record<string, unknown>>;

/** Empty where it is no object. */
export function objectIn(value: unknown): Body {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Body) : {};
}

export function listIn(value: unknown): readonly Body[] {
  return Array.isArray(value) ? value.map(objectIn) : [];
}

/** Empty where it is no string. */
export function stringIn(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The object of a JSON text; empty where there is none. */
export function objectOf(text: string): Body {
  try {
    return objectIn(JSON.parse(text));
  } catch {
    return {};
  }
}
