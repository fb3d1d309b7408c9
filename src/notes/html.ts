/** The name of a known tag; null for a comment and for `<String>` and the like, which are words of the author's. */
export function readTag(html: string): { readonly name: string; readonly closes: boolean } | null {
  const match = /^<(\/?)([a-z][a-z0-9]*)[\s/>]/i.exec(html);
  const name = match?.[2]?.toLowerCase();
  return name && known.has(name) ? { name, closes: match?.[1] === "/" } : null;
}

/** The pictures of a piece of HTML, in order. */
export function imagesIn(html: string): readonly { readonly url: string; readonly alt: string }[] {
  return [...html.matchAll(/<img\s[^<>]*>/gi)].flatMap(([tag]) => {
    const url = value(tag, "src");
    return /^https?:/i.test(url) ? [{ url, alt: value(tag, "alt") }] : [];
  });
}

/** The words of a block of HTML without tags, comments, scripts and styles. */
export function wordsOf(html: string): string {
  const lower = html.toLowerCase();
  let words = "";
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0) break;
    words += html.slice(at, open);
    const end = endOfTag(lower, open);
    if (end < 0) words += "<";
    at = end < 0 ? open + 1 : end;
  }
  return unescaped(words + html.slice(at))
    .replace(/\s+/g, " ")
    .trim();
}

/** Just past the tag, comment, script or style that opens here; -1 where it is only a `<`. */
function endOfTag(html: string, open: number): number {
  if (html.startsWith("<!--", open)) return after(html, "-->", open);
  const tag = /^<\/?([a-z][a-z0-9]*)(?=[\s/>])/.exec(html.slice(open, open + 40));
  if (!tag || !known.has(tag[1] ?? "")) return -1;
  const hidden = /^<(script|style)$/.exec(tag[0]);
  return hidden ? after(html, `</${hidden[1]}>`, open) : after(html, ">", open);
}

function after(html: string, end: string, from: number): number {
  const at = html.indexOf(end, from);
  return at < 0 ? html.length : at + end.length;
}

function value(tag: string, name: string): string {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag);
  return unescaped(match?.[1] ?? match?.[2] ?? match?.[3] ?? "");
}

function unescaped(words: string): string {
  return words.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? "");
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  nbsp: " ",
};

const known: ReadonlySet<string> = new Set(
  (
    "a abbr b big blockquote br center code dd del details div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i " +
    "iframe img input ins kbd li mark ol p picture pre q s samp script section small source span strike strong style " +
    "sub summary sup table tbody td tfoot th thead tr tt u ul var video"
  ).split(" "),
);
