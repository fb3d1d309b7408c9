import type { Json } from "../../fakes/slack/json.js";
import { buttonsOf, textOf } from "../../fakes/slack/reading.js";
import type { Seen } from "../../support/stage.js";

type Part = {
  readonly type?: string;
  readonly text?: unknown;
  readonly elements?: readonly Part[];
  readonly style?: Readonly<Record<string, boolean>> | string;
  readonly url?: string;
  readonly timestamp?: number;
  readonly format?: string;
};

/** A message as somebody reads it in her zone: rich text too, without marks and the dots between cells. */
export function seeSlack(said: { readonly blocks: readonly Json[] }, tz = "Europe/Berlin"): Seen {
  return {
    text: said.blocks.map((block) => wordsIn(block, tz)).join("\n"),
    buttons: buttonsOf(said),
    options: said.blocks.flatMap((block) => optionIn(block as Part, tz)),
  };
}

function wordsIn(block: Json, tz: string): string {
  if (block.type === "rich_text") return richWords(block as Part, tz).replaceAll(" · ", " ");
  return textOf({ text: "", blocks: [block] }, tz).replace(/[*`]/g, "");
}

function richWords(part: Part, tz: string): string {
  if (part.type === "date") {
    const text = `<!date^${part.timestamp}^${part.format}|x>`;
    return textOf({ text: "", blocks: [{ type: "section", text: { type: "mrkdwn", text } }] }, tz);
  }
  if (part.type === "link") return String(part.text ?? part.url);
  if (typeof part.text === "string") return part.text;
  const apart = part.type === "rich_text" || part.type === "rich_text_list" ? "\n" : "";
  return (part.elements ?? []).map((one) => richWords(one, tz)).join(apart);
}

/** `✓ B`, in bold, at the beginning of a block. */
function optionIn(block: Part, tz: string): Seen["options"] {
  const [first, ...rest] = block.elements?.[0]?.elements ?? [];
  const bold = typeof first?.style === "object" && first.style.bold === true;
  const letter = bold ? /^(?:[✓✗○] )?([A-Z])$/.exec(String(first.text))?.[1] : undefined;
  if (letter === undefined) return [];
  const more = (block.elements ?? []).slice(1).map((one) => richWords(one, tz));
  const text = [
    rest
      .map((one) => richWords(one, tz))
      .join("")
      .trim(),
    ...more,
  ].join("\n");
  return [{ letter, text }];
}
