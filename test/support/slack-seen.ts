import { type Json, recordIn, recordsIn, stringIn } from "../fakes/slack/json.js";
import { controlsIn, labelOf, textOf } from "../fakes/slack/reading.js";
import type { Seen } from "./stage.js";

type Said = { readonly text: string; readonly blocks: readonly Json[] };

/** A message as somebody reads it, in this zone. */
export function seeSlack(said: Said, zone: string): Seen {
  return {
    text: asShown(textOf({ text: said.text, blocks: said.blocks.map(unmarked) }, zone)),
    buttons: buttonsIn(said).map(({ label }) => label),
    options: said.blocks
      .filter(({ type }) => type === "rich_text")
      .flatMap((block) => optionsIn(block, zone)),
  };
}

/** The name of the button that bears these words, or begins with them: `Good · 10 minutes`. */
export function buttonOf(said: Said, label: string): string | undefined {
  return buttonsIn(said).find((one) => one.label === label || one.label.startsWith(`${label} · `))?.name;
}

/** A sign before the words says that a toggle is pressed. */
function buttonsIn({ blocks }: Said): readonly { readonly name: string; readonly label: string }[] {
  return controlsIn(blocks)
    .filter(({ element }) => element.type === "button")
    .map(({ element }) => ({
      name: stringIn(element.action_id),
      label: labelOf(element).replace(/^✓ /, ""),
    }));
}

/** `✓ B  The key. An SNS topic`, its letter in bold; what stands below it up to the next letter belongs to it. */
function optionsIn(block: Json, zone: string): Seen["options"] {
  const found: { letter: string; text: string }[] = [];
  for (const part of recordsIn(block.elements)) {
    const [head] = recordsIn(part.elements);
    const bold = recordIn(head?.style).bold === true ? stringIn(head?.text) : "";
    const [, letter] = /^(?:[✓✗○] )?([A-Z])$/.exec(bold) ?? [];
    const words = textOf({ text: "", blocks: [{ type: "rich_text", elements: [part] }] }, zone);
    const last = found.at(-1);
    if (letter) found.push({ letter, text: words.slice(bold.length).trim() });
    else if (last) last.text += `\n${words}`;
  }
  return found;
}

/** The marks of bold, italic and code taken from what is small and grey; dates and links stay as they are. */
function unmarked(block: Json): Json {
  if (block.type !== "context") return block;
  const mark = /<[^>]*>|([*_`])(\S.*?)\1/g;
  const elements = recordsIn(block.elements).map((one) => {
    const words = stringIn(one.text).replace(mark, (whole, _, inner: string | undefined) => inner ?? whole);
    return one.type === "mrkdwn" ? { ...one, text: words } : one;
  });
  return { ...block, elements };
}

/** Without the dots that stand between cells. */
function asShown(words: string): string {
  return words.replaceAll(" · ", " ");
}
