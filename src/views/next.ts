import { encodeAction } from "../core/action.js";
import type { Button } from "../core/message.js";

/** Goes on with a practice run, or with a quiz of several questions. */
export function nextButton(purpose: "quiz" | "practice", run: string): Button {
  const kind = purpose === "quiz" ? "next question" : "next card";
  const label = purpose === "quiz" ? "Next question" : "Next card";
  return { label, press: encodeAction({ kind, words: run }), tone: "primary" };
}
