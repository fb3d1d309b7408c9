import { flatten } from "./component-walk.js";
import { isRecord } from "./form.js";

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A form as the client sends it back, or an error where the client would not let it go. */
export function filledComponents(components: readonly unknown[], fields: Fields): readonly object[] {
  const inputs = flatten(components).filter((part) => typeof part.custom_id === "string");
  const labels = new Map(
    components
      .filter(isRecord)
      .flatMap((part) => (isRecord(part.component) ? [[part.component.custom_id, part.label]] : [])),
  );
  for (const name of Object.keys(fields)) {
    if (!inputs.some((part) => names(part, labels).includes(name)))
      throw new Error(`the form has no field “${name}”`);
  }
  const given = (part: Record<string, unknown>) => {
    const name = names(part, labels).find((candidate) => candidate in fields);
    return name === undefined ? undefined : fields[name];
  };
  return components.filter(isRecord).map((part, index) => {
    const id = typeof part.id === "number" ? part.id : index + 1;
    if (part.type === 1)
      return {
        type: 1,
        id,
        components: (Array.isArray(part.components) ? part.components : []).map((one) =>
          filled(one, given(one), 100 + index),
        ),
      };
    if (part.type === 18 && isRecord(part.component))
      return { type: 18, id, component: filled(part.component, given(part.component), 100 + index) };
    return { type: part.type, id };
  });
}

function names(part: Record<string, unknown>, labels: ReadonlyMap<unknown, unknown>): readonly string[] {
  return [part.custom_id, part.label, labels.get(part.custom_id)].filter(
    (name): name is string => typeof name === "string",
  );
}

function filled(
  part: Record<string, unknown>,
  value: string | readonly string[] | undefined,
  id: number,
): object {
  const base = { type: part.type, id, custom_id: part.custom_id };
  const needed = part.required !== false;
  const refuse = (why: string): never => {
    throw new Error(`“${part.custom_id}” ${why}: the client would not send it`);
  };
  if (part.type === 4) {
    const text = typeof value === "string" ? value : String(part.value ?? "");
    if (needed && text === "") refuse("must be filled");
    if (text !== "" && text.length < Number(part.min_length ?? 0)) refuse("is too short");
    if (text.length > Number(part.max_length ?? 4000)) refuse("is too long");
    return { ...base, value: text };
  }
  if (part.type === 23)
    return { ...base, value: value === undefined ? part.default === true : value === "true" };
  const options = Array.isArray(part.options) ? part.options.filter(isRecord) : null;
  const before = (options ?? [])
    .filter((option) => option.default === true)
    .map(({ value }) => String(value));
  const picked = value === undefined ? before : typeof value === "string" ? [value] : value;
  const values = picked.map((one) =>
    String(
      options?.find((option) => option.value === one || option.label === one)?.value ??
        (options ? refuse(`does not offer “${one}”`) : one),
    ),
  );
  if (needed && values.length === 0) refuse("must be picked");
  if (part.type === 21) return { ...base, value: values[0] ?? null };
  return { ...base, values };
}
