import type { Assets, Problems } from "./check.js";
import { checkCount, checkKeys, checkPicture, checkString, checkText, report } from "./check.js";
import { checkElement, places } from "./elements.js";
import { isRecord, type Json, lengthOf } from "./json.js";

export type Surface = "message" | "modal" | "home";

type Where = { readonly at: string; readonly problems: Problems; readonly assets: Assets };
type Form = {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly check: (block: Json, where: Where) => void;
};

const forms: Readonly<Record<string, Form>> = {
  section: {
    required: [],
    optional: ["text", "fields", "accessory", "expand"],
    check: checkSection,
  },
  header: {
    required: ["text"],
    optional: [],
    check: (block, { at, problems }) =>
      checkText(block.text, { kind: "plain", most: 150 }, { at: `${at}/text`, problems }),
  },
  divider: { required: [], optional: [], check: () => {} },
  image: {
    required: ["alt_text"],
    optional: ["image_url", "slack_file", "title"],
    check: (block, where) => {
      checkPicture(block, where.assets, where);
      checkText(block.title, { kind: "plain", most: 2000 }, { ...where, at: `${where.at}/title` });
    },
  },
  context: { required: ["elements"], optional: [], check: checkContext },
  actions: { required: ["elements"], optional: [], check: checkActions },
  input: {
    required: ["label", "element"],
    optional: ["hint", "optional", "dispatch_action"],
    check: checkInput,
  },
  rich_text: {
    required: ["elements"],
    optional: [],
    check: (block, where) => {
      checkCount(block.elements, { most: 100 }, { ...where, at: `${where.at}/elements` });
    },
  },
  markdown: {
    required: ["text"],
    optional: [],
    check: (block, where) => checkString(block.text, { most: 12_000 }, { ...where, at: `${where.at}/text` }),
  },
};

const mostBlocks: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };

/** What Slack holds against these blocks, in its words; empty where they are right. */
export function problemsIn(
  blocks: unknown,
  surface: Surface,
  place: { at: string; assets: Assets },
): Problems {
  const problems: Problems = [];
  const { at, assets } = place;
  const list = checkCount(blocks, { least: 0, most: mostBlocks[surface] }, { at, problems });
  const seen = new Set<string>();
  for (const [index, block] of list.entries()) {
    const here = { at: `${at}/${index}`, problems, assets };
    if (!isRecord(block)) {
      report(problems, "must be an object", here.at);
      continue;
    }
    checkBlock(block, surface, here);
    if (typeof block.block_id !== "string") continue;
    if (seen.has(block.block_id)) report(problems, "`block_id` already exists", `${here.at}/block_id`);
    seen.add(block.block_id);
  }
  return problems;
}

const perBlock = 125;
const mostCharacters = 13_297 + perBlock;

/**
 * Whether the blocks of a message are too long together. Slack does not document the limit; bolt-js issue 2509 found
 * 13,297 characters for one block and 125 fewer with a divider beside it.
 */
export function isTooLong(blocks: readonly Json[]): boolean {
  return blocks.reduce((sum, block) => sum + perBlock + lengthIn(block), 0) > mostCharacters;
}

function lengthIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + lengthIn(item), 0);
  if (!isRecord(value)) return 0;
  const own = typeof value.text === "string" ? lengthOf(value.text) : 0;
  return Object.values(value).reduce((sum: number, item) => sum + lengthIn(item), own);
}

function checkBlock(block: Json, surface: Surface, where: Where): void {
  const { at, problems } = where;
  if (block.type === undefined) {
    report(problems, "missing required field: type", at);
    return;
  }
  const form = forms[String(block.type)];
  if (!form || (block.type === "markdown" && surface !== "message")) {
    report(problems, `unsupported type: ${String(block.type)}`, `${at}/type`);
    return;
  }
  checkKeys(block, { required: form.required, optional: [...form.optional, "block_id"] }, where);
  checkString(block.block_id, { least: 0, most: 255 }, { at: `${at}/block_id`, problems });
  form.check(block, where);
}

function checkSection(block: Json, { at, problems, assets }: Where): void {
  if (block.text === undefined && block.fields === undefined) {
    report(problems, "must define either `text` or `fields`", at);
  }
  checkText(block.text, { kind: "any", most: 3000 }, { at: `${at}/text`, problems });
  const fields = checkCount(block.fields, { most: 10 }, { at: `${at}/fields`, problems });
  for (const [index, field] of fields.entries()) {
    checkText(field, { kind: "any", most: 2000 }, { at: `${at}/fields/${index}`, problems });
  }
  if (block.accessory === undefined) return;
  checkElement(
    block.accessory,
    { types: places.accessory, picture: assets },
    { at: `${at}/accessory`, problems },
  );
}

function checkContext(block: Json, { at, problems, assets }: Where): void {
  const elements = checkCount(block.elements, { most: 10 }, { at: `${at}/elements`, problems });
  for (const [index, element] of elements.entries()) {
    const here = { at: `${at}/elements/${index}`, problems };
    if (isRecord(element) && element.type === "image") {
      checkElement(element, { types: [], picture: assets }, here);
    } else checkText(element, { kind: "any", most: 3000 }, here);
  }
}

function checkActions(block: Json, { at, problems }: Where): void {
  const elements = checkCount(block.elements, { most: 25 }, { at: `${at}/elements`, problems });
  const seen = new Set<unknown>();
  for (const [index, element] of elements.entries()) {
    const here = { at: `${at}/elements/${index}`, problems };
    checkElement(element, { types: places.actions, picture: null }, here);
    const id = isRecord(element) ? element.action_id : undefined;
    if (id === undefined) continue;
    if (seen.has(id)) report(problems, "`action_id` already exists", `${here.at}/action_id`);
    seen.add(id);
  }
}

function checkInput(block: Json, { at, problems }: Where): void {
  checkText(block.label, { kind: "plain", most: 2000 }, { at: `${at}/label`, problems });
  checkText(block.hint, { kind: "plain", most: 2000 }, { at: `${at}/hint`, problems });
  if (block.element === undefined) return;
  checkElement(block.element, { types: places.input, picture: null }, { at: `${at}/element`, problems });
}
