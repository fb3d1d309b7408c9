import { buttons, heading, letter, type Message, note, passages } from "../../../src/core/message.js";
import { code, paragraph, strong, text, time } from "../../../src/core/prose.js";

const options = [
  "One SQS standard queue that all three services poll",
  "An SNS topic, with an SQS queue of its own subscribed for each service",
  "An SNS topic that calls an HTTPS endpoint of each service directly",
  "A Kinesis data stream that the three read as one consumer application, sharing its checkpoints",
];
const lettered = options.map((words, index) => ({ letter: letter(index), body: [paragraph(words)] }));

/** The daily while it is open; `answers` is the count so far. */
export function theDaily(answers: number): Message {
  return {
    summary: "Messaging: what goes between them?",
    blocks: [
      heading("Messaging › Fan-out with SNS and SQS"),
      ...passages([
        paragraph(
          "An order service announces each order once. Billing, stock and e-mail must each act on every order at their own pace, and an outage of billing for half a day may neither lose an order nor hold up the other two.",
        ),
        paragraph("What goes between them?"),
      ]),
      { kind: "options", items: lettered },
      buttons(
        ...lettered.map((option, index) => ({
          label: option.letter,
          press: `r41.${index}`,
          spoken: `Answer ${option.letter}`,
        })),
        { label: "I don't know", press: "r41.x" },
      ),
      note(
        strong(`${answers} answers so far.`),
        text(" Open until "),
        time(new Date("2026-03-11T08:00:00Z")),
        text("."),
      ),
    ],
  };
}

/** The same after the close. */
export const theReveal: Message = {
  summary: "The key was B.",
  blocks: [
    heading("Storage › EFS"),
    ...passages([paragraph("Which storage leaves the least to operate?")]),
    {
      kind: "options",
      items: [
        {
          letter: "A",
          body: [paragraph("One ", code("io2"), " volume with Multi-Attach, mounted on every instance")],
          answers: 4,
          of: 15,
        },
        {
          letter: "B",
          body: [paragraph("An EFS file system with a mount target in each Availability Zone")],
          mark: "key",
          answers: 9,
          of: 15,
        },
        {
          letter: "C",
          body: [paragraph("An S3 bucket that each instance copies to its disk at boot")],
          answers: 2,
          of: 15,
        },
        { letter: "D", body: [paragraph("Instance store, exported by NFS")], answers: 0, of: 15 },
      ],
    },
    note(strong("9 of 15 right, 60 %."), text(" Closed "), time(new Date("2026-03-10T08:00:00Z")), text(".")),
    ...passages([
      paragraph(
        strong("Why B."),
        " An EFS file system is regional: instances in every zone mount it over NFS at the same time, and it grows and shrinks with what is in it.",
      ),
    ]),
  ],
};

export const theVerdict: Message = {
  summary: "Not this one: the key is B.",
  blocks: [
    heading("Not this one", "wrong"),
    {
      kind: "options",
      items: [
        { letter: "C", body: [paragraph(options[2] ?? "")], mark: "pick" },
        { letter: "B", body: [paragraph(options[1] ?? "")], mark: "key" },
      ],
    },
    ...passages([
      paragraph(
        strong("Why not C."),
        " Unless its policy says otherwise, SNS tries an HTTPS endpoint three more times, and then lets the message go.",
      ),
    ]),
    {
      kind: "quote",
      lines: [
        [text("Publish once to a topic, and give every consumer a queue of its own.")],
        [
          text(
            "A queue keeps messages for four days unless told otherwise, fourteen at most. That is how long a consumer may be down.",
          ),
        ],
      ],
      place: "aws/messaging.md › Fan-out with SNS and SQS, lines 41 to 43",
    },
    note(strong("20 days in a row."), text(" The 20th earned a freeze: you hold 1 of 2.")),
    buttons({ label: "My result", press: "r41.me" }, { label: "Report this question", press: "r41.report" }),
  ],
};

/** Choose two, `picked` as a bit mask. */
export function theToggles(picked: number): Message {
  const of = (index: number) => (picked & (1 << index)) > 0;
  return {
    summary: "Choose two.",
    blocks: [
      heading("Storage › FSx"),
      ...passages([paragraph("Which two steps achieve this? ", strong("Choose two."))]),
      { kind: "options", items: lettered },
      buttons(
        ...lettered.map((option, index) => ({
          label: option.letter,
          press: `x.${picked ^ (1 << index)}`,
          pressed: of(index),
          spoken: of(index) ? `${option.letter}, picked` : option.letter,
        })),
        { label: "Submit", press: `x.${picked}.s`, tone: "primary" },
      ),
    ],
  };
}
