import type { Sheet } from "../../../src/platforms/slack/render.js";
import { isTooLong, problemsIn } from "../../fakes/slack/blocks.js";
import type { Json } from "../../fakes/slack/json.js";
import { reachOf, unfurledIn } from "../../fakes/slack/mentions.js";

const assets = { images: new Set<string>(), files: new Set<string>() };

/** What Slack would hold against a sheet, whom it would call, and what it would unfold. */
export function faultsOf({ text, blocks }: Sheet): readonly string[] {
  const kit = blocks as unknown as readonly Json[];
  const said = { text, blocks: kit };
  const reach = reachOf(said, { linkNames: false, groups: [{ id: "S0GROUP", handle: "group" }] });
  const whole = JSON.stringify(said);
  const names = [...whole.matchAll(/"action_id":"([^"]*)"/g)].map(([, name]) => name);
  return [
    ...problemsIn(blocks, "message", { at: "/blocks", assets }),
    ...(isTooLong(kit) ? ["msg_blocks_too_long"] : []),
    ...([...text].length > 4000 ? ["msg_too_long"] : []),
    ...(text.trim() === "" ? ["no text"] : []),
    ...reach.notified.map((who) => `tells ${who}`),
    ...reach.perhaps.map((who) => `perhaps tells ${who}`),
    ...(new Set(names).size < names.length ? ["an action id twice"] : []),
    ...emptyRuns(blocks),
    ...(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/.test(whole)
      ? ["a turn of the reading direction"]
      : []),
    ...(unfurledIn(said, { links: false, media: false }).length > 0 ? ["unfolds"] : []),
  ];
}

/** Slack takes no run of rich text that is empty, and none above 3,000 characters is known to be taken. */
function emptyRuns(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(emptyRuns);
  if (typeof value !== "object" || value === null) return [];
  const { type, text, elements } = value as { type?: string; text?: unknown; elements?: readonly unknown[] };
  const isRun = type === "text" && typeof text === "string";
  const rich = typeof type === "string" && type.startsWith("rich_text");
  return [
    ...(isRun && (text === "" || text.length > 3000) ? [`a run of ${text.length} characters`] : []),
    ...(rich && elements?.length === 0 ? [`an empty ${type}`] : []),
    ...Object.values(value).flatMap(emptyRuns),
  ];
}
