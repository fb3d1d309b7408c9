import type { Block } from "./document.js";
import { problemAt } from "./formats/format.js";
import { pinsIn } from "./pins.js";
import type { Problem } from "./problem.js";
import { plainRuns, type Run } from "./prose.js";
import type { Section } from "./sections.js";
import { isBackToTop } from "./wording.js";

/** Takes out what is there for the page and not for learning, each with its problem. */
export function leaveOut(section: Section): {
  readonly rest: readonly Block[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const rest = section.blocks.filter((block) => {
    const said = reason(block, section);
    if (said === null) return true;
    if (said.message !== "")
      problems.push(problemAt(section, block.start, ["info", said.code], said.message));
    return false;
  });
  return { rest, problems };
}

type Reason = { readonly code: string; readonly message: string };

function reason(block: Block, section: Section): Reason | null {
  if (block.kind === "html" && isComment(block.html)) return comment(block);
  if (
    isContents(block) ||
    (section.kind === "contents" && (block.kind === "list" || block.kind === "table"))
  ) {
    return { code: "contents", message: "A contents table is left out; nothing needs doing." };
  }
  if (block.kind === "paragraph" && isWayBack(block.runs)) {
    return { code: "back-to-top", message: "A link back to the top is left out; nothing needs doing." };
  }
  return null;
}

function comment(block: Block): Reason {
  const { pins, faults } = pinsIn([block]);
  const isPin =
    Object.keys(pins).length > 0 ||
    faults.length > 0 ||
    (block.kind === "html" && /cuecard:/.test(block.html.slice(0, 40)));
  return { code: "comment", message: isPin ? "" : "A comment is left out; nothing needs doing." };
}

function isComment(html: string): boolean {
  const words = html.trim();
  return words.startsWith("<!--") && words.indexOf("-->") === words.length - 3;
}

/** Every item or row holds a link to a place in the notes, and an item nothing else. */
function isContents(block: Block): boolean {
  if (block.kind === "list")
    return block.items.length > 1 && block.items.every((item) => item.blocks.every(isWayIn));
  if (block.kind !== "table" || block.rows.length < 3) return false;
  return block.rows
    .slice(1)
    .every((cells) => cells.some((cell) => isAllLinks(cell, (url) => url.startsWith("#"))));
}

function isWayIn(block: Block): boolean {
  if (block.kind === "list") return block.items.every((item) => item.blocks.every(isWayIn));
  return block.kind === "paragraph" && isAllLinks(block.runs, (url) => !/^[a-z]+:/i.test(url));
}

function isWayBack(runs: readonly Run[]): boolean {
  if (!runs.some((run) => run.url !== null)) return false;
  const words = plainRuns(runs);
  if (words.length > 80) return false;
  return isBackToTop(words) || isAllLinks(runs, (url) => url.startsWith("#"));
}

function isAllLinks(runs: readonly Run[], leads: (url: string) => boolean): boolean {
  const words = runs.filter((run) => run.kind !== "image" && /[\p{L}\p{N}]/u.test(run.text));
  return words.length > 0 && words.every((run) => run.url !== null && leads(run.url));
}
