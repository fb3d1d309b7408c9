/**
 * The part that the forms of an English word share: `replicates`, `replicated` and `replication` are `replic`. Words of
 * other languages may lose an ending too, the same one wherever they stand.
 */
export function stemOf(word: string): string {
  const known = irregular.get(word) ?? word;
  if (known.length < 4 || !/^[a-z]+$/.test(known)) return endingOf(known);
  return endingOf(withoutSuffix(withoutParticiple(singular(known))));
}

function singular(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

function withoutParticiple(word: string): string {
  if (word.endsWith("ied") && word.length > 4) return `${word.slice(0, -3)}y`;
  const cut = word.endsWith("ing") ? 3 : word.endsWith("ed") && !word.endsWith("eed") ? 2 : 0;
  const base = word.slice(0, word.length - cut);
  if (cut === 0 || base.length < 3 || !/[aeiouy]/.test(base)) return word;
  if (/[^aeo]at$/.test(base) && base.length > 4) return base.slice(0, -2);
  return /([^aeiouflsz])\1$/.test(base) ? base.slice(0, -1) : base;
}

/** Suffixes, what stands in their place, and how long a word must be to end with one. */
const suffixes: readonly (readonly [suffix: RegExp, instead: string, shortest: number])[] = [
  [/ly$/, "", 6],
  [/al$/, "", 7],
  [/ification$/, "ify", 10],
  [/(?<![aeo])ation$/, "", 8],
  [/(?<![aeo])ate$/, "", 6],
  [/(?<=[st])ion$/, "", 6],
  [/ment$/, "", 8],
];

/** In this order, so that `operationally` loses three. */
function withoutSuffix(word: string): string {
  let left = word;
  if (!"ylnet".includes(word.at(-1) ?? "")) return word;
  for (const [suffix, instead, shortest] of suffixes)
    if (left.length >= shortest) left = left.replace(suffix, instead);
  return left;
}

/** `store` and `storing`, `copy` and `copies` end alike. */
function endingOf(word: string): string {
  const bare = word.length > 3 && word.endsWith("e") ? word.slice(0, -1) : word;
  return bare.length > 2 && /[^aeiou]y$/.test(bare) ? `${bare.slice(0, -1)}i` : bare;
}

/** Verbs and nouns whose forms no rule gives, each after the word that they are forms of. */
const irregular: ReadonlyMap<string, string> = new Map(
  `begin began begun; bind bound; break broke broken; bring brought; build built; buy bought; catch caught; child children;
  choose chose chosen; come came; deal dealt; die dies died dying; dig dug; draw drew drawn; drink drank drunk;
  drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; find found; fly flew flown; foot feet;
  forget forgot forgotten; freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown;
  half halves; hang hung; hide hid hidden; hold held; index indices; keep kept; know knew known; lay laid; lead led;
  leave left; lie lies lying; life lives; lose lost; make made; man men; mean meant; meet met; mouse mice; pay paid;
  rise rose risen; run ran; say said; see saw seen; sell sold; send sent; shake shook shaken; show shown; sink sank sunk;
  sleep slept; speak spoke spoken; spend spent; stand stood; steal stole stolen; swim swam swum; take took taken;
  teach taught; tear tore torn; tell told; think thought; throw threw thrown; tie ties tied tying; tooth teeth;
  use used using; wake woke woken; wear wore worn; win won; woman women; write wrote written`
    .split(";")
    .flatMap((group) => {
      const [word = "", ...forms] = group.trim().split(" ");
      return forms.map((form) => [form, word] as const);
    }),
);
