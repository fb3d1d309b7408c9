import { html } from "hono/html";
import type { Passage, Prose, Span } from "../../core/prose.js";
import { attribute, type Html } from "./html.js";
import { shortDate, wallTime } from "./wall-time.js";

/** Instants are written for a reader in `zone`. */
export function renderPassage(passage: Passage, zone: string): Html {
  switch (passage.kind) {
    case "prose":
      return html`<p>${renderProse(passage.prose, zone)}</p>`;
    case "list": {
      const items = passage.items.map((item) => html`<li>${renderProse(item, zone)}</li>`);
      return passage.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case "code":
      // biome-ignore format: a line break in here would be shown
      return html`<pre tabindex="0"><code${attribute("data-language", passage.language)}>${passage.code}</code></pre>`;
    case "image":
      return renderImage(passage.url, passage.alt);
  }
}

export function renderProse(prose: Prose, zone: string): Html {
  return html`${prose.map((span) => renderSpan(span, zone))}`;
}

/** `Storage › EFS` breaks after the sign, never before it. */
export function breakAfterSigns(words: string): string {
  return words.replaceAll(" ›", "\u00a0›");
}

/** Text alone where the address is not of the web: `javascript:` is an address too. */
export function renderLink(words: string, url: string): Html {
  if (!/^(https?:\/\/|mailto:)/i.test(url)) return html`${words}`;
  return html`<a href="${url}" target="_blank" rel="noopener noreferrer">${words}</a>`;
}

export function renderTime(at: Date, zone: string): Html {
  return html`<time datetime="${at.toISOString()}">${shortDate(wallTime(at, zone))}</time>`;
}

function renderSpan(span: Span, zone: string): Html {
  switch (span.kind) {
    case "text":
      return html`${span.text}`;
    case "code":
      return html`<code>${span.text}</code>`;
    case "strong":
      return html`<strong>${span.text}</strong>`;
    case "emphasis":
      return html`<em>${span.text}</em>`;
    case "link":
      return renderLink(span.text, span.url);
    case "time":
      return renderTime(span.at, zone);
  }
}

/** The page loads nothing from elsewhere: an image there becomes a link, one that cannot be reached its words. */
function renderImage(url: string, alt: string): Html {
  if (/^data:image\/(png|jpeg|gif|webp);/i.test(url)) return html`<img src="${url}" alt="${alt}">`;
  return html`<p>${renderLink(alt || url, url)}</p>`;
}
