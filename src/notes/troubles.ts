import { type Block, deepest } from "./document.js";
import type { Problem } from "./problem.js";

/** Markdown that swallows what follows it, and what is nested too deep to be read. `text` is the whole file's. */
export function troublesIn(file: string, blocks: readonly Block[], text: string): readonly Problem[] {
  const lines = text.split("\n");
  return deepTroubles(blocks, 0, lines).map(({ line, code, message }) => ({
    file,
    line,
    severity: "error",
    code,
    message,
  }));
}

type Trouble = { readonly line: number; readonly code: string; readonly message: string };

function deepTroubles(blocks: readonly Block[], level: number, lines: readonly string[]): readonly Trouble[] {
  return blocks.flatMap((block): readonly Trouble[] => {
    if (block.kind === "quote") return inner(block.blocks, block.start, level + 1, lines);
    if (block.kind === "list")
      return block.items.flatMap((item) => inner(item.blocks, item.start, level + 2, lines));
    if (block.kind === "code" && isOpenFence(block, lines)) return [openFence(block.start)];
    return block.kind === "html" && isOpenComment(block.html) ? [openComment(block.start)] : [];
  });
}

function inner(
  blocks: readonly Block[],
  line: number,
  level: number,
  lines: readonly string[],
): readonly Trouble[] {
  if (level < deepest) return deepTroubles(blocks, level, lines);
  const message = `What is nested deeper than ${deepest} levels is not read. Move it out.`;
  return [{ line, code: "too-deep", message }];
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
