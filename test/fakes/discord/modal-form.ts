import { customId, id } from "./component-fields.js";
import { component } from "./component-form.js";
import { flatten, unique } from "./component-walk.js";
import { all, bool, integer, isRecord, list, object, oneOf, type Rule, say, text } from "./form.js";

const inputFields = {
  "!type": oneOf(4),
  id,
  "!custom_id": customId,
  "!style": oneOf(1, 2),
  min_length: integer(0, 4000),
  max_length: integer(1, 4000),
  required: bool,
  value: text(0, 4000),
  placeholder: text(0, 100),
};

const rowOfOne = object({
  "!type": oneOf(1),
  id,
  "!components": list(object({ ...inputFields, "!label": text(1, 45) }), 1, 1),
});

const choice = object({
  "!value": text(1, 100),
  "!label": text(1, 100),
  description: text(0, 100),
  default: bool,
});

const inLabel = new Map<number, Rule>([
  [4, object(inputFields)],
  ...[3, 5, 6, 7, 8].map((type): [number, Rule] => [type, component([type])]),
  [
    19,
    object({
      "!type": oneOf(19),
      id,
      "!custom_id": customId,
      min_values: integer(0, 10),
      max_values: integer(1, 10),
      required: bool,
      file_types: list(text(1, 50), 0, 10),
    }),
  ],
  [
    21,
    object({
      "!type": oneOf(21),
      id,
      "!custom_id": customId,
      "!options": list(choice, 2, 10),
      required: bool,
    }),
  ],
  [
    22,
    object({
      "!type": oneOf(22),
      id,
      "!custom_id": customId,
      "!options": list(choice, 1, 10),
      min_values: integer(0, 10),
      max_values: integer(1, 10),
      required: bool,
    }),
  ],
  [23, object({ "!type": oneOf(23), id, "!custom_id": customId, default: bool })],
]);

const labelled: Rule = (value, path, found) => {
  const rule = isRecord(value) && typeof value.type === "number" ? inLabel.get(value.type) : undefined;
  if (rule) rule(value, path, found);
  else
    say(
      found,
      [...path, "type"],
      "UNION_TYPE_CHOICES",
      `Value of field "type" must be one of (${[...inLabel.keys()].join(", ")}).`,
    );
};

const label = object({
  "!type": oneOf(18),
  id,
  "!label": text(1, 45),
  description: text(0, 100),
  "!component": labelled,
});

const part: Rule = (value, path, found) => {
  const type = isRecord(value) ? value.type : undefined;
  if (type === 1) rowOfOne(value, path, found);
  else if (type === 10) component([10])(value, path, found);
  else if (type === 18) label(value, path, found);
  else
    say(found, [...path, "type"], "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1, 10, 18).');
};

/** What a modal may hold. */
export const modal: Rule = all(
  object({ "!custom_id": customId, "!title": text(1, 45), "!components": list(part, 1, 5) }),
  (value, path, found) => {
    if (!isRecord(value)) return;
    unique(value.components, [...path, "components"], found);
    for (const { type, min_length: least, max_length: most } of flatten(value.components)) {
      if (type === 4 && typeof least === "number" && typeof most === "number" && least > most)
        say(
          found,
          [...path, "components"],
          "TEXT_INPUT_LENGTH_INVALID",
          "min_length is greater than max_length",
        );
    }
  },
);
