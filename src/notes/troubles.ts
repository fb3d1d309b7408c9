import { type Block, deepest } from "./document.js";
import type { Problem } from "./problem.js";

/** Markdown that swallows what follows it, and the lines that are nested too deep to be read. */
export function troublesIn(
  file: string,
  { blocks, tooDeep }: { readonly blocks: readonly Block[]; readonly tooDeep: readonly number[] },
  text: string,
): readonly Problem[] {
  const lines = text.includes("```") || text.includes("~~~") ? text.split("\n") : [];
  const troubles = tooDeep.map(deep);
  addOpen(troubles, blocks, lines);
  return troubles.map((trouble) => ({ file, severity: "error", ...trouble }));
}

type Trouble = { readonly line: number; readonly code: string; readonly message: string };

function addOpen(troubles: Trouble[], blocks: readonly Block[], lines: readonly string[]): void {
  for (const block of blocks) {
    if (block.kind === "quote") addOpen(troubles, block.blocks, lines);
    else if (block.kind === "list") for (const item of block.items) addOpen(troubles, item.blocks, lines);
    else if (block.kind === "code" && isOpenFence(block, lines)) troubles.push(openFence(block.start));
    else if (block.kind === "html" && isOpenComment(block.html)) troubles.push(openComment(block.start));
  }
}

function deep(line: number): Trouble {
  const message = `What is nested deeper than ${deepest} levels is not read. Move it out.`;
  return { line, code: "too-deep", message };
}

/** A fence that ends with its container or with the file, and not with a fence. */
function isOpenFence(block: Extract<Block, { kind: "code" }>, lines: readonly string[]): boolean {
  if (block.fence === "") return false;
  const last =
    lines[block.end - 1]
      ?.slice(0, 2000)
      .trim()
      .replace(/^[>\s]+/, "") ?? "";
  return (
    block.end === block.start ||
    !last.startsWith(block.fence) ||
    last !== (block.fence[0] ?? "").repeat(last.length)
  );
}

function isOpenComment(html: string): boolean {
  const open = html.trimStart();
  return open.startsWith("<!--") && !open.includes("-->");
}

function openFence(line: number): Trouble {
  const message =
    "This code is never closed, so all that follows is read as code. Close it with a line like the one that opens it.";
  return { line, code: "open-fence", message };
}

function openComment(line: number): Trouble {
  return {
    line,
    code: "open-comment",
    message: "This comment is never closed, so all that follows is left out. Close it with `-->`.",
  };
}
