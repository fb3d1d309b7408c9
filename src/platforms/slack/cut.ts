const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What people see as one sign each. */
export function graphemes(words: string): readonly string[] {
  return Array.from(segmenter.segment(words), (part) => part.segment);
}

/** At most so many code units and so many graphemes, an ellipsis included. */
export function cut(words: string, units: number, signs = units): string {
  if (words.length <= units && words.length <= signs) return words;
  const short = signs < units ? leading(words, units, signs) : words;
  if (short.length <= units && short.length === words.length) return words;
  const end = Math.min(short.length, units - 1);
  return `${short.slice(0, wholeBefore(words, end)).trimEnd()}…`;
}

/** Words of so many graphemes or fewer stay; of longer ones, those that leave room for the ellipsis. */
function leading(words: string, units: number, signs: number): string {
  const all = graphemes(words.slice(0, units * 4));
  return all.length <= signs ? words : all.slice(0, signs - 1).join("");
}

/** Where the sign that the cut would go through begins: only what stands around it is looked at. */
function wholeBefore(words: string, end: number): number {
  const from = Math.max(0, end - 100);
  const sign = segmenter.segment(words.slice(from, end + 100)).containing(end - from);
  const start = from + (sign?.index ?? end - from);
  if (start > from || from === 0) return start;
  return /[\ud800-\udbff]/.test(words.charAt(end - 1)) ? end - 1 : end;
}

/** Pieces of at most so many code units, at a line end or a blank where there is one; nothing is left out. */
export function pieces(words: string, most: number): readonly string[] {
  const found: string[] = [];
  let rest = words;
  while (rest.length > most) {
    const blank = Math.max(rest.lastIndexOf("\n", most - 1), rest.lastIndexOf(" ", most - 1));
    const whole = /[\ud800-\udbff]/.test(rest.charAt(most - 1)) ? most - 1 : most;
    const end = blank > most / 2 ? blank + 1 : whole;
    found.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === "" ? found : [...found, rest];
}

/** Columns in a face where every letter is equally wide: East Asian signs and emoji take two. */
export function width(words: string): number {
  return graphemes(words).reduce((sum, sign) => sum + (wide.test(sign) ? 2 : 1), 0);
}

/** The same in columns, an ellipsis included. */
export function cutToWidth(words: string, columns: number): string {
  if (width(words) <= columns) return words;
  let kept = "";
  for (const sign of graphemes(words)) {
    if (width(kept + sign) > columns - 1) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}

const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Script=Han}/u;
