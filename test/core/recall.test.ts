import { describe, expect, test } from "vitest";
import { plain, text } from "../../src/core/prose.js";
import { phrasebookOf } from "../../src/core/recall/phrases.js";
import { readSection } from "../../src/core/recall/section.js";
import { closestLines, rankByWords, rankLines } from "../../src/core/recall.js";
import { noTerms, type Terms } from "../../src/core/terms.js";

const lineOf = (words: string) => ({ prose: [text(words)], under: [], isLabel: false });

/** The lines in the order in which they answer. */
function ranked(question: string, lines: readonly string[], terms: Terms = noTerms, heading = "Notes") {
  const section = readSection(lines.map(lineOf), heading, phrasebookOf(terms));
  return rankLines(section, question).map((at) => lines[at]);
}

describe("the form of a question tells lines apart that hold the same words", () => {
  test.each([
    ["How long does the dough rest?", "The dough rests covered.", "The dough rests for two hours."],
    ["How often is the starter fed?", "The starter is fed with rye.", "The starter is fed twice a day."],
    ["How many eggs are in the dough?", "Eggs make the dough soft.", "The dough has 3 eggs."],
    ["When is the dough ripe?", "The dough is ripe and soft.", "The dough is ripe once it has doubled."],
    ["Why is the loaf scored?", "The loaf is scored by hand.", "The loaf is scored so that it can open."],
    ["How do you cool a loaf?", "The rack will cool a loaf.", "To cool a loaf take a rack."],
    ["How long may one sleep?", "Nobody on board knows that.", "Seven hours below deck."],
    [
      "What of the dinghy?",
      "Every summer the master sails a dinghy.",
      "A dinghy the master sails every summer.",
    ],
    [
      "What is the difference between a biga and a poolish?",
      "A biga and a poolish are made the day before.",
      "A biga is stiff, while a poolish is liquid.",
    ],
    [
      "Should the oven be opened?",
      "The oven is opened by its door.",
      "The oven is better left shut than opened.",
    ],
    ["What is a poolish?", "Baguettes are made with a poolish.", "A poolish is a liquid pre-ferment."],
    ["Describe lamination.", "Butter is needed for lamination.", "Butter is cold. Lamination folds it in."],
    ["What does NFS stand for?", "NFS is fast, NFS is old.", "It is based on Network File System (NFS)."],
    ["What does salt do?", "Tight gluten needs salt.", "Salt tightens the gluten."],
  ])("%s", (question, other, answer) => {
    expect(ranked(question, [other, answer])[0]).toBe(answer);
    expect(ranked(question, [answer, other])[0]).toBe(answer);
  });

  test("of lines that define the first was written to introduce", () => {
    const lines = ["Yeast is a fungus that raises dough.", "Yeast is sold in cubes of 42 g."];
    expect(ranked("What is yeast?", lines)[0]).toBe(lines[0]);
    expect(ranked("What is yeast?", lines.toReversed())[0]).toBe(lines[1]);
  });
});

describe("words that are the same though they are written otherwise", () => {
  test.each([
    ["How are objects replicated?", "Replication copies each object."],
    ["Who kept it?", "The owner keeps a spare."],
    ["Is it organised?", "An organization of sailors."],
    ["What is a VLAN for?", "A virtual LAN parts one switch in several."],
    ["Which Availability Zones are near?", "Two AZs are ours."],
    ["What is sent to the DLQ?", "What fails three times lands in the dead-letter queue."],
    ["How does a failover work?", "It fails over to the second node."],
    ["When does it time out?", "The timeout is 30 seconds."],
    ["Where do I find the secret?", "`secretOptions` is for the log driver."],
    ["What does Multi-Attach ask for?", "To attach a volume twice take a cluster."],
    ["Wo liegt ein Schlauch?", "Schläuche sind im Regal."],
    ["Какие сети видны гостям?", "Гости видят сеть 20."],
    ["保存期間はどれくらいですか", "データの保存期間は七日。"],
  ])("%s", (question, answer) => {
    expect(ranked(question, ["This line says something else.", answer, "So does this."])[0]).toBe(answer);
  });

  const terms: Terms = {
    ...noTerms,
    makers: ["Acme"],
    terms: [{ name: "Depth Sounder", aliases: ["echo sounder", "fishfinder"] }],
    synonyms: [["cheap", "low cost"]],
  };
  test("names, aliases and synonyms come from the data of the field", () => {
    const lines = ["The Acme radio has a screen.", "The Acme fishfinder has a low cost."];
    expect(ranked("What does the echo sounder have?", lines, terms)[0]).toBe(lines[1]);
    expect(ranked("What is cheap?", lines, terms)[0]).toBe(lines[1]);
    expect(ranked("What does the echo sounder have?", lines)[0]).toBe(lines[0]);
  });

  test("a maker's name tells no line from another", () => {
    const lines = ["Acme.", "The radio is by the door."];
    expect(ranked("Is it an Acme radio?", lines, terms)[0]).toBe(lines[1]);
    expect(ranked("Is it an Acme radio?", lines)[0]).toBe(lines[0]);
  });
});

