import { type Json, lengthOf, recordIn, recordsIn, stringIn } from "./json.js";
import { labelOf } from "./reading.js";

/** What somebody fills in, by the field's block id, action id or label. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

export type Filled = {
  /** As Slack sends it: by block id, then by action id. */
  readonly values: Json;
  /** What the person is told before anything is sent, by block id. */
  readonly errors: Readonly<Record<string, string>>;
};

/** Fills a form in as the client does: required fields, lengths, choices that exist. */
export function fillIn(blocks: readonly Json[], fields: Fields): Filled {
  const inputs = blocks.filter(({ type }) => type === "input");
  const used = new Set<string>();
  const values: Record<string, Json> = {};
  const errors: Record<string, string> = {};
  for (const block of inputs) {
    const element = recordIn(block.element);
    const id = stringIn(block.block_id);
    const action = stringIn(element.action_id);
    const label = stringIn(recordIn(block.label).text);
    const key = [id, action, label].find((name) => name in fields);
    if (key !== undefined) used.add(key);
    const state = stateOf(element, key === undefined ? undefined : fields[key]);
    values[id] = { [action]: state };
    if (block.optional !== true && isEmpty(state)) errors[id] = "Please complete this required field.";
  }
  const unknown = Object.keys(fields).filter((name) => !used.has(name));
  if (unknown.length > 0) throw new Error(`the form has no field ${unknown.join(", ")}`);
  return { values, errors };
}

/** What a choice in a message or a form sends along. */
export function chosenIn(element: Json, wanted: readonly string[]): Json {
  const options = [...recordsIn(element.options), ...recordsIn(element.option_groups).flatMap(optionsOf)];
  const found = wanted.map((one) => {
    const option = options.find((candidate) => candidate.value === one || labelOf(candidate) === one);
    if (!option) throw new Error(`there is no choice ${one}: ${options.map(labelOf).join(", ")}`);
    return option;
  });
  const many = element.type === "checkboxes" || element.type === "multi_static_select";
  return many ? { selected_options: found } : { selected_option: found[0] ?? null };
}

function stateOf(element: Json, given: string | readonly string[] | undefined): Json {
  const type = stringIn(element.type);
  const text = typeof given === "string" ? given : given?.[0];
  switch (type) {
    case "plain_text_input":
    case "number_input": {
      const value = text ?? (stringIn(element.initial_value) || null);
      checkLength(element, value ?? "");
      return { type, value: value === "" ? null : value };
    }
    case "users_select":
      return { type, selected_user: text ?? element.initial_user ?? null };
    case "conversations_select":
      return { type, selected_conversation: text ?? element.initial_conversation ?? null };
    case "channels_select":
      return { type, selected_channel: text ?? element.initial_channel ?? null };
    case "datepicker":
      return { type, selected_date: text ?? element.initial_date ?? null };
    case "timepicker":
      return { type, selected_time: text ?? element.initial_time ?? null };
    default: {
      if (given !== undefined)
        return { type, ...chosenIn(element, typeof given === "string" ? [given] : given) };
      const many = type === "checkboxes" || type === "multi_static_select";
      return many
        ? { type, selected_options: recordsIn(element.initial_options) }
        : { type, selected_option: element.initial_option ?? null };
    }
  }
}

function checkLength(element: Json, value: string): void {
  const most = typeof element.max_length === "number" ? element.max_length : 3000;
  const least = typeof element.min_length === "number" ? element.min_length : 0;
  if (lengthOf(value) > most) throw new Error(`the field takes ${most} characters`);
  if (value !== "" && lengthOf(value) < least) throw new Error(`the field wants ${least} characters`);
}

function isEmpty(state: Json): boolean {
  const { type: _, ...rest } = state;
  return Object.values(rest).every((value) => value === null || (Array.isArray(value) && value.length === 0));
}

function optionsOf(group: Json): readonly Json[] {
  return recordsIn(group.options);
}
