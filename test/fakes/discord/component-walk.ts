import { type Fault, isRecord, type Path, say } from "./form.js";
import type { Part } from "./world.js";

/** Every component, inner ones and accessories too, in the order of reading. */
export function flatten(components: unknown): readonly Record<string, unknown>[] {
  if (!Array.isArray(components)) return [];
  return components
    .filter(isRecord)
    .flatMap((part) => [
      part,
      ...flatten(part.components),
      ...(isRecord(part.accessory) ? flatten([part.accessory]) : []),
      ...(isRecord(part.component) ? flatten([part.component]) : []),
    ]);
}

/** No custom_id and no id twice, hidden or disabled ones included. */
export function unique(components: unknown, path: Path, found: Fault[]): void {
  const seen = new Set<unknown>();
  const walk = (value: unknown, at: Path): void => {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) walk(item, [...at, index]);
    if (!isRecord(value)) return;
    for (const [field, code] of [
      ["custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED"],
      ["id", "COMPONENT_ID_DUPLICATED"],
    ] as const) {
      const own = value[field];
      if (own === undefined || own === 0) continue;
      if (seen.has(`${field} ${own}`))
        say(found, [...at, field], code, "Component custom id cannot be duplicated");
      seen.add(`${field} ${own}`);
    }
    walk(value.components, [...at, "components"]);
    walk(value.accessory, [...at, "accessory"]);
    walk(value.component, [...at, "component"]);
  };
  walk(components, path);
}

/** Counts the components as Discord does, from 1, around the ids that were given. */
export function numbered(components: unknown): readonly Part[] {
  if (!Array.isArray(components)) return [];
  const taken = new Set(flatten(components).map(({ id }) => id));
  let last = 0;
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (!isRecord(value)) return value;
    let id = value.id;
    if (typeof id !== "number" || id === 0) {
      do last += 1;
      while (taken.has(last));
      id = last;
    }
    const inner = Object.fromEntries(
      ["components", "accessory", "component"].flatMap((key) =>
        value[key] === undefined ? [] : [[key, walk(value[key])]],
      ),
    );
    return { ...value, ...inner, id };
  };
  return components.map(walk) as readonly Part[];
}
