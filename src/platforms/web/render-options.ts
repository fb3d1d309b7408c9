import { html } from "hono/html";
import type { LetteredOption, Mark } from "../../core/message.js";
import { type Passage, plainPassages } from "../../core/prose.js";
import type { Html } from "./html.js";
import { renderPassage, renderProse } from "./render-prose.js";

/** Letters and texts; with a mark what became of each, with counts how many chose it. */
export function renderOptions(items: readonly LetteredOption[], zone: string): Html {
  const several = items.filter((item) => item.mark && item.mark !== "pick").length > 1;
  const rows = items.map(
    (item) =>
      html`<li${classOf(item.mark)}><b class="letter">${item.letter}</b> ${renderText(item, several, zone)}${renderShare(item)}</li>`,
  );
  return html`<ol class="options">${rows}</ol>`;
}

function classOf(mark: Mark | undefined): Html {
  if (!mark) return html``;
  return mark === "pick" ? html` class="pick"` : html` class="key"`;
}

function renderText(item: LetteredOption, several: boolean, zone: string): Html {
  const label = item.mark ? html`<strong class="label">${wordsOf(item.mark, several)}</strong> ` : "";
  const isKey = item.mark !== undefined && item.mark !== "pick";
  const [only, ...more] = item.body;
  if (only?.kind !== "prose" || more.length > 0) {
    const body = item.body.map((passage) => renderPassage(passage, zone));
    return html`<div>${label}${isKey && isShort(item.body) ? html`<mark>${body}</mark>` : body}</div>`;
  }
  const [span, ...rest] = only.prose;
  const inner =
    span?.kind === "code" && rest.length === 0
      ? html`<code class="alone">${span.text}</code>`
      : renderProse(only.prose, zone);
  return html`<span>${label}${isKey ? html`<mark>${inner}</mark>` : inner}</span>`;
}

/** A marker over a whole page of text shows nothing. */
function isShort(body: readonly Passage[]): boolean {
  return plainPassages(body).length < 300;
}

function wordsOf(mark: Mark, several: boolean): string {
  switch (mark) {
    case "key":
      return several ? "Part of the key" : "The key";
    case "pick":
      return "Your pick";
    case "both":
      return several ? "Your pick, and part of the key" : "Your pick, and the key";
    case "unpicked":
      return "Part of the key, not picked";
  }
}

function renderShare({ answers, of }: LetteredOption): Html {
  if (answers === undefined) return html``;
  if (of === undefined) return html`<span class="count">${answers}</span>`;
  const percent = of > 0 ? Math.round((100 * answers) / of) : 0;
  return html`<svg class="share" aria-hidden="true"><rect width="${percent}%" height="100%"/></svg><span class="count">${answers} <small>${percent} %</small></span>`;
}
