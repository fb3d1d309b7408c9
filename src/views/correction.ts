import { encodeAction } from "../core/action.js";
import type { Asked } from "../core/asked.js";
import type { Key } from "../core/ids.js";
import { type Block, buttons, heading, letter, type Message, note, passages } from "../core/message.js";
import { text } from "../core/prose.js";
import { keyMask, type Picks } from "../core/question.js";
import type { Attempt, Round } from "../core/round.js";
import { keyLetters, startOf } from "./question.js";
import { counted, dayWords, labelled, listed, prose } from "./words.js";

/** A corrected key as a channel hears of it: of its newest round, of how many, and who gained by it. */
type Correction = {
  readonly key: Key;
  readonly round: Round;
  readonly rounds: number;
  readonly answers: number;
  readonly gained: number;
};

/** With fewer answers the number that gained would tell who picked what. */
const fewest = 3;

/** To the channel: which question, the key of now and of before, how many answers gained; nobody's name. */
export function correctionMessage({ key, round, rounds, answers, gained }: Correction): Message {
  const { asked, day } = round;
  const title = `The key of ${dayWords(day)} was corrected`;
  const times = rounds === 1 ? "" : ` It was asked here ${rounds} times, and that holds for each.`;
  return {
    summary: `${title}: ${startOf(asked)} It is ${keyLetters(asked)} now; ${beforeWords(asked)}. ${gainWords(answers, gained)}`,
    blocks: [
      heading(title),
      note(text(`${asked.topicTitle}: ${startOf(asked)}`)),
      ...keyOptions(asked),
      note(
        ...prose(
          `**It is ${keyLetters(asked)} now; ${beforeWords(asked)}.** ${gainWords(answers, gained)}${times}`,
        ),
      ),
      buttons({ label: "My result", press: encodeAction({ kind: "result", key }) }),
    ],
  };
}

/** Under the key of a closed question, where it was corrected. */
export function correctedNote(asked: Asked): readonly Block[] {
  if (!asked.former) return [];
  return [
    note(
      ...prose(
        `**The key was corrected:** ${beforeWords(asked)}. Answers that matched it count as right too.`,
      ),
    ),
  ];
}

/** What a correction means for one answer. */
export function correctedVerdict(asked: Asked, { answer, right }: Attempt): readonly Block[] {
  if (!asked.former || asked.form.kind !== "choice") return [];
  const why = right && "picks" in answer ? whyRight(asked, answer.picks) : "";
  return [note(...prose(`**The key was corrected:** ${beforeWords(asked)}.${why}`))];
}

function whyRight({ form, former = [] }: Asked, picks: Picks): string {
  const key = form.kind === "choice" ? keyMask(form.options) : 0;
  if (picks === key) return former[0] === key ? "" : " So your answer is right after all.";
  if ((picks & key) !== 0 && !former.includes(picks)) {
    return " One letter was all that could be pressed, and yours is among the right ones, so it is right after all.";
  }
  return " Your answer was right by a key that held before, so it stays right.";
}

/** `before, it was A`, `before, it was A, then C` */
function beforeWords({ form, former = [] }: Asked): string {
  const now = form.kind === "choice" ? keyMask(form.options) : 0;
  const keys = former.filter((key) => key !== now).map((key) => listed(lettersOf(key)));
  return `before, it was ${keys.join(", then ")}`;
}

function gainWords(answers: number, gained: number): string {
  if (answers < fewest) return "Any answer that matches it counts as right now, and nobody loses.";
  if (gained === 0) return "No answer gains by it, and nobody loses.";
  return `${counted(gained, "answer")} ${gained === 1 ? "is" : "are"} right now that ${gained === 1 ? "was" : "were"} not, and nobody loses.`;
}

function keyOptions({ form }: Asked): readonly Block[] {
  if (form.kind !== "choice") return [];
  return form.options.flatMap(({ body, correct }, index) =>
    correct ? passages(labelled(`${letter(index)}.`, body)) : [],
  );
}

function lettersOf(picks: Picks): readonly string[] {
  return Array.from({ length: 26 }, (_, at) => at)
    .filter((at) => picks & (1 << at))
    .map(letter);
}