test("where the question names the heading, that tells no line from another", () => {
  const lines = ["Radar is radar.", "Rain hides ships."];
  expect(ranked("What does radar do in rain?", lines, noTerms, "Radar")[0]).toBe(lines[1]);
  expect(ranked("What does radar do in rain?", lines, noTerms, "Fog")[0]).toBe(lines[0]);
});

test("numbers are the same in letters and in figures", () => {
  const lines = ["It boils after 5 minutes.", "It is done after 20 minutes."];
  expect(ranked("What happens after twenty minutes?", lines)[0]).toBe(lines[1]);
  expect(ranked("What happens after five minutes?", lines.toReversed())[0]).toBe(lines[0]);
});

test("a name with figures or capitals inside is meant more than a word", () => {
  const lines = ["Storage is sold by size.", "EFS is sold by size."];
  expect(ranked("Is EFS storage?", lines)[0]).toBe(lines[1]);
});

test("what is named beside the question weighs less", () => {
  const lines = ["A stream holds the old image.", "A stream can hold more: the new image too."];
  expect(ranked("Can it hold more than the old image?", lines)[0]).toBe(lines[1]);
});

test("equals stay in the order of the notes, and nothing is left out", () => {
  const lines = ["One thing.", "Another thing.", "A third thing."];
  expect(ranked("Who paints?", lines)).toEqual(lines);
  expect(ranked("", lines)).toEqual(lines);
  expect(ranked("Who paints?", [])).toEqual([]);
});

describe("the lines that are quoted beside a verdict", () => {
  const lines = ["EFS spans zones", "EBS stays in one zone", "S3 is cheap", "EFS is shared", "Nothing"].map(
    (line) => [text(line)],
  );
  test("at most three, the nearest first, none that shares no word", () => {
    const near = (about: string) => closestLines(lines, about).map(plain);
    expect(near("What EFS share is there, in which zone?")).toEqual([
      "EFS is shared",
      "EFS spans zones",
      "EBS stays in one zone",
    ]);
    expect(near("A cheap one")).toEqual(["S3 is cheap"]);
    expect(near("EFS, EBS and S3: zones, cheap, shared")).toHaveLength(3);
    expect(near("kinesis")).toEqual([]);
    expect(closestLines([], "efs")).toEqual([]);
  });
});

test("no text breaks it, however odd or long", () => {
  const odd = [
    "",
    " ",
    "a",
    "-",
    "'s",
    "A-",
    "\u0301",
    "🎣🎣",
    "�",
    "@@@",
    "(NFS)",
    "NFS",
    "ß",
    "a-".repeat(50_000),
  ];
  const long = ["x".repeat(100_000), "word ".repeat(20_000), "AB ".repeat(20_000), "Ünïcödé ".repeat(5_000)];
  const all = [...odd, ...long];
  const section = readSection(all.map(lineOf), "", phrasebookOf(noTerms));
  for (const question of all) {
    expect(rankLines(section, question).toSorted((a, b) => a - b)).toEqual([...all.keys()]);
    expect(rankByWords(section, question)).toHaveLength(all.length);
  }
});
