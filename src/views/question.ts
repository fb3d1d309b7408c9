import { encodeAction } from "../core/action.js";
import type { Ask } from "../core/ask.js";
import type { Asked } from "../core/asked.js";
import type { Key } from "../core/ids.js";
import {
  type Block,
  type Button,
  buttons,
  heading,
  type LetteredOption,
  letter,
  type Message,
  note,
  passages,
} from "../core/message.js";
import { plainPassages, time } from "../core/prose.js";
import { choosesSeveral } from "../core/question.js";
import type { QuizRun } from "../core/quiz.js";
import type { Round } from "../core/round.js";
import { typeLine } from "./typed.js";
import { counted, listed, prose } from "./words.js";

/** The daily as the channel sees it while it is open: no split, no names, nothing of the key. */
export function openRoundMessage(round: Round, answers: number, tell: string | null = null): Message {
  const { asked } = round;
  const said = answers === 0 ? "No answers yet." : `${counted(answers, "answer")} so far.`;
  const kept = round.reveal === "at-close" ? " The key is told at the close." : "";
  const bonus = round.kind === "bonus" ? " A bonus question: it does not touch streaks or the board." : "";
  return {
    summary: summaryOf(round.kind === "bonus" ? "A bonus question" : "Today’s question", asked),
    blocks: [
      ...questionBlocks(asked),
      answerButtons(round.key, asked, round.reveal),
      note(
        ...prose(`**${said}** ${firstWords(asked)}${kept}${bonus} Open until `, time(round.closesAt), "."),
      ),
      ...draftedNote(asked),
    ],
    round: { kind: round.kind, revealed: false },
    ...(tell === null ? {} : { tell }),
  };
}

type Put = { readonly canType?: boolean; readonly part?: Pick<QuizRun, "nth" | "of"> | null };

function firstWords({ form }: Asked): string {
  const several = form.kind === "choice" && choosesSeveral(form.options);
  return several ? "The first answer that you submit counts." : "The first press counts.";
}

/**
 * A question for one person alone; `canType`: its answer can be written too, where they are with the bot alone; `part`:
 * which of several it is.
 */
export function askMessage({ key, asked, purpose }: Ask, { canType, part }: Put = {}): Message {
  const which = part ? `Question ${part.nth} of ${part.of}. ` : "";
  return {
    summary: summaryOf(purpose === "quiz" ? "A question for you" : "Practice", asked),
    blocks: [
      ...questionBlocks(asked),
      answerButtons(key, asked),
      note(
        ...prose(
          `${which}${canType ? typeLine(asked) : ""}For you alone: it does not touch your streak or the board.`,
        ),
      ),
      ...draftedNote(asked),
    ],
  };
}

/**
 * The toggles of a question with several right options; the picked set rides in each press. `refused`: it was submitted
 * with too few or too many.
 */
export function chooseMessage(
  key: Key,
  asked: Asked,
  picks: number,
  { refused } = { refused: false },
): Message {
  if (asked.form.kind !== "choice") return askedAgain(asked);
  const { options } = asked.form;
  const wanted = options.filter((option) => option.correct).length;
  const picked = options.filter((_, index) => picks & (1 << index)).length;
  const toggles = options.map((_, index): Button => {
    const on = (picks & (1 << index)) !== 0;
    return {
      label: letter(index),
      press: encodeAction({ kind: "toggle", key, picks: picks ^ (1 << index) }),
      spoken: `${letter(index)}, ${on ? "picked" : "not picked"}`,
      pressed: on,
    };
  });
  const submit: Button = {
    label: "Submit",
    press: encodeAction({ kind: "submit", key, picks }),
    tone: "primary",
  };
  return {
    summary: `${refused ? "Not sent yet. " : ""}Choose ${wanted}: ${picked} picked. ${summaryOf("Your answer", asked)}`,
    blocks: [
      heading(asked.topicTitle),
      lettered(options),
      buttons(...toggles, submit),
      note(
        ...prose(
          `**${refused ? "Not sent yet: " : ""}${pickedWords(picked, wanted)}.** Press a letter again to take it back; pick ${wanted}, then press _Submit_: that is final.`,
        ),
      ),
    ],
  };
}

/** `1 of 2 picked`, `3 picked, 1 too many` */
function pickedWords(picked: number, wanted: number): string {
  return picked <= wanted ? `${picked} of ${wanted} picked` : `${picked} picked, ${picked - wanted} too many`;
}

export function questionBlocks(asked: Asked): readonly Block[] {
  const list = asked.form.kind === "choice" ? [lettered(asked.form.options)] : [];
  return [heading(asked.topicTitle), ...passages(asked.prompt), ...list];
}

export function lettered(options: readonly { readonly body: LetteredOption["body"] }[]): Block {
  return { kind: "options", items: options.map(({ body }, index) => ({ letter: letter(index), body })) };
}

/** The whole question in plain words: what a notification shows and a screen reader says. */
export function summaryOf(lead: string, asked: Asked): string {
  const options = asked.form.kind === "choice" ? asked.form.options : [];
  const lines = options.map((option, index) => `${letter(index)}: ${plainPassages(option.body)}`);
  return [`${lead}: ${asked.topicTitle}.`, plainPassages(asked.prompt), ...lines].join("\n");
}

/** `B`, `A and C` */
export function keyLetters({ form }: Asked): string {
  const options = form.kind === "choice" ? form.options : [];
  return listed(options.flatMap((option, index) => (option.correct ? [letter(index)] : [])));
}

/** The first words of the prompt. */
export function startOf(asked: Asked): string {
  const words = plainPassages(asked.prompt).split(/\s+/);
  return words.length <= 10 ? words.join(" ") : `${words.slice(0, 10).join(" ")} …`;
}

/** `reveal`: where the answer is kept until the close, no button promises to show it. */
export function answerButtons(key: Key, asked: Asked, reveal: Round["reveal"] = "at-once"): Block {
  if (asked.form.kind === "recall") {
    const press = encodeAction({ kind: "show", key });
    const label = reveal === "at-close" ? "I have my answer" : "Show the answer";
    return buttons({ label, press, tone: "primary" });
  }
  const { options } = asked.form;
  const unknown: Button = { label: "I don’t know", press: encodeAction({ kind: "unknown", key }) };
  if (choosesSeveral(options)) {
    return buttons(
      { label: "Answer…", press: encodeAction({ kind: "choose", key }), tone: "primary" },
      unknown,
    );
  }
  const letters = options.map(
    (_, index): Button => ({
      label: letter(index),
      press: encodeAction({ kind: "pick", key, picks: 1 << index }),
      spoken: `Answer ${letter(index)}`,
    }),
  );
  return buttons(...letters, unknown);
}

export function draftedNote(asked: Asked): readonly Block[] {
  const drafted =
    asked.form.kind === "choice" && asked.form.options.some((option) => option.origin === "drafted");
  return drafted
    ? [note(...prose("Options drafted from your notes: they do not count for right and wrong."))]
    : [];
}

function askedAgain(asked: Asked): Message {
  return { summary: asked.topicTitle, blocks: questionBlocks(asked) };
}
