import type { types } from "@slack/bolt";
import type { Message } from "../../core/message.js";
import { blocksOf } from "./blocks.js";
import { cut } from "./cut.js";
import { clean, escapeText } from "./escape.js";
import { limits, TooLong } from "./limits.js";
import { groupIn } from "./names.js";
import { broken, fewer, fits, paged } from "./pages.js";
import type { Kit } from "./quiet.js";

/** One message as Slack takes it; `text` is what notifications show and screen readers say. */
export type Sheet = { readonly text: string; readonly blocks: readonly Kit[] };

/** A message that must be one, such as a daily: explanations give way first. Throws TooLong. */
export function renderOne(message: Message): Sheet {
  const blocks = onePage(message, limits.blocks);
  if (!blocks) throw new TooLong(`the message is longer than ${limits.message} characters`);
  return { text: fallback(message.summary), blocks };
}

/** A message that may be several where it is too long for one: nothing of prompt and options is left out. */
export function renderAll(message: Message): readonly Sheet[] {
  const page = onePage(message, limits.blocks);
  if (page) return [{ text: fallback(message.summary), blocks: page }];
  const { summary } = message;
  return paged(broken(all(message, 1500))).map((blocks, index) => ({
    text: index === 0 ? fallback(summary) : "…",
    blocks,
  }));
}

/** The home tab: what does not fit on it is left out at its end. */
export function renderHome(message: Message): types.HomeView {
  const blocks = onePage(message, limits.viewBlocks) ?? paged(broken(all(message, 400)))[0] ?? [];
  return { type: "home", blocks: [...blocks] };
}

function onePage(message: Message, most: number): readonly Kit[] | undefined {
  for (const why of [Number.POSITIVE_INFINITY, 1500, 800, 400, 200, 100, 0]) {
    const blocks = fewer(all(message, why), most);
    if (fits(blocks, most)) return blocks;
  }
  return undefined;
}

function all(message: Message, why: number): readonly Kit[] {
  const group = groupIn(message.tell);
  const told: types.SectionBlock = {
    type: "section",
    text: { type: "mrkdwn", text: `<!subteam^${group}>`, verbatim: true },
  };
  return [...(group === null ? [] : [told]), ...blocksOf(message, why)];
}

/** The words alone; Slack counts them escaped. */
function fallback(summary: string): string {
  const words = clean(summary).trim();
  for (let most: number = limits.fallback; most > 1; most = Math.floor(most * 0.8)) {
    const text = escapeText(cut(words, most));
    if (text.length <= limits.fallback) return text === "" ? "…" : text;
  }
  return "…";
}
