import { html } from "hono/html";
import type { Button } from "../../core/message.js";
import { attribute, type Html } from "./html.js";

/** One form for all; `card` tells the server where the button stood. */
export function renderButtons(list: readonly Button[], card: string): Html {
  const letters = list.filter(isLetter).length > 1;
  const kind = letters ? " letters" : list.every(isGrade) ? " grades" : "";
  const rows = list.map((button) => {
    const quiet = letters && !isLetter(button) && button.tone === undefined;
    return renderButton(button, quiet ? "quiet" : button.tone);
  });
  return html`<form class="buttons${kind}" method="post" action="/press"><input type="hidden" name="card" value="${card}">${rows}</form>`;
}

const isLetter = (button: Button) => /^[A-Z]$/.test(button.label);
const isGrade = (button: Button) => button.label.includes(" · ");

function renderButton(button: Button, tone: string | undefined): Html {
  const pressed = button.pressed === undefined ? undefined : String(button.pressed);
  return html`<button name="press" value="${button.press}"${attribute("class", tone)}${attribute("aria-pressed", pressed)}${attribute("aria-label", button.spoken)}>${renderLabel(button)}</button>`;
}

/** "Good · 11 days": the grade, and when the card would come back. */
function renderLabel(button: Button): Html {
  const cut = button.label.indexOf(" · ");
  if (cut < 0) return html`${button.label}`;
  return html`<b>${button.label.slice(0, cut)}</b> <small>${button.label.slice(cut + 3)}</small>`;
}
