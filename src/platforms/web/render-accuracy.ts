import { html } from "hono/html";
import type { TopicScore } from "../../core/message.js";
import type { Html } from "./html.js";
import { breakAfterSigns } from "./render-prose.js";

/** A topic a row with its bar below the name; the numbers say the same. */
export function renderAccuracy(scores: readonly TopicScore[], sentence: string): Html {
  const rows = scores.map((score) => {
    const percent = score.answered > 0 ? Math.round((100 * score.right) / score.answered) : 0;
    return html`<tr><th scope="row">${breakAfterSigns(score.label)} ${bar(percent)}</th><td class="number">${score.right} of ${score.answered}</td><td class="number">${percent} %</td></tr>`;
  });
  const head = html`<thead><tr><th scope="col">Topic</th><th scope="col" class="number">Right</th><th scope="col" class="number">Share</th></tr></thead>`;
  const table = rows.length > 0 ? html`<table>${head}<tbody>${rows}</tbody></table>` : "";
  return html`<figure class="accuracy"><figcaption>${sentence}</figcaption>${table}</figure>`;
}

function bar(percent: number): Html {
  return html`<svg class="share" aria-hidden="true"><rect width="${percent}%" height="100%"/></svg>`;
}
