/** What the YAML of a file breaks, in words for who wrote it, and where in its text that is. */
export type YamlFault = { readonly words: string; readonly at: number };

/** Says the common slips plainly; anything else as the parser puts it. An open bracket is looked for where it opens. */
export function yamlFault(
  error: { readonly message: string; readonly pos: readonly number[] },
  text: string,
) {
  const at = error.pos[0] ?? 0;
  const words = error.message.replace(/\s+/g, " ");
  const open = /end with a ([\]}])/.exec(words)?.[1];
  if (open) {
    const bracket = open === "]" ? "[" : "{";
    return { words: `a bracket \`${bracket}\` is not closed`, at: text.lastIndexOf(bracket, at - 1) };
  }
  const known = plainly.find(([sign]) => sign.test(words));
  return { words: known ? known[1] : words, at } satisfies YamlFault;
}

const plainly: readonly (readonly [sign: RegExp, words: string])[] = [
  [/^Missing closing .quote/, "a quotation mark is not closed"],
  [/^Tabs are not allowed/, "a line begins with a tab; begin it with spaces"],
  [/^Nested mappings are not allowed/, "a name with a colon stands without quotes"],
  [/^A block sequence may not be used/, "the lines of a list do not begin in one column"],
  [/reserved character/, "a name that begins with a sign stands without quotes"],
];
