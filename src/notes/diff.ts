/** Lines around a change, so that it is found again. */
const around = 3;

/**
 * A unified diff as `git apply` and `patch -p1` take it, of a text in which lines read otherwise and none came or went.
 * Every line keeps its own end.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const changed = old.flatMap((line, at) => (line === fresh[at] ? [] : [at]));
  if (changed.length === 0) return "";
  const hunks = hunksOf(changed, old.length).map(({ from, to }) => hunk(old, fresh, from, to));
  return `--- ${nameOf(`a/${path}`)}\n+++ ${nameOf(`b/${path}`)}\n${hunks.join("")}`;
}

function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}

type Range = { readonly from: number; readonly to: number };

/** Changes whose surroundings touch are one hunk. */
function hunksOf(changed: readonly number[], length: number): readonly Range[] {
  const hunks: { from: number; to: number }[] = [];
  for (const at of changed) {
    const [from, to] = [Math.max(0, at - around), Math.min(length, at + around + 1)];
    const last = hunks.at(-1);
    if (last && from <= last.to) last.to = to;
    else hunks.push({ from, to });
  }
  return hunks;
}

function hunk(old: readonly string[], fresh: readonly string[], from: number, to: number): string {
  const lines: string[] = [];
  for (let at = from; at < to; ) {
    if (old[at] === fresh[at]) {
      lines.push(marked(" ", old[at]));
      at += 1;
      continue;
    }
    const start = at;
    while (at < to && old[at] !== fresh[at]) at += 1;
    lines.push(...old.slice(start, at).map((line) => marked("-", line)));
    lines.push(...fresh.slice(start, at).map((line) => marked("+", line)));
  }
  const where = `${from + 1},${to - from}`;
  return `@@ -${where} +${where} @@\n${lines.join("")}`;
}

function marked(sign: string, line = ""): string {
  return line.endsWith("\n") ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`;
}

/** As git writes names: in quotes where a sign could be misread, with a tab behind where there is a space. */
function nameOf(name: string): string {
  if (/[\p{Cc}\p{Cf}"\\]/u.test(name)) {
    return `"${name.replace(/[\p{Cc}\p{Cf}"\\]/gu, (sign) => escaped(sign))}"`;
  }
  return name.includes(" ") ? `${name}\t` : name;
}

function escaped(sign: string): string {
  if (sign === '"' || sign === "\\") return `\\${sign}`;
  return [...new TextEncoder().encode(sign)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}
