import { isRecord, type Json, lengthOf } from "./json.js";

/** Problems found so far, each in Slack's words with the JSON pointer of the place. */
export type Problems = string[];

/** What pictures the server can fetch, and which files were uploaded. */
export type Assets = { readonly images: ReadonlySet<string>; readonly files: ReadonlySet<string> };

export function report(problems: Problems, words: string, at: string): void {
  problems.push(`${words} [json-pointer:${at}]`);
}

/** Checks that nothing but these properties is there, and all of the required ones. */
export function checkKeys(
  object: Json,
  allowed: { readonly required: readonly string[]; readonly optional: readonly string[] },
  where: { readonly at: string; readonly problems: Problems },
): void {
  for (const key of allowed.required) {
    if (object[key] === undefined) report(where.problems, `missing required field: ${key}`, where.at);
  }
  const known = ["type", ...allowed.required, ...allowed.optional];
  for (const key of Object.keys(object)) {
    if (!known.includes(key)) report(where.problems, `invalid additional property: ${key}`, where.at);
  }
}

/** A plain string of so many characters; `least` 1 refuses an empty one. */
export function checkString(
  value: unknown,
  size: { readonly least?: number; readonly most: number },
  where: { readonly at: string; readonly problems: Problems },
): void {
  if (value === undefined) return;
  if (typeof value !== "string") {
    report(where.problems, "must be a string", where.at);
    return;
  }
  const least = size.least ?? 1;
  if (lengthOf(value) < least) {
    report(where.problems, `must be more than ${least - 1} characters`, where.at);
  }
  if (lengthOf(value) > size.most) {
    report(where.problems, `must be less than ${size.most + 1} characters`, where.at);
  }
}

/** A list of so many items. */
export function checkCount(
  value: unknown,
  size: { readonly least?: number; readonly most: number },
  where: { readonly at: string; readonly problems: Problems },
): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    report(where.problems, "must be an array", where.at);
    return [];
  }
  const least = size.least ?? 1;
  if (value.length < least) report(where.problems, `no less than ${least} items allowed`, where.at);
  if (value.length > size.most) report(where.problems, `no more than ${size.most} items allowed`, where.at);
  return value;
}

/** A text object: `plain` for plain_text alone, `any` for mrkdwn too. */
export function checkText(
  value: unknown,
  size: { readonly kind: "plain" | "any"; readonly most: number },
  where: { readonly at: string; readonly problems: Problems },
): void {
  if (value === undefined) return;
  const { at, problems } = where;
  const before = problems.length;
  if (!isRecord(value)) {
    report(problems, "must be an object", at);
    return;
  }
  const kinds = size.kind === "plain" ? ["plain_text"] : ["plain_text", "mrkdwn"];
  if (value.type === undefined) report(problems, "missing required field: type", at);
  else if (!kinds.includes(String(value.type))) {
    report(problems, `unsupported type: ${String(value.type)}`, `${at}/type`);
  }
  const extra = value.type === "mrkdwn" ? ["verbatim"] : ["emoji"];
  checkKeys(value, { required: ["text"], optional: extra }, where);
  for (const flag of extra) {
    if (value[flag] !== undefined && typeof value[flag] !== "boolean") {
      report(problems, "must be a boolean", `${at}/${flag}`);
    }
  }
  checkString(value.text, { most: size.most }, { at: `${at}/text`, problems });
  if (problems.length > before) {
    problems.splice(before, 0, `failed to match all allowed schemas [json-pointer:${at}]`);
  }
}

/** A picture by its address or by an uploaded file: exactly one of them, and one that the server can get at. */
export function checkPicture(
  picture: Json,
  assets: Assets,
  where: { readonly at: string; readonly problems: Problems },
): void {
  const { at, problems } = where;
  checkString(picture.alt_text, { most: 2000 }, { at: `${at}/alt_text`, problems });
  checkString(picture.image_url, { most: 3000 }, { at: `${at}/image_url`, problems });
  const file = picture.slack_file;
  if ((picture.image_url === undefined) === (file === undefined)) {
    report(problems, "must define either `image_url` or `slack_file`", at);
    return;
  }
  if (typeof picture.image_url === "string" && !assets.images.has(picture.image_url)) {
    report(problems, "downloading image failed", `${at}/image_url`);
  }
  if (file !== undefined && !(isRecord(file) && assets.files.has(String(file.id)))) {
    report(problems, "invalid slack file", `${at}/slack_file`);
  }
}
