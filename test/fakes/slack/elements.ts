import type { Assets, Problems } from "./check.js";
import { checkCount, checkKeys, checkPicture, checkString, checkText, report } from "./check.js";
import { isRecord, type Json } from "./json.js";

type Where = { readonly at: string; readonly problems: Problems };
type Form = {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly check: (element: Json, where: Where) => void;
};

const shared = ["action_id", "confirm", "focus_on_load"];
const chosen = ["placeholder", ...shared];

const forms: Readonly<Record<string, Form>> = {
  button: {
    required: ["text"],
    optional: ["action_id", "url", "value", "style", "confirm", "accessibility_label"],
    check: checkButton,
  },
  static_select: {
    required: [],
    optional: ["options", "option_groups", "initial_option", ...chosen],
    check: (element, where) => checkChoices(element, { least: 1, most: 100 }, where),
  },
  multi_static_select: {
    required: [],
    optional: ["options", "option_groups", "initial_options", "max_selected_items", ...chosen],
    check: (element, where) => checkChoices(element, { least: 1, most: 100 }, where),
  },
  overflow: {
    required: ["options"],
    optional: shared,
    check: (element, where) => checkChoices(element, { least: 1, most: 5 }, where),
  },
  radio_buttons: {
    required: ["options"],
    optional: ["initial_option", ...shared],
    check: (element, where) => checkChoices(element, { least: 1, most: 10 }, where),
  },
  checkboxes: {
    required: ["options"],
    optional: ["initial_options", ...shared],
    check: (element, where) => checkChoices(element, { least: 1, most: 10 }, where),
  },
  plain_text_input: {
    required: [],
    optional: [
      "initial_value",
      "multiline",
      "min_length",
      "max_length",
      "dispatch_action_config",
      "placeholder",
      ...shared,
    ],
    check: checkInputText,
  },
  users_select: { required: [], optional: ["initial_user", ...chosen], check: () => {} },
  channels_select: { required: [], optional: ["initial_channel", ...chosen], check: () => {} },
  conversations_select: {
    required: [],
    optional: ["initial_conversation", "default_to_current_conversation", "filter", ...chosen],
    check: () => {},
  },
  datepicker: { required: [], optional: ["initial_date", ...chosen], check: () => {} },
  timepicker: { required: [], optional: ["initial_time", "timezone", ...chosen], check: () => {} },
  number_input: {
    required: ["is_decimal_allowed"],
    optional: ["initial_value", "min_value", "max_value", ...chosen],
    check: () => {},
  },
};

/** Element types by the place where they may stand. */
export const places = {
  actions: ["button", "static_select", "overflow", "radio_buttons", "checkboxes"].concat(
    ["multi_static_select", "users_select", "channels_select", "conversations_select"],
    ["datepicker", "timepicker"],
  ),
  input: Object.keys(forms).filter((type) => type !== "button" && type !== "overflow"),
  accessory: Object.keys(forms).filter((type) => !["plain_text_input", "number_input"].includes(type)),
} as const;

/** Checks one interactive element, or a picture beside a section. */
export function checkElement(
  element: unknown,
  allowed: { readonly types: readonly string[]; readonly picture: Assets | null },
  where: Where,
): void {
  const { at, problems } = where;
  if (!isRecord(element)) {
    report(problems, "must be an object", at);
    return;
  }
  const type = String(element.type);
  if (element.type === undefined) {
    report(problems, "missing required field: type", at);
    return;
  }
  if (type === "image" && allowed.picture) {
    checkKeys(element, { required: ["alt_text"], optional: ["image_url", "slack_file"] }, where);
    checkPicture(element, allowed.picture, where);
    return;
  }
  const form = forms[type];
  if (!form || !allowed.types.includes(type)) {
    report(problems, `unsupported type: ${type}`, `${at}/type`);
    return;
  }
  checkKeys(element, form, where);
  checkString(element.action_id, { most: 255 }, { at: `${at}/action_id`, problems });
  checkText(element.placeholder, { kind: "plain", most: 150 }, { at: `${at}/placeholder`, problems });
  checkConfirm(element.confirm, { at: `${at}/confirm`, problems });
  form.check(element, where);
}

