import { encodeAction } from "../core/action.js";
import type { Asked } from "../core/asked.js";
import type { Key } from "../core/ids.js";
import { heading, type Message, note, passages, type Questionnaire } from "../core/message.js";
import { paragraph, text } from "../core/prose.js";
import { type Report, type ReportFault, reportFaults } from "../core/report.js";

const labels: Record<ReportFault, string> = {
  "wrong key": "The key is wrong",
  unclear: "It is unclear, or two options fit",
  "out of date": "It is out of date",
  other: "Something else",
};

export function reportForm(key: Key): Questionnaire {
  return {
    title: "Report this question",
    press: encodeAction({ kind: "report", key }),
    fields: [
      {
        name: "fault",
        label: "What is wrong with it?",
        choices: reportFaults.map((fault) => ({ value: fault, label: labels[fault] })),
      },
      { name: "words", label: "In a sentence, for the author", optional: true },
    ],
  };
}

export function reportedMessage(report: Report): Message {
  const words = `Thank you. Your report is kept with its place, ${report.file}:${report.line}, for the author of the notes. Your answer stays as it is.`;
  return { summary: words, blocks: [heading("Reported"), note(text(words))] };
}

/** To the keeper, of the first report of a question. */
export function reportNotice(report: Report, asked: Asked): Message {
  const title = `A question was reported: ${labels[report.fault].toLowerCase()}`;
  return {
    summary: `${title}. ${report.file}:${report.line}`,
    blocks: [
      heading(title),
      ...passages(asked.prompt),
      ...(report.words === "" ? [] : passages([paragraph(`They wrote: ${report.words}`)])),
      note(text(`It stands at ${report.file}:${report.line}. All reports: npx cuecard reports`)),
    ],
  };
}
