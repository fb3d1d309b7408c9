import { encodeAction } from "../core/action.js";
import type { Asked } from "../core/asked.js";
import type { Key } from "../core/ids.js";
import { type Block, type Button, note } from "../core/message.js";
import { emphasis, strong, text } from "../core/prose.js";
import type { Attempt } from "../core/round.js";
import { prose } from "./words.js";

/** On a card whose answer can be typed. */
export function typeLine({ form }: Asked): string {
  return form.kind === "choice"
    ? "Type your answer, or press a letter. "
    : "Type your answer, or press _Show the answer_. ";
}

/** What was typed and how it was read, beside the verdict. */
export function typedNote({ answer }: Attempt): readonly Block[] {
  if (answer.kind !== "typed") return [];
  const typed = [text("You typed: "), emphasis(answer.words)];
  return [note(...typed, ...(answer.as === null ? [] : [text(". Read as "), strong(answer.as), text(".")]))];
}

/** Under a typed answer that was refused. */
export function wasRightButton(key: Key, { answer, right }: Attempt): readonly Button[] {
  if (answer.kind !== "typed" || answer.picks !== 0 || right !== false) return [];
  return [{ label: "Suggest my wording", press: encodeAction({ kind: "was right", key }) }];
}

/** In the place of that button, once it is pressed. */
export function proposedNote(): Block {
  return note(
    ...prose(
      "**Kept for the authors of the notes,** as another name of this answer. It changes nothing for you.",
    ),
  );
}