function checkButton(button: Json, { at, problems }: Where): void {
  checkText(button.text, { kind: "plain", most: 75 }, { at: `${at}/text`, problems });
  checkString(button.value, { least: 0, most: 2000 }, { at: `${at}/value`, problems });
  checkString(button.url, { most: 3000 }, { at: `${at}/url`, problems });
  checkString(button.accessibility_label, { most: 75 }, { at: `${at}/accessibility_label`, problems });
  if (typeof button.url === "string" && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(button.url)) {
    report(problems, "invalid_url", `${at}/url`);
  }
  if (button.style !== undefined && button.style !== "primary" && button.style !== "danger") {
    report(problems, "must be one of: primary, danger", `${at}/style`);
  }
}

function checkInputText(input: Json, { at, problems }: Where): void {
  for (const [key, least] of [["min_length", 0] as const, ["max_length", 1] as const]) {
    const value = input[key];
    if (value === undefined) continue;
    if (typeof value !== "number" || !Number.isInteger(value)) {
      report(problems, "must be an integer", `${at}/${key}`);
    } else if (value < least || value > 3000) report(problems, "must be 3000 or less", `${at}/${key}`);
  }
  checkString(input.initial_value, { least: 0, most: 3000 }, { at: `${at}/initial_value`, problems });
}

function checkChoices(
  element: Json,
  size: { readonly least: number; readonly most: number },
  where: Where,
): void {
  const { at, problems } = where;
  if (element.options === undefined && element.option_groups === undefined) {
    report(problems, "missing required field: options", at);
    return;
  }
  const options = checkCount(element.options, size, { at: `${at}/options`, problems });
  for (const [index, option] of options.entries()) checkOption(option, `${at}/options/${index}`, problems);
  const groups = checkCount(element.option_groups, { most: 100 }, { at: `${at}/option_groups`, problems });
  for (const [index, group] of groups.entries()) {
    const place = `${at}/option_groups/${index}`;
    if (!isRecord(group)) report(problems, "must be an object", place);
    else {
      checkKeys(group, { required: ["label", "options"], optional: [] }, { at: place, problems });
      checkText(group.label, { kind: "plain", most: 75 }, { at: `${place}/label`, problems });
      const inner = checkCount(group.options, { most: 100 }, { at: `${place}/options`, problems });
      for (const [at2, option] of inner.entries()) checkOption(option, `${place}/options/${at2}`, problems);
    }
  }
}

function checkOption(option: unknown, at: string, problems: Problems): void {
  if (!isRecord(option)) {
    report(problems, "must be an object", at);
    return;
  }
  checkKeys(option, { required: ["text", "value"], optional: ["description", "url"] }, { at, problems });
  checkText(option.text, { kind: "any", most: 75 }, { at: `${at}/text`, problems });
  checkString(option.value, { most: 150 }, { at: `${at}/value`, problems });
  checkText(option.description, { kind: "any", most: 75 }, { at: `${at}/description`, problems });
}

function checkConfirm(confirm: unknown, where: Where): void {
  if (confirm === undefined) return;
  const { at, problems } = where;
  if (!isRecord(confirm)) {
    report(problems, "must be an object", at);
    return;
  }
  checkKeys(confirm, { required: ["title", "text", "confirm", "deny"], optional: ["style"] }, where);
  checkText(confirm.title, { kind: "plain", most: 100 }, { at: `${at}/title`, problems });
  checkText(confirm.text, { kind: "any", most: 300 }, { at: `${at}/text`, problems });
  checkText(confirm.confirm, { kind: "plain", most: 30 }, { at: `${at}/confirm`, problems });
  checkText(confirm.deny, { kind: "plain", most: 30 }, { at: `${at}/deny`, problems });
}
