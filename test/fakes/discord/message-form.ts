import { componentsV2, legacyComponents, newComponents } from "./component-form.js";
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
  type Rule,
  say,
  snowflake,
  text,
  url,
} from "./form.js";

const link = url(2048, "http", "https");
const picture = object({ "!url": url(2048, "http", "https", "attachment") });

const embed = object({
  title: text(0, 256),
  type: oneOf("rich"),
  description: text(0, 4096),
  url: link,
  timestamp: matching(/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/, 1, 40),
  color: integer(0, 0xffffff),
  footer: object({ "!text": text(1, 2048), icon_url: url(2048, "http", "https", "attachment") }),
  image: picture,
  thumbnail: picture,
  author: object({ "!name": text(1, 256), url: link, icon_url: url(2048, "http", "https", "attachment") }),
  fields: list(object({ "!name": text(1, 256), "!value": text(1, 1024), inline: bool }), 0, 25),
});

const embeds: Rule = all(list(embed, 0, 10), (value, path, found) => {
  const size = lettersIn(value);
  if (size > 6000) say(found, path, "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
  for (const [index, one] of (Array.isArray(value) ? value : []).entries()) {
    if (isRecord(one) && Object.keys(one).filter((key) => key !== "color" && key !== "type").length === 0)
      say(found, [...path, index, "description"], "BASE_TYPE_REQUIRED", "This field is required");
  }
});

function lettersIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + lettersIn(item), 0);
  if (!isRecord(value)) return 0;
  const here = ["title", "description", "name", "value", "text"].map((key) => value[key]);
  const own = here.reduce<number>(
    (sum, item) => sum + (typeof item === "string" ? item.trim().length : 0),
    0,
  );
  return own + lettersIn(value.footer) + lettersIn(value.author) + lettersIn(value.fields);
}

/** Who may be pinged; a list of ids beside the same word in `parse` is a contradiction. */
const allowedMentions: Rule = all(
  object({
    parse: list(oneOf("roles", "users", "everyone"), 0, 3),
    roles: list(snowflake, 0, 100),
    users: list(snowflake, 0, 100),
    replied_user: bool,
  }),
  (value, path, found) => {
    if (!isRecord(value)) return;
    const parse: readonly unknown[] = Array.isArray(value.parse) ? value.parse : [];
    for (const kind of ["users", "roles"]) {
      const ids = value[kind];
      if (parse.includes(kind) && Array.isArray(ids) && ids.length > 0)
        say(
          found,
          path,
          "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
          `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
        );
    }
    if (new Set(parse).size < parse.length)
      say(
        found,
        [...path, "parse"],
        "SET_TYPE_ALREADY_CONTAINS_VALUE",
        "The set already contains this value",
      );
  },
);

const anyComponents: Rule = () => undefined;
const attachment = object({
  "!id": (value, path, found) => {
    if (!/^\d+$/.test(String(value)))
      say(found, path, "NUMBER_TYPE_COERCE", `Value "${String(value)}" is not snowflake.`);
  },
  filename: text(1, 1024),
  title: text(0, 1024),
  description: orNull(text(0, 1024)),
});

const common = {
  content: orNull(text(0, 2000)),
  embeds: orNull(embeds),
  components: orNull(anyComponents),
  allowed_mentions: orNull(allowedMentions),
  attachments: orNull(list(attachment, 0, 10)),
};

const nonce: Rule = (value, path, found) => {
  if (typeof value === "number") integer(0, 2 ** 53)(value, path, found);
  else text(0, 25)(value, path, found);
};

const posted = { ...common, tts: bool, flags: integer(0, 2 ** 31 - 1), nonce, enforce_nonce: bool };

/** The three ways in which a message comes to the server, and the fields of each. */
export const fieldsOf = {
  post: object({
    ...posted,
    message_reference: object({
      type: oneOf(0),
      "!message_id": snowflake,
      channel_id: snowflake,
      guild_id: snowflake,
      fail_if_not_exists: bool,
    }),
  }),
  reply: object(posted),
  edit: object({ ...common, tts: bool, flags: orNull(integer(0, 2 ** 31 - 1)), enforce_nonce: bool }),
} satisfies Record<string, Rule>;

/** What the flag IS_COMPONENTS_V2 takes and forbids, as it stands after this request. */
export function componentFaults(
  body: Record<string, unknown>,
  flags: number,
  path: readonly string[],
): Fault[] {
  const found: Fault[] = [];
  const isNew = (flags & componentsV2) !== 0;
  if (Array.isArray(body.components))
    (isNew ? newComponents : legacyComponents)(body.components, [...path, "components"], found);
  if (isNew) {
    for (const field of ["content", "embeds"]) {
      const value = body[field];
      if (
        value === undefined ||
        value === null ||
        value === "" ||
        (Array.isArray(value) && value.length === 0)
      )
        continue;
      say(
        found,
        [...path, field],
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
    }
  }
  return found;
}
