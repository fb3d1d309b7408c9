import {
  all,
  bool,
  type Fault,
  integer,
  isRecord,
  list,
  object,
  oneOf,
  orNull,
  type Path,
  type Rule,
  say,
  snowflake,
  text,
  url,
} from "./form.js";

export const componentsV2 = 1 << 15;

/** Types by number: 1 row, 2 button, 3 and 5–8 selects, 9 section, 10 text, 11 thumbnail, 12 gallery, 13 file, 14 separator, 17 container. */
const inLegacy = [1];
const onTop = [1, 9, 10, 12, 13, 14, 17];
const inContainer = [1, 9, 10, 12, 13, 14];
const inRow = [2, 3, 5, 6, 7, 8];

/** The components of a message with the flag IS_COMPONENTS_V2. */
export const newComponents: Rule = all(
  list((value, path, found) => component(onTop)(value, path, found), 0, 40),
  (value, path, found) => {
    const every = flatten(value);
    if (every.length > 40)
      say(
        found,
        path,
        "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
        `Total number of components cannot exceed 40 (was ${every.length}).`,
      );
    const size = every.reduce(
      (sum, { type, content }) => sum + (type === 10 ? String(content).length : 0),
      0,
    );
    if (size > 4000)
      say(
        found,
        path,
        "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
        "Components displayable text size exceeds maximum size of 4000",
      );
    unique(value, path, found);
  },
);

/** The components of a message without it: at most five rows. */
export const legacyComponents: Rule = all(
  list((value, path, found) => component(inLegacy)(value, path, found), 0, 5),
  (value, path, found) => unique(value, path, found),
);

/** One component, of one of these types. */
export function component(types: readonly number[]): Rule {
  return (value, path, found) => {
    if (!isRecord(value))
      return say(found, path, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
    const rule = typeof value.type === "number" ? shapes.get(value.type) : undefined;
    if (!rule || !types.includes(value.type as number))
      return say(
        found,
        [...path, "type"],
        "UNION_TYPE_CHOICES",
        `Value of field "type" must be one of (${types.join(", ")}).`,
      );
    rule(value, path, found);
  };
}

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

export const id = integer(0, 2 ** 31 - 1);
export const customId = text(1, 100);
const emoji = object({ id: orNull(snowflake), name: orNull(text(1, 100)), animated: bool });
const media = object({ "!url": url(2048, "http", "https", "attachment") });

const row: Rule = all(
  object({
    "!type": oneOf(1),
    id,
    "!components": list((value, path, found) => component(inRow)(value, path, found), 1, 5),
  }),
  (value, path, found) => {
    const parts = isRecord(value) && Array.isArray(value.components) ? value.components.filter(isRecord) : [];
    if (parts.length > 1 && parts.some(({ type }) => type !== 2))
      say(
        found,
        [...path, "components", 1],
        "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
        "The specified component exceeds the maximum width",
      );
  },
);

const button: Rule = all(
  object({
    "!type": oneOf(2),
    id,
    "!style": oneOf(1, 2, 3, 4, 5),
    label: text(0, 80),
    emoji,
    custom_id: customId,
    url: url(512, "http", "https", "discord"),
    disabled: bool,
  }),
  (value, path, found) => {
    if (!isRecord(value)) return;
    const link = value.style === 5;
    if (link !== (value.url !== undefined))
      say(
        found,
        [...path, "url"],
        link ? "BASE_TYPE_REQUIRED" : "BUTTON_COMPONENT_URL_INVALID",
        link ? "This field is required" : "Only link buttons have a url",
      );
    if (link && value.custom_id !== undefined)
      say(
        found,
        [...path, "custom_id"],
        "BUTTON_COMPONENT_CUSTOM_ID_INVALID",
        "A link button cannot have a custom id",
      );
    if (!link && value.custom_id === undefined)
      say(found, [...path, "custom_id"], "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required");
    if (!value.label && !value.emoji)
      say(found, path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button must have a label or an emoji");
  },
);

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

const stringSelect: Rule = all(
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

const pickers = [5, 6, 7, 8].map((type): [number, Rule] => [
  type,
  object({
    "!type": oneOf(type),
    ...selectFields,
    default_values: list(object({ "!id": snowflake, "!type": text(1, 10) }), 0, 25),
    channel_types: list(integer(0, 16), 0, 20),
  }),
]);

const textDisplay = object({ "!type": oneOf(10), id, "!content": text(1, 4000) });

const shapes = new Map<number, Rule>([
  [1, row],
  [2, button],
  [3, stringSelect],
  ...pickers,
  [
    9,
    object({ "!type": oneOf(9), id, "!components": list(textOnly, 1, 3), "!accessory": component([2, 11]) }),
  ],
  [10, textDisplay],
  [
    11,
    object({ "!type": oneOf(11), id, "!media": media, description: orNull(text(0, 1024)), spoiler: bool }),
  ],
  [
    12,
    object({
      "!type": oneOf(12),
      id,
      "!items": list(object({ "!media": media, description: orNull(text(0, 1024)), spoiler: bool }), 1, 10),
    }),
  ],
  [
    13,
    object({ "!type": oneOf(13), id, "!file": object({ "!url": url(2048, "attachment") }), spoiler: bool }),
  ],
  [14, object({ "!type": oneOf(14), id, divider: bool, spacing: oneOf(1, 2) })],
  [
    17,
    object({
      "!type": oneOf(17),
      id,
      accent_color: orNull(integer(0, 0xffffff)),
      spoiler: bool,
      "!components": list(component(inContainer), 1, 40),
    }),
  ],
]);

function textOnly(value: unknown, path: Path, found: Fault[]): void {
  component([10])(value, path, found);
}
