/** What a reader sees of blocks, rich text too: bold as `**`, code as back-ticks, quotes with `>`, dates as `{date}`. */
export function wordsOf(blocks: readonly unknown[]): string {
  return blocks.map(blockWords).filter(Boolean).join("\n");
}

type Part = {
  readonly type?: string;
  readonly text?: unknown;
  readonly elements?: readonly Part[];
  readonly style?: Readonly<Record<string, boolean>> | string;
  readonly url?: string;
  readonly label?: Part;
};

function blockWords(block: unknown): string {
  const { type, text, elements = [], label } = block as Part;
  switch (type) {
    case "header":
      return `# ${(text as Part).text}`;
    case "section":
      return String((text as Part).text);
    case "context":
      return `~ ${elements.map((one) => one.text).join(" ")}`;
    case "rich_text":
      return elements.map(richWords).join("\n");
    case "input":
      return String(label?.text);
    default:
      return "";
  }
}

function richWords({ type, elements = [], style }: Part): string {
  switch (type) {
    case "rich_text_list":
      return elements
        .map((one, at) => `${style === "ordered" ? `${at + 1}.` : "-"} ${richWords(one)}`)
        .join("\n");
    case "rich_text_preformatted":
      return `\`\`\`\n${elements.map(run).join("")}\n\`\`\``;
    case "rich_text_quote":
      return `> ${elements.map(run).join("").replaceAll("\n", "\n> ")}`;
    default:
      return elements.map(run).join("");
  }
}

function run({ type, text, style, url }: Part): string {
  if (type === "date") return "{date}";
  const words = type === "link" ? `[${text ?? url}](${url})` : String(text);
  const { bold, italic, code } = (style ?? {}) as Readonly<Record<string, boolean>>;
  return code ? `\`${words}\`` : bold ? `**${words}**` : italic ? `_${words}_` : words;
}
