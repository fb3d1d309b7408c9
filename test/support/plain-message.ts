import type { Block, Message } from "../../src/core/message.js";
import { plain, plainPassage, plainPassages } from "../../src/core/prose.js";
import type { Seen } from "./stage.js";

/** A message as plain words: the simplest of all renderers. */
export function see(message: Message): Seen {
  return {
    text: message.blocks.map(wordsOf).join("\n"),
    buttons: message.blocks.flatMap((block) =>
      block.kind === "buttons" ? block.buttons.map((button) => button.label) : [],
    ),
    options: message.blocks.flatMap((block) =>
      block.kind === "options"
        ? block.items.map((item) => ({ letter: item.letter, text: plainPassages(item.body) }))
        : [],
    ),
  };
}

const marks = {
  key: "The key",
  pick: "Your pick",
  both: "Your pick, and the key",
  unpicked: "Part of the key, not picked",
};

function wordsOf(block: Block): string {
  switch (block.kind) {
    case "heading":
      return block.text;
    case "passage":
      return plainPassage(block.passage);
    case "options":
      return block.items
        .map((item) =>
          [item.letter, item.mark && marks[item.mark], plainPassages(item.body), item.answers]
            .filter(Boolean)
            .join(" "),
        )
        .join("\n");
    case "quote":
      return `${block.lines.map(plain).join("\n")}\n${block.place}`;
    case "year":
    case "accuracy":
      return block.sentence;
    case "note":
      return plain(block.prose);
    case "table":
      return [block.head, ...block.rows].map((row) => row.join(" ")).join("\n");
    case "picture":
      return block.alt;
    case "file":
      return block.name;
    case "buttons":
      return "";
  }
}
