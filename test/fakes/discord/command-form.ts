import {
  all,
  bool,
  type Fault,
  integer,
  isRecord,
  list,
  matching,
  object,
  oneOf,
  orNull,
  type Path,
  type Rule,
  say,
  text,
} from "./form.js";

/** Discord's own pattern for the names of slash commands and of their options; lower case where there is one. */
const name: Rule = all(
  matching(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u, 1, 32),
  (value, path, found) => {
    if (typeof value === "string" && value !== value.toLowerCase())
      say(found, path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
  },
);

const words = text(1, 100);
const localized = orNull((value, path, found) => {
  if (!isRecord(value))
    return say(found, path, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
  for (const [locale, written] of Object.entries(value)) text(1, 100)(written, [...path, locale], found);
});

const choiceOf = (value: Rule) =>
  object({ "!name": text(1, 100), name_localizations: localized, "!value": value });
const decimal: Rule = (value, path, found) => {
  if (typeof value !== "number")
    say(found, path, "NUMBER_TYPE_COERCE", `Value "${String(value)}" is not float.`);
};

const named = {
  "!name": name,
  name_localizations: localized,
  "!description": words,
  description_localizations: localized,
};
const numbers = (rule: Rule) => ({
  choices: list(choiceOf(rule), 0, 25),
  autocomplete: bool,
  min_value: rule,
  max_value: rule,
});

/** Types by number: 1 subcommand, 2 group, 3 string, 4 integer, 5 boolean, 6 user, 7 channel, 8 role, 9 mentionable, 10 number, 11 attachment. */
const own: Readonly<Record<number, Readonly<Record<string, Rule>>>> = {
  3: {
    choices: list(choiceOf(text(1, 100)), 0, 25),
    autocomplete: bool,
    min_length: integer(0, 6000),
    max_length: integer(1, 6000),
  },
  4: numbers(integer(-(2 ** 53), 2 ** 53)),
  5: {},
  6: {},
  7: { channel_types: list(integer(0, 16), 0, 20) },
  8: {},
  9: {},
  10: numbers(decimal),
  11: {},
};

function option(types: readonly number[]): Rule {
  return (value, path, found) => {
    const type = isRecord(value) && typeof value.type === "number" ? value.type : 0;
    if (!types.includes(type))
      return say(
        found,
        [...path, "type"],
        "BASE_TYPE_CHOICES",
        `Value must be one of {${types.join(", ")}}.`,
      );
    if (type === 1) object({ ...named, "!type": oneOf(1), options: optionsOf(values) })(value, path, found);
    else if (type === 2)
      object({ ...named, "!type": oneOf(2), "!options": optionsOf([1]) })(value, path, found);
    else object({ ...named, "!type": oneOf(type), required: bool, ...own[type] })(value, path, found);
    if (
      isRecord(value) &&
      value.autocomplete === true &&
      Array.isArray(value.choices) &&
      value.choices.length > 0
    )
      say(
        found,
        [...path, "autocomplete"],
        "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES",
        "Cannot set autocomplete with choices",
      );
  };
}

const values = [3, 4, 5, 6, 7, 8, 9, 10, 11];

function optionsOf(types: readonly number[]): Rule {
  return all(
    list((value, path, found) => option(types)(value, path, found), 0, 25),
    (value, path, found) => {
      const options = Array.isArray(value) ? value.filter(isRecord) : [];
      sameNames(options, path, found);
      const optional = options.findIndex(({ type, required }) => Number(type) > 2 && required !== true);
      const late = options.findIndex(
        ({ required }, index) => optional >= 0 && index > optional && required === true,
      );
      if (late >= 0)
        say(
          found,
          [...path, late],
          "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
          "Required options must be placed before non-required options",
        );
      const kinds = new Set(options.map(({ type }) => Number(type) > 2));
      if (kinds.size > 1)
        say(
          found,
          path,
          "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
          "Sub-command and sub-command group option types are mutually exclusive to all other types",
        );
    },
  );
}

function sameNames(items: readonly Record<string, unknown>[], path: Path, found: Fault[]): void {
  for (const [index, item] of items.entries()) {
    if (items.findIndex((other) => other.name === item.name && other.type === item.type) < index)
      say(
        found,
        [...path, index, "name"],
        "APPLICATION_COMMANDS_DUPLICATE_NAME",
        "Application command names must be unique",
      );
  }
}

const command: Rule = all(
  object({
    id: text(1, 20),
    type: oneOf(1),
    ...named,
    options: optionsOf([1, 2, ...values]),
    default_member_permissions: orNull(matching(/^\d+$/, 1, 30)),
    contexts: orNull(list(oneOf(0, 1, 2), 1, 3)),
    integration_types: list(oneOf(0, 1), 1, 2),
    nsfw: bool,
  }),
  (value, path, found) => {
    const size = sizeOf(value);
    if (size > 8000)
      say(found, path, "APPLICATION_COMMAND_TOO_LARGE", `Command exceeds maximum size (8000), has ${size}`);
  },
);

/** Letters over names, descriptions and values of a command and of everything in it: at most 8,000. */
function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + sizeOf(item), 0);
  if (!isRecord(value)) return 0;
  const letters = [value.name, value.description, value.value].reduce<number>(
    (sum, item) => sum + (typeof item === "string" ? item.length : 0),
    0,
  );
  return letters + sizeOf(value.options) + sizeOf(value.choices);
}

/** A bulk overwrite of an application's commands. */
export const commandList: Rule = all(list(command, 0, 100), (value, path, found) => {
  sameNames(Array.isArray(value) ? value.filter(isRecord) : [], path, found);
});
