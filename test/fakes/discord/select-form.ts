import { customId, emoji, id } from "./component-fields.js";
import {
  all,
  bool,
  integer,
  isRecord,
  list,
  object,
  oneOf,
  type Rule,
  say,
  snowflake,
  text,
} from "./form.js";

const selectOption = object({
  "!label": text(1, 100),
  "!value": text(1, 100),
  description: text(0, 100),
  emoji,
  default: bool,
});
const selectFields = {
  id,
  "!custom_id": customId,
  placeholder: text(0, 150),
  min_values: integer(0, 25),
  max_values: integer(1, 25),
  disabled: bool,
  required: bool,
};

/** A select with its own options. */
export const stringSelect: Rule = all(
  object({ "!type": oneOf(3), ...selectFields, "!options": list(selectOption, 1, 25) }),
  (value, path, found) => {
    if (!isRecord(value) || !Array.isArray(value.options)) return;
    const options = value.options.filter(isRecord);
    const values = options.map((option) => option.value);
    if (new Set(values).size < values.length)
      say(
        found,
        [...path, "options"],
        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        "The specified option value is already used",
      );
    const most = typeof value.max_values === "number" ? value.max_values : 1;
    if (most > options.length)
      say(
        found,
        [...path, "max_values"],
        "SELECT_COMPONENT_MAX_VALUES_OUT_OF_RANGE",
        "There are fewer options than max_values",
      );
    if (options.filter((option) => option.default === true).length > most)
      say(
        found,
        [...path, "options"],
        "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
        "There are more defaults than max_values",
      );
  },
);

/** Selects of people, roles, both, and channels. */
export const pickers = [5, 6, 7, 8].map((type): [number, Rule] => [
  type,
  object({
    "!type": oneOf(type),
    ...selectFields,
    default_values: list(object({ "!id": snowflake, "!type": text(1, 10) }), 0, 25),
    channel_types: list(integer(0, 16), 0, 20),
  }),
]);
