import { customId, emoji, id } from "./component-fields.js";
import { flatten, unique } from "./component-walk.js";
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
  text,
  url,
} from "./form.js";
import { pickers, stringSelect } from "./select-form.js";

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
