import type { Asked } from "../core/asked.js";
import { oncePer } from "../core/memo.js";
import { type Block, letter, passages } from "../core/message.js";
import { link, type Passage, type Prose, plainPassages, text } from "../core/prose.js";
import { closestLines, mostLines } from "../core/recall.js";
import { labelled, listed, prose } from "./words.js";

/** Why the key holds and why each other option fails, where the notes say; `first`: whose reason comes first. */
export function reasons(asked: Asked, first = 0): readonly Block[] {
  if (asked.form.kind === "recall") return passages(asSentence(asked.explanation));
  const whyNot = whyNotEach(asked);
  const mine = whyNot.filter((_, index) => first & (1 << index));
  const others = whyNot.filter((_, index) => !(first & (1 << index)));
  return [...mine.flat(), ...whyKey(asked), ...others.flat()];
}

/**
 * Behind the answer in bold the explanation went on in the author's line, `**x** - its spores live`; here it stands alone
 * and begins with a capital. A name such as `iSCSI` and code keep theirs.
 */
function asSentence(explanation: readonly Passage[]): readonly Passage[] {
  const [first, ...others] = explanation;
  const [span, ...more] = first?.kind === "prose" ? first.prose : [];
  if (span?.kind !== "text" || !/^\p{Ll}+[\s,]/u.test(span.text)) return explanation;
  const words = span.text.replace(/^./u, (letter) => letter.toUpperCase());
  return [{ kind: "prose", prose: [{ ...span, text: words }, ...more] }, ...others];
}

/** By the options' places: nothing where an option is right, or the notes say nothing of it. */
const whyNotEach = oncePer(({ form }: Asked): readonly (readonly Block[])[] =>
  form.kind === "recall"
    ? []
    : form.options.map(({ correct, why }, index) =>
        correct || why.length === 0 ? [] : passages(labelled(`Why not ${letter(index)}.`, why)),
      ),
);

/** The lines of the team's own notes that come nearest, with their place. */
export const quoteOf = oncePer((asked: Asked): readonly Block[] => {
  const lines = nearestLines(asked);
  return lines.length === 0 ? [] : [{ kind: "quote", lines, place: placeOf(asked), ...webOf(asked) }];
});

/** Those of a recall question were put in order where the notes were read. */
function nearestLines(asked: Asked): readonly Prose[] {
  const { form, notes, prompt } = asked;
  if (form.kind === "recall") return notes.slice(0, mostLines);
  const right = form.options.filter((option) => option.correct).flatMap((option) => option.body);
  return closestLines(notes, plainPassages([...right, ...prompt]));
}

/** `aws/storage/efs.md › EFS` */
export function placeOf({ source }: Asked): string {
  const section = source.headings.at(-1);
  return section ? `${source.file} › ${section}` : source.file;
}

/** Where in the notes the question stands, as a quiet line. */
export function placeNote(asked: Asked): readonly Block[] {
  const { web } = asked.source;
  const place = web === undefined ? text(placeOf(asked)) : link(placeOf(asked), web);
  return [{ kind: "note", prose: [...prose("From your notes: "), place] }];
}

function webOf({ source }: Asked): { readonly url?: string } {
  return source.web === undefined ? {} : { url: source.web };
}

const whyKey = oncePer((asked: Asked): readonly Block[] => {
  if (asked.form.kind !== "choice") return [];
  const right = asked.form.options.flatMap((option, index) => (option.correct ? [{ ...option, index }] : []));
  const own = right.flatMap(({ why, index }) =>
    why.length > 0 ? passages(labelled(`Why ${letter(index)}.`, why)) : [],
  );
  const label = own.length > 0 ? "Remember." : `Why ${listed(right.map(({ index }) => letter(index)))}.`;
  const whole = asked.explanation.length > 0 ? passages(labelled(label, asked.explanation)) : [];
  return [...own, ...whole];
});

/** The author's link to the documentation. */
export function readMore({ source }: Asked): readonly Block[] {
  if (source.url === undefined) return [];
  return [{ kind: "note", prose: [...prose("Read more: "), link(source.url, source.url)] }];
}
