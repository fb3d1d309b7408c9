import { all, bool, integer, isRecord, object, orNull, type Rule, say, snowflake, text } from "./form.js";

export const id = integer(0, 2 ** 31 - 1);
export const customId = text(1, 100);

/** An emoji of a server by its id, or a real one by its sign. */
export const emoji: Rule = all(
  object({ id: orNull(snowflake), name: orNull(text(1, 100)), animated: bool }),
  (value, path, found) => {
    if (!isRecord(value) || value.id || typeof value.name !== "string") return;
    if (!/\p{Extended_Pictographic}|\p{Emoji_Presentation}|\p{Regional_Indicator}|\u20e3/u.test(value.name))
      say(found, [...path, "name"], "COMPONENT_INVALID_EMOJI", "Invalid emoji");
  },
);
