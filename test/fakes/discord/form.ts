/** One thing wrong with one field, in Discord's words. */
export type Fault = { readonly path: Path; readonly code: string; readonly message: string };

export type Path = readonly (string | number)[];

/** Says what is wrong with a value. */
export type Rule = (value: unknown, path: Path, found: Fault[]) => void;

/** An object with these fields and no other; `!` before a name: it must be there. */
export function object(fields: Readonly<Record<string, Rule>>): Rule {
  const rules = new Map(Object.entries(fields).map(([name, rule]) => [name.replace("!", ""), rule]));
  const needed = Object.keys(fields)
    .filter((name) => name.startsWith("!"))
    .map((name) => name.slice(1));
  return (value, path, found) => {
    if (!isRecord(value))
      return say(found, path, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
    for (const name of needed) {
      if (value[name] === undefined)
        say(found, [...path, name], "BASE_TYPE_REQUIRED", "This field is required");
    }
    for (const [name, field] of Object.entries(value)) {
      const rule = rules.get(name);
      if (rule) rule(field, [...path, name], found);
      else say(found, [...path, name], "UNKNOWN_FIELD", `The test server knows no field “${name}” here.`);
    }
  };
}

export function text(least: number, most: number): Rule {
  return (value, path, found) => {
    if (typeof value !== "string")
      return say(found, path, "STRING_TYPE_CONVERT", "Could not interpret value as string.");
    if (value.length >= least && value.length <= most) return;
    if (value.length === 0 && least > 0)
      return say(found, path, "BASE_TYPE_REQUIRED", "This field is required");
    if (least > 0)
      return say(found, path, "BASE_TYPE_BAD_LENGTH", `Must be between ${least} and ${most} in length.`);
    say(found, path, "BASE_TYPE_MAX_LENGTH", `Must be ${most} or fewer in length.`);
  };
}

export function matching(pattern: RegExp, least: number, most: number): Rule {
  return all(text(least, most), (value, path, found) => {
    if (typeof value === "string" && value !== "" && !pattern.test(value))
      say(found, path, "STRING_TYPE_REGEX", "String value did not match validation regex.");
  });
}

export function integer(least: number, most: number): Rule {
  return (value, path, found) => {
    if (typeof value !== "number" || !Number.isInteger(value))
      return say(found, path, "NUMBER_TYPE_COERCE", `Value "${String(value)}" is not int.`);
    if (value < least)
      say(found, path, "NUMBER_TYPE_MIN", `int value should be greater than or equal to ${least}.`);
    if (value > most)
      say(found, path, "NUMBER_TYPE_MAX", `int value should be less than or equal to ${most}.`);
  };
}

export function oneOf(...choices: readonly (string | number)[]): Rule {
  return (value, path, found) => {
    if (choices.some((choice) => choice === value)) return;
    say(found, path, "BASE_TYPE_CHOICES", `Value must be one of {${choices.join(", ")}}.`);
  };
}

export const bool: Rule = (value, path, found) => {
  if (typeof value !== "boolean") say(found, path, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
};

export const snowflake: Rule = (value, path, found) => {
  if (typeof value !== "string" || !/^\d{17,20}$/.test(value))
    say(found, path, "NUMBER_TYPE_COERCE", `Value "${String(value)}" is not snowflake.`);
};

export function list(rule: Rule, least: number, most: number): Rule {
  return (value, path, found) => {
    if (!Array.isArray(value))
      return say(found, path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
    if (value.length < least || value.length > most) {
      const words = least > 0 ? `between ${least} and ${most}` : `${most} or fewer`;
      say(
        found,
        path,
        least > 0 ? "BASE_TYPE_BAD_LENGTH" : "BASE_TYPE_MAX_LENGTH",
        `Must be ${words} in length.`,
      );
    }
    for (const [index, item] of value.entries()) rule(item, [...path, index], found);
  };
}

/** The same, and null as well. */
export function orNull(rule: Rule): Rule {
  return (value, path, found) => {
    if (value !== null) rule(value, path, found);
  };
}

export function all(...rules: readonly Rule[]): Rule {
  return (value, path, found) => {
    for (const rule of rules) rule(value, path, found);
  };
}

/** A link with one of these schemes. */
export function url(most: number, ...schemes: readonly string[]): Rule {
  return all(text(1, most), (value, path, found) => {
    if (typeof value !== "string" || value === "") return;
    const scheme = /^([a-z]+):\/\/\S+$/.exec(value)?.[1];
    if (scheme && schemes.includes(scheme)) return;
    const words = schemes.map((name) => `'${name}'`).join(", ");
    say(
      found,
      path,
      "URL_TYPE_INVALID_SCHEME",
      `Scheme "${scheme ?? ""}" is not supported. Must be one of (${words}).`,
    );
  });
}

export function say(found: Fault[], path: Path, code: string, message: string): void {
  found.push({ path, code, message });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function faultsOf(value: unknown, rule: Rule): Fault[] {
  const found: Fault[] = [];
  rule(value, [], found);
  return found;
}

/** Faults as Discord nests them: `{ embeds: { 0: { title: { _errors: [...] } } } }`. */
export function nest(faults: readonly Fault[]): object {
  const root: Record<string, unknown> = {};
  for (const { path, code, message } of faults) {
    let here = root;
    for (const step of path) {
      const next = isRecord(here[step]) ? here[step] : {};
      here[step] = next;
      here = next;
    }
    const told = Array.isArray(here._errors) ? here._errors : [];
    here._errors = [...told, { code, message }];
  }
  return root;
}
