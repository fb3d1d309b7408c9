import { expect, test } from "vitest";
import { parseCommand } from "../../src/core/command.js";
import { misreadMessage } from "../../src/views/misread.js";
import { see } from "../support/plain-message.js";

/** What somebody is told who types this. */
function told(words: string): string {
  const command = parseCommand(words);
  if (command.kind !== "misread") throw new Error(`${words} was understood`);
  const message = misreadMessage(words, command.fault);
  const { text } = see(message);
  for (const line of message.summary.split(/(?<=[.:]) /))
    expect(text.replaceAll(" · ", ", ")).toContain(line);
  return text;
}

test("a word that is none is answered with every word that works there", () => {
  const year = told("leaderboard year");
  expect(year).toContain("I do not know what “year” means there. These work:");
  for (const use of ["month", "streak", "longest"]) expect(year).toContain(`/leaderboard ${use}`);
  expect(told("streak whhy")).toContain(
    "/streak · /streak why · /streak away 2026-08-01..2026-08-14 · /streak away off",
  );
  expect(told("mydata forget")).toContain("/mydata export · /mydata delete");
  expect(told("daily dance")).toContain("/daily pause · /daily resume");
});

test.each(["remove", "stop", "delete", "end"])(
  "/daily %s is answered with the pause that there is",
  (word) => {
    expect(told(`daily ${word}`)).toMatch(new RegExp(`“${word}”.*/daily pause.*/daily resume`));
  },
);

test("a word that needs more behind it is answered with what, and with an example", () => {
  expect(told("daily off")).toContain("/daily off 2026-12-24..2027-01-02");
  expect(told("daily on")).toContain("/daily on 2026-12-31");
  expect(told("daily move")).toContain("/daily move #channel");
});

test("a setting with a value that it cannot have is answered with those that it can", () => {
  expect(told("practice set new=1000")).toContain("new takes a whole number from 0 to 100.");
  expect(told("practice set retention=99")).toContain("retention takes a whole number from 70 to 97.");
  expect(told("practice set colour=red")).toContain("“colour=red” is no setting.");
});

test("a time in words is answered with how times are written, and a zone with how zones are", () => {
  expect(told("reminder half past five")).toContain("“half past five” is neither a time nor a time zone");
  expect(told("reminder half past five")).toContain(
    "Times are written like 17:30, zones by IANA name, such as",
  );
  expect(told("reminder berlin")).toContain("Europe/Berlin");
  expect(told("reminder 5pm")).toMatch(/“5pm” is no time of day.*17:30/);
});

test("a date that does not exist is told from a range that is turned round, and from what is neither", () => {
  expect(told("daily off 2026-02-30")).toContain("“2026-02-30” is a date that does not exist.");
  expect(told("streak away 2026-12-31..2026-12-24")).toContain(
    "“2026-12-31..2026-12-24” ends before it begins. Write the earlier date first: 2026-12-24..2026-12-31",
  );
  expect(told("streak away next week")).toContain("“next week” is no range of dates.");
});

test.each(["show", "pause", "resume", "now", "preview", "skip"])(
  "/daily %s does nothing where words stand behind it, and says so",
  (word) => {
    expect(told(`daily ${word} please`)).toContain(
      `“please” means nothing there, so nothing was done. Say /daily ${word} alone.`,
    );
  },
);

test("a day that is to be skipped by its date is sent to the command for dates", () => {
  expect(told("daily skip 2026-12-24")).toContain("/daily off 2026-12-24");
});

test("all topics and some of them are not taken together", () => {
  for (const words of ["all hive", "hive ALL"])
    expect(told(`daily topics ${words}`)).toMatch(/“all” stands alone.*\/daily topics hive$/m);
});

test("more dates than a year has are refused, as many as a leap year has are not", () => {
  expect(told("daily off 2026-12-24..2036-12-24")).toContain("is more than 366 dates");
  expect(told("daily on 2028-01-01..2029-01-01")).toContain("is more than 366 dates");
  expect(parseCommand("daily off 2028-01-01..2028-12-31").kind).toBe("daily");
});
