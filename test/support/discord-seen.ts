import { flatten } from "../fakes/discord/component-walk.js";
import { type Control, controlsOf } from "../fakes/discord/text-of.js";
import type { Message } from "../fakes/discord/world.js";
import type { Seen } from "./stage.js";

/** A message as somebody reads it: `reads` writes it as her own device does, in her zone. */
export function seeDiscord(message: Message, reads: (message: Message) => string): Seen {
  return {
    text: asShown(reads(message)),
    buttons: controlsOf(message.components).map(({ label }) => label),
    options: flatten(message.components).flatMap((part) => {
      const [, letter, text] = option.exec(part.type === 10 ? String(part.content) : "") ?? [];
      return letter && text ? [{ letter, text: asShown(text) }] : [];
    }),
  };
}

/** The button that bears these words, or begins with them: `Good · 10 minutes`. */
export function buttonOf(message: Message, label: string): Control | undefined {
  return controlsOf(message.components).find(
    (one) => one.label === label || one.label.startsWith(`${label} · `),
  );
}

/** `✓ **B** *The key.* An SNS topic` */
const option = /^(?:[✓✗○] )?\*\*([A-Z])\*\* (.*)$/s;

/** Discord's Markdown as it is drawn: without marks and escapes, and without the dots that stand between cells. */
function asShown(markdown: string): string {
  return markdown
    .split(/```\w*\n(.*?)\n```/s)
    .map((part, index) => (index % 2 === 1 ? part : unmarked(part)))
    .join("");
}

function unmarked(words: string): string {
  return words
    .replace(/^(?:#{1,3}|-#|>) /gm, "")
    .replace(/\[((?:\\.|[^\]\\])*)\]\(<[^>]*>\)/g, "$1")
    .replace(/\\([^\w\s])|\*+|`+/g, (_, escaped: string | undefined) => escaped ?? "")
    .replaceAll(" · ", " ");
}
