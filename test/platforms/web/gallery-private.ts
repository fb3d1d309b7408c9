import type { Day } from "../../../src/core/calendar.js";
import { buttons, heading, type Message, note, passages } from "../../../src/core/message.js";
import { code, link, paragraph, strong, text } from "../../../src/core/prose.js";

export const thePractice: Message = {
  summary: "Why put RDS Proxy between Lambda functions and an Aurora cluster?",
  blocks: [
    heading("Lambda › With Aurora"),
    ...passages([paragraph("Why put RDS Proxy between Lambda functions and an Aurora cluster?")]),
    {
      kind: "quote",
      lines: [[text("The proxy keeps a pool of open connections and shares it among invocations.")]],
      place: "aws/lambda.md › With Aurora, lines 12 to 15",
      url: "https://notes.example/aws/lambda.md#L12",
    },
    note(strong("How well did you know it?"), text(" Card 3 of 12: 5 due, 7 new.")),
    buttons(
      { label: "Again · 10 min", press: "g.1" },
      { label: "Hard · 4 days", press: "g.2" },
      { label: "Good · 11 days", press: "g.3" },
      { label: "Easy · 24 days", press: "g.4" },
    ),
  ],
};

export const theCode: Message = {
  summary: "Which entry belongs at the dots?",
  blocks: [
    heading("Containers › ECS › Secrets that a container reads when it starts"),
    ...passages([
      paragraph(
        "A database login is kept in Secrets Manager as JSON with the fields ",
        code("user"),
        " and ",
        code("password"),
        ".",
      ),
      {
        kind: "code",
        language: "json",
        code: '"containerDefinitions": [{\n  "name": "orders",\n  "image": "111122223333.dkr.ecr.eu-central-1.amazonaws.com/orders:2026-03",\n  …\n}]',
      },
      {
        kind: "list",
        ordered: false,
        items: [[text("It stands in no file.")], [text("Nor in a task definition.")]],
      },
      { kind: "image", url: "https://notes.example/ecs.png", alt: "The task and its secret" },
      paragraph("Which entry belongs at the dots? See ", link("the notes", "https://notes.example/ecs"), "."),
    ]),
    {
      kind: "options",
      items: [
        {
          letter: "A",
          body: [
            paragraph(
              code(
                '"secrets": [{ "name": "DB_PASSWORD", "valueFrom": "arn:aws:secretsmanager:eu-central-1:111122223333:secret:prod/db-Zk4TqX:password::" }]',
              ),
            ),
          ],
        },
        { letter: "B", body: [paragraph("None of these")] },
      ],
    },
  ],
};

export const theBoard: Message = {
  summary: "March in #aws-study: you are 14th.",
  blocks: [
    heading("March in #aws-study"),
    {
      kind: "table",
      caption: "By the share of your own days that you answered, then by right answers.",
      head: ["Place", "Member", "Answered", "Right"],
      rows: [
        ["1", "Mina", "7 of 7", "7"],
        ["6", "Maximiliane von Hohenberg-Wittelsbach", "7 of 7", "4"],
        ["⋯ 1 more place"],
        ["14", "Ada", "5 of 7", "3"],
      ],
      you: 3,
    },
    note(text("Only you see the part below the tenth place.")),
  ],
};

/** Answered, missed, frozen and away days up to 10 March 2026, which is still open. */
export function theYear(): Message {
  const states = ["answered", "answered", "answered", "frozen", "answered", "rest", "rest"] as const;
  const first = Date.UTC(2025, 3, 1);
  const days = Array.from({ length: 344 }, (_, index) => {
    const at = new Date(first + index * 86_400_000);
    const state = states[(at.getUTCDay() + 6) % 7] ?? "rest";
    const day = at.toISOString().slice(0, 10) as Day;
    if (index === 343) return { day, state: "open" as const };
    if (index < 40) return { day, state: "no question" as const };
    if (index % 31 === 0) return { day, state: "missed" as const };
    return state === "answered" ? { day, state, right: index % 3 !== 0 } : { day, state };
  });
  const sentence =
    "Since May 2025 you answered 174 questions here, 104 of them right. Your longest streak is 99 days.";
  return { summary: sentence, blocks: [heading("20 days in a row"), { kind: "year", days, sentence }] };
}
