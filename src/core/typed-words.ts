/** One word or number of what was typed or is right, as it is compared. */
export type Word = {
  /** Small letters without accents; a number as it was written, without its thousands' commas. */
  readonly text: string;
  /** The same without its plural; `https` in capitals has none. */
  readonly stem: string;
  /** Compared to the letter: numbers, acronyms in capitals, and letters of which a slip makes another word. */
  readonly exact: boolean;
  readonly kind: "word" | "number" | "and";
  /** How it was written, before anything was taken from it. */
  readonly raw: string;
};

/** Longer texts are cut here: no short answer needs so much, and nothing hostile costs more. In UTF-16 units. */
export const longestTyped = 200;

/** The words of a text; what is no letter and no number only parts them, but for `and`, `&`, `+` and the comma. */
export function wordsOf(text: string): readonly Word[] {
  const plain = text
    .slice(0, longestTyped)
    .replace(/[™®©℠\p{Cf}]/gu, "")
    // A power and a fraction are no more digits of the number they stand at: 10⁶ is not 106, nor 1½ 11/2.
    .replace(/(?<=\p{Nd})(?=[⁺⁻\p{No}])/gu, " ")
    .normalize("NFKD")
    .replace(
      /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}])\p{M}+/gu,
      "$1",
    )
    .normalize("NFC")
    .replace(/(?<=\p{L})['’ʼ`´](?=\p{L})/gu, "");
  return [...plain.matchAll(pieces)].map(([piece]) => {
    if (/\p{Nd}/u.test(piece)) return numberOf(piece);
    if (/^[&+,;]$/.test(piece)) return { text: "and", stem: "and", exact: true, kind: "and", raw: piece };
    return wordOf(piece);
  });
}

/** The text of words as one key: how they are parted does not show in it, but where a number ends does. */
export function keyOfWords(words: readonly Word[], by: "text" | "stem"): string {
  const key = words.map((word) =>
    word.kind === "number" ? `#${word.text}#` : word.kind === "and" ? "and" : word.text,
  );
  const last = words.at(-1);
  if (by === "stem" && last?.kind === "word") key[key.length - 1] = last.stem;
  return key.join("");
}

/** Several words as one: `cloud front` is `cloudfront`. */
export function joined(words: readonly Word[]): Word {
  const last = words.at(-1) as Word;
  const start = words.slice(0, -1).map((word) => word.text);
  return {
    text: [...start, last.text].join(""),
    stem: [...start, last.stem].join(""),
    exact: words.some((word) => word.exact),
    kind: "word",
    raw: words.map((word) => word.raw).join(" "),
  };
}

/**
 * A sign belongs to its number where nothing stands before it, and so does a point: `-40`, `< 5`, `.5`, but `SHA-256`.
 * `C++` and `C#` are words.
 */
const pieces =
  /(?:(?<![-=\p{L}\p{N}])(?:[<>≤≥≠±]=?|!=)\s?)?(?:(?<![\p{L}\p{N}.,)])[-−](?=\.?\p{Nd}))?(?:(?<![\p{L}\p{N}.,)])\.(?=\p{Nd}))?\p{Nd}+(?:[.,]\p{Nd}+)*|[\p{L}\p{M}]+(?:\+\+|#)?|[&+,;]/gu;

/** As they are typed where the keyboard has no key for them. */
const signs: Readonly<Record<string, string>> = { "−": "-", "<=": "≤", ">=": "≥", "!=": "≠" };

function numberOf(piece: string): Word {
  const bare = piece
    .replace(/\s/g, "")
    .replace(/[<>!]=|−/g, (sign) => signs[sign] ?? sign)
    .replace(/(?<!\d)\.(?=\d)/, "0.");
  const text = /^\D*\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)
    ? bare.replaceAll(",", "")
    : bare.replace(/^(\D*\d+),(\d+)$/, "$1.$2");
  return { text, stem: text, exact: true, kind: "number", raw: piece };
}

const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const tens = "twenty thirty forty fifty sixty seventy eighty ninety";
const counted: ReadonlyMap<string, string> = new Map([
  ...small.split(" ").map((word, at) => [word, String(at)] as const),
  ...tens.split(" ").map((word, at) => [word, String(10 * (at + 2))] as const),
]);

function wordOf(piece: string): Word {
  const single = /^\p{Lu}{2,}s$/u.test(piece) ? piece.slice(0, -1) : piece;
  const text = unfolded(single.toLowerCase());
  const number = counted.get(text);
  if (number !== undefined) return { ...numberOf(number), raw: piece };
  if (text === "and") return { text, stem: text, exact: true, kind: "and", raw: piece };
  const isAcronym = /^\p{Lu}{2,}$/u.test(single);
  const isSlippery = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]+$/u.test(text);
  const stem = isAcronym ? text : stemOf(text);
  return { text, stem, exact: isAcronym || !isSlippery, kind: "word", raw: piece };
}

/** Letters that no accent is taken from, though people type them without. */
const folds: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ı: "i",
  þ: "th",
};

function unfolded(text: string): string {
  return text.replace(/[ßæœøłđðıþ]/g, (letter) => folds[letter] ?? letter);
}

/** `policies` and `policy`, `caches` and `cache`, `batches` and `batch` have one stem each; `status` and `access` stay. */
function stemOf(text: string): string {
  if (text.length < 4) return text;
  const single = /(?:ss|us|is)$/.test(text) ? text : text.replace(/s$/, "");
  return single.replace(/ie$/, "y").replace(/(ch|sh|x|z|s)e$/, "$1");
}
