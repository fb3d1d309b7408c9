import { limits } from "./limits.js";
import type { Piece } from "./pieces.js";

/** What a message holds besides its pieces: the mention of the role that is told. */
type Around = { readonly text: number; readonly components: number };

/** As few messages as hold all pieces; texts are joined where there are too many of them for one. */
export function paged(pieces: readonly Piece[], around: Around): readonly (readonly Piece[])[] {
  const all = around.components + sumOf(pieces, componentsOf);
  const parts = all > limits.components ? joined(pieces) : pieces;
  if (fits(parts, around)) return [withoutEdges(parts)];
  const pages: Piece[][] = [[]];
  for (const piece of parts) {
    const page = pages.at(-1);
    if (page && (page.length === 0 || fits([...page, piece], around))) page.push(piece);
    else pages.push([piece]);
  }
  return pages.map(withoutEdges);
}

/** Whether Discord takes them as one message. */
export function fits(page: readonly Piece[], around: Around): boolean {
  return (
    around.text + sumOf(page, textOf) <= limits.text &&
    sumOf(page, bytesOf) <= limits.textBytes &&
    around.components + sumOf(page, componentsOf) <= limits.components
  );
}

/** Texts that are longer than a message, cut at line ends. */
export function broken(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece) => {
    if (piece.kind !== "text" || piece.text.length <= limits.text / 2) return [piece];
    const lines = piece.text.split("\n").map((text) => ({ kind: "text" as const, text }));
    return piece.text.startsWith("```") ? [piece] : joined(lines, limits.text / 2);
  });
}

function joined(pieces: readonly Piece[], most = limits.text as number): readonly Piece[] {
  const done: Piece[] = [];
  for (const piece of pieces) {
    const last = done.at(-1);
    if (piece.kind === "rule") continue;
    const text = last?.kind === "text" && piece.kind === "text" ? `${last.text}\n${piece.text}` : null;
    if (text !== null && text.length <= most && Buffer.byteLength(text) < limits.textBytes) {
      done[done.length - 1] = { kind: "text", text };
    } else done.push(piece);
  }
  return done;
}

/** A line that separates nothing is left out. */
function withoutEdges(page: readonly Piece[]): readonly Piece[] {
  return page.filter((piece, index) => {
    const inside = index > 0 && index < page.length - 1 && page[index - 1]?.kind !== "rule";
    return piece.kind !== "rule" || inside;
  });
}

const textOf = (piece: Piece) => (piece.kind === "text" ? piece.text.length : 0);
const bytesOf = (piece: Piece) => (piece.kind === "text" ? Buffer.byteLength(piece.text) + 12 : 0);
const componentsOf = (piece: Piece) => 1 + (piece.kind === "row" ? piece.row.components.length : 0);
const sumOf = (pieces: readonly Piece[], size: (piece: Piece) => number) =>
  pieces.reduce((sum, piece) => sum + size(piece), 0);
