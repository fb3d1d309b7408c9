import type { Event, Reply } from "../../../src/app/platform.js";
import { buttons, heading, type Questionnaire } from "../../../src/core/message.js";
import { theToggles, theVerdict } from "./gallery.js";
import { theBoard, theCode, thePractice, theYear } from "./gallery-private.js";

/** A bot that knows nothing and answers everything: the page can be tried against it. */
export async function demo({ did }: Event): Promise<Reply> {
  switch (did.kind) {
    case "press":
      return pressed(did.press);
    case "command":
      return called(did.words);
    case "typing":
      return { suggest: completions.filter(({ words }) => words.includes(did.words)).slice(0, 3) };
    case "said":
      return { whisper: { summary: did.text, blocks: [heading(`You said: ${did.text}`)] } };
    case "answered":
      return { whisper: { summary: "Thank you.", blocks: [heading(`Thank you: ${did.fields.why}`)] } };
    case "opened-home":
      return {};
  }
}

export const theReport: Questionnaire = {
  title: "Report this question",
  press: "r41.report",
  fields: [
    {
      name: "why",
      label: "What is wrong with it?",
      choices: [
        { value: "key", label: "The key is wrong" },
        { value: "old", label: "It is out of date" },
      ],
    },
    { name: "words", label: "In a sentence", optional: true },
  ],
};

const completions = [
  { words: "quiz kinesis-data-streams", note: "Streaming, 6 questions" },
  { words: "quiz kinesis-or-sqs", note: "Streaming, 4 questions" },
  { words: "quiz kinesis-to-firehose", note: "Streaming, 3 questions" },
];

function pressed(press: string): Reply {
  const toggle = /^x\.(\d+)$/.exec(press);
  if (toggle) return { replace: theToggles(Number(toggle[1])) };
  if (press === "r41.report") return { ask: theReport };
  return { whisper: theVerdict };
}

function called(words: string): Reply {
  if (words.startsWith("streak")) return { whisper: theYear() };
  if (words.startsWith("leaderboard")) {
    const show = buttons({ label: "Show to the channel", press: "show", tone: "primary" });
    return { whisper: { ...theBoard, blocks: [...theBoard.blocks, show] } };
  }
  if (words.startsWith("practice")) return { direct: thePractice };
  if (words.startsWith("quiz two")) return { whisper: theToggles(1) };
  return { whisper: theCode };
}
