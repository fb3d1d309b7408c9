import { html } from "hono/html";
import type { Block, Message } from "../../core/message.js";
import type { Prose } from "../../core/prose.js";
import { attribute, type Html } from "./html.js";
import { renderAccuracy } from "./render-accuracy.js";
import { renderButtons } from "./render-buttons.js";
import { renderOptions } from "./render-options.js";
import { breakAfterSigns, renderLink, renderPassage, renderProse } from "./render-prose.js";
import { renderTable } from "./render-table.js";
import { renderYear } from "./render-year.js";

/** Which message it is, `m17`, and the zone of whoever reads it. */
export type Setting = { readonly card: string; readonly zone: string };

/** The blocks in their order, to stand directly in a `div.card`. */
export function renderMessage(message: Message, setting: Setting): Html {
  const blocks = message.blocks.map((block, index) => renderBlock(block, index, setting));
  const tell = message.tell ? html`<p class="note">For <b>${message.tell}</b></p>` : "";
  return html`${blocks.length > 0 ? blocks : html`<p>${message.summary}</p>`}${tell}`;
}

function renderBlock(block: Block, index: number, { card, zone }: Setting): Html {
  switch (block.kind) {
    case "heading":
      return html`<h3${attribute("class", block.tone)}>${breakAfterSigns(block.text)}</h3>`;
    case "passage":
      return renderPassage(block.passage, zone);
    case "options":
      return renderOptions(block.items, zone);
    case "quote":
      return renderQuote(block, zone);
    case "year":
      return renderYear(block.days, block.sentence);
    case "accuracy":
      return renderAccuracy(block.rows, block.sentence);
    case "note":
      return renderNote(block.prose, zone);
    case "table":
      return renderTable(block);
    case "picture":
      return html`<img src="/file/${card}.${index}" alt="${block.alt}">`;
    case "file":
      return html`<p class="file"><a href="/file/${card}.${index}" download="${block.name}">${block.name}</a> (${sizeOf(block.bytes)})</p>`;
    case "buttons":
      return renderButtons(block.buttons, card);
  }
}

function renderQuote(quote: Extract<Block, { readonly kind: "quote" }>, zone: string): Html {
  const place = breakAfterSigns(quote.place);
  const cite = html`<cite>${quote.url ? renderLink(place, quote.url) : place}</cite>`;
  const lines = quote.lines.map((line) => html`<p>${renderProse(line, zone)}</p>`);
  return html`<figure class="quote"><blockquote>${lines}</blockquote><figcaption>Your team’s notes: ${cite}</figcaption></figure>`;
}

/** In quiet words `b` is what stands out; `strong` is the notes' own. */
function renderNote(prose: Prose, zone: string): Html {
  const spans = prose.map((span) =>
    span.kind === "strong" ? html`<b>${span.text}</b>` : renderProse([span], zone),
  );
  return html`<p class="note">${spans}</p>`;
}

function sizeOf(bytes: Uint8Array): string {
  return bytes.length < 1024 ? `${bytes.length} bytes` : `${Math.round(bytes.length / 1024)} KB`;
}
