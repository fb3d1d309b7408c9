import { encodeAction } from "../core/action.js";
import type { Asked } from "../core/asked.js";
import type { Key } from "../core/ids.js";
import {
  type Block,
  buttons,
  type Field,
  heading,
  letter,
  type Message,
  note,
  passages,
  type Questionnaire,
} from "../core/message.js";
import type { KeeperMessage } from "../core/notice.js";
import { code, type Passage, paragraph, plainPassages, strong, text } from "../core/prose.js";
import { picksProposed, type Report, type ReportFault, reportFaults, reportKey } from "../core/report.js";
import { lettered } from "./question.js";
import { prose } from "./words.js";

const labels: Record<ReportFault, string> = {
  "wrong key": "The key is wrong",
  unclear: "It is unclear, or two options fit",
  "out of date": "It is out of date",
  other: "Something else",
};

/** `before`: what the same person said of it already, filled in. */
export function reportForm(key: Key, asked: Asked, before: Report | null): Questionnaire {
  return {
    title: "Report this question",
    press: encodeAction({ kind: "report", key }),
    about: aboutBlocks(asked),
    fields: [
      {
        name: "fault",
        label: "What is wrong with it?",
        choices: reportFaults.map((fault) => ({ value: fault, label: labels[fault] })),
        ...(before ? { value: before.fault } : {}),
      },
      ...lettersField(asked, before),
      {
        name: "words",
        label: "In a sentence, for the author",
        optional: true,
        ...(before ? { value: before.words } : {}),
      },
    ],
  };
}

/** So that nobody has to remember what B was: the question's beginning, and each option's under its letter. */
function aboutBlocks({ topicTitle, prompt, form }: Asked): readonly Block[] {
  const topic = beginning([paragraph(topicTitle)], 80);
  const start = passages([paragraph(strong(`${topic}:`), ` ${beginning(prompt, 300)}`)]);
  if (form.kind !== "choice") return start;
  const most = Math.min(100, Math.floor(1500 / form.options.length));
  const options = form.options.map(({ body }) => ({ body: [paragraph(beginning(body, most))] }));
  return [...start, lettered(options)];
}

function beginning(body: readonly Passage[], most: number): string {
  const words = Array.from(plainPassages(body).replace(/\s+/g, " ").trim());
  return words.length <= most ? words.join("") : `${words.slice(0, most - 1).join("")}…`;
}

/** Letters that are typed, because often two are right where one was asked for. */
function lettersField(asked: Asked, before: Report | null): readonly Field[] {
  if (asked.form.kind !== "choice") return [];
  const value = before?.proposed ? { value: lettersOf(asked, before.proposed) } : {};
  const hint = "Such as B, or A, C";
  return [{ name: "letters", label: "Which letters are right?", optional: true, hint, ...value }];
}

function lettersOf(asked: Asked, proposed: readonly string[]): string {
  const picks = picksProposed(asked, proposed);
  const count = asked.form.kind === "choice" ? asked.form.options.length : 0;
  const places = Array.from({ length: count }, (_, at) => at).filter((at) => picks & (1 << at));
  return places.map(letter).join(", ");
}

export function reportedMessage(report: Report): Message {
  const words = `Thank you. Your report is kept with its place, ${report.file}:${report.line}, for the author of the notes. Your answer stays as it is.`;
  return { summary: words, blocks: [heading("Reported"), note(text(words))] };
}

/** The report is kept, but what stood in the field for letters names none. */
export function misreadLettersMessage(key: Key, asked: Asked, letters: string): Message {
  const last = letter((asked.form.kind === "choice" ? asked.form.options.length : 1) - 1);
  const start = Array.from(letters.trim()).slice(0, 40).join("");
  const words = `Your report is kept, but I could not read “${start}” as letters of this question, which go from A to ${last}.`;
  return {
    summary: words,
    blocks: [
      heading("Reported, but for the letters"),
      note(text(words)),
      note(...prose("Press _Report this question_ to add them: what you wrote is still there.")),
      buttons({ label: "Report this question", press: encodeAction({ kind: "report", key }) }),
    ],
  };
}

/**
 * To the keeper. It says what is proposed and not what the key is: keepers answer too. Where the channel reads it, before
 * the close perhaps, it is left at the place.
 */
export function reportNotice(report: Report, asked: Asked): KeeperMessage {
  const title = `A question was reported: ${labels[report.fault].toLowerCase()}`;
  const proposed = report.proposed ?? [];
  const should = proposed.length === 1 ? "This should be the key:" : "These should be the key together:";
  const summary = `${title}. ${report.file}:${report.line}`;
  const start = [heading(title), ...passages(asked.prompt)];
  const end = note(
    text(`It stands at ${report.file}:${report.line}. This report: `),
    code(`npx cuecard reports ${reportKey(report)}`),
    text(" · all reports: "),
    code("npx cuecard reports"),
  );
  return {
    summary,
    blocks: [
      ...start,
      ...(report.words === "" ? [] : passages([paragraph(`They wrote: ${report.words}`)])),
      ...(proposed.length === 0
        ? []
        : passages([
            paragraph(should),
            { kind: "list", ordered: false, items: proposed.map((words) => [text(words)]) },
          ])),
      end,
    ],
    inChannel: { summary, blocks: [...start, end] },
  };
}
