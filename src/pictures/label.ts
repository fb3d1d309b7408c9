const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Words on one line of `room` units of the letters' own height, cut between graphemes; of `Storage › EFS` the last
 * part is kept longest. Null where our font lacks a letter of theirs: half a name is worse than none.
 */
export function fitLabel(words: string, room: number): string | null {
  const signs = Array.from(
    segmenter.segment(words.normalize("NFC").slice(0, most)),
    ({ segment }) => segment,
  );
  const kept = signs.map((sign) => (isOurs(sign) ? sign : substituteFor(sign)));
  if (kept.some((sign) => sign === null)) return null;
  const line = kept.join("").replace(/\s+/g, " ").trim();
  return cutEnd(dropFront(line, room), room) || "…";
}

/** About the width of words in units of their height. */
export function widthOf(words: string): number {
  return [...words].reduce((sum, letter) => sum + advanceOf(letter), 0);
}

/** Longer names are cut before anything else is done with them. */
const most = 400;

/** What the font holds, as hexadecimal code points; a test reads the font and compares. */
export const covered = `
  0020-007e 00a1-00ac 00ae-017f 0218-021b 0300-0304 0306-0308 030a-030c 0327-0328 0384-038a 038c
  038e-03a1 03a3-045f 0490-0491 0531-0556 0561-0587 05be 05d0-05ea 05f3-05f4 060c 061b 061f
  0621-063a 0640-0652 0660-066c 0670 0679 067e 0686 0688 0691 0698 06a9 06af 06ba 06be 06cc
  06f0-06f9 1e00-1efb 2010-2015 2018-201e 2020-2022 2026 2030 2032-2033 2039-203a 2044 20ac 2122
  2190-2193 21d2 2212 2248 2260 2264-2265`
  .trim()
  .split(/\s+/)
  .map((range) => range.split("-").map((end) => Number.parseInt(end, 16)))
  .map(([from = 0, to = from]) => [from, to] as const);

const isOurs = (sign: string) =>
  [...sign].every((letter) => covered.some(([from, to]) => between(letter.codePointAt(0) ?? 0, from, to)));
const between = (point: number, from: number, to: number) => point >= from && point <= to;

/** Signs that are no letters, such as emoji and marks that turn the direction round, are left out. */
function substituteFor(sign: string): string | null {
  if (/^\s+$/.test(sign)) return " ";
  return /[\p{L}\p{N}]/u.test(sign) ? null : "";
}

/** `AWS › Storage › EFS` → `… › EFS`, as far as it must be. */
function dropFront(line: string, room: number): string {
  const parts = line.split(" › ");
  for (let from = 0; from < parts.length; from += 1) {
    const shorter = (from === 0 ? [] : ["…"]).concat(parts.slice(from)).join(" › ");
    if (widthOf(shorter) <= room) return shorter;
  }
  return parts.length > 1 ? `… › ${parts.at(-1)}` : line;
}

function cutEnd(line: string, room: number): string {
  if (widthOf(line) <= room) return line;
  let kept = "";
  for (const { segment } of segmenter.segment(line)) {
    if (widthOf(kept + segment) > room - advanceOf("…")) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

function advanceOf(letter: string): number {
  if (/\p{M}/u.test(letter)) return 0;
  if (/[ijlI.,:;'|!\u2018\u2019]/.test(letter)) return 0.3;
  if (/[ frtJ()[\]/"\-\\]/.test(letter)) return 0.38;
  if (/[mwMW%@…#+<=>~]/.test(letter)) return 0.9;
  if (/[a-z\d?*_`^{}$]/.test(letter)) return 0.57;
  return 0.72;
}
