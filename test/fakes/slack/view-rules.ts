import { problemsIn } from "./blocks.js";
import { type Assets, checkKeys, checkString, checkText, type Problems } from "./check.js";
import { isRecord, type Json, recordsIn } from "./json.js";
import { Refusal } from "./refusal.js";

const shared = ["private_metadata", "callback_id", "external_id"];

/** Refuses a view as Slack does: `invalid_arguments` with the fields named, or `view_too_large`. */
export function checkView(view: unknown, type: "modal" | "home", assets: Assets): Json {
  if (!isRecord(view)) throw new Refusal("invalid_arguments", ["must be an object [json-pointer:/view]"]);
  if (Buffer.byteLength(JSON.stringify(view)) > 250_000) throw new Refusal("view_too_large");
  const problems: Problems = [];
  const where = { at: "/view", problems };
  if (view.type !== type) problems.push(`unsupported type: ${String(view.type)} [json-pointer:/view/type]`);
  const modal = ["submit", "close", "clear_on_close", "notify_on_close"];
  const required = type === "modal" ? ["type", "title", "blocks"] : ["type", "blocks"];
  checkKeys(view, { required, optional: type === "modal" ? [...shared, ...modal] : shared }, where);
  for (const name of ["title", "submit", "close"] as const) {
    checkText(view[name], { kind: "plain", most: 24 }, { at: `/view/${name}`, problems });
  }
  checkString(view.private_metadata, { least: 0, most: 3000 }, { at: "/view/private_metadata", problems });
  checkString(view.callback_id, { least: 0, most: 255 }, { at: "/view/callback_id", problems });
  checkString(view.external_id, { least: 0, most: 255 }, { at: "/view/external_id", problems });
  problems.push(...problemsIn(view.blocks, type, { at: "/view/blocks", assets }));
  const asks = recordsIn(view.blocks).some((block) => block.type === "input");
  if (type === "modal" && asks && view.submit === undefined) {
    problems.push("missing required field: submit [json-pointer:/view]");
  }
  if (problems.length > 0) throw new Refusal("invalid_arguments", problems);
  return view;
}
