// Reading notes against markdown-it alone on the same bytes, time against size, what it costs to put the lines of recall
// questions in order, and `cuecard check` on the bundled notes. Pairs are interleaved, so that a noisy neighbour slows both.
import { spawnSync } from "node:child_process";
import MarkdownIt from "markdown-it";
import { phrasebookOf } from "../dist/core/recall/phrases.js";
import { readSection } from "../dist/core/recall/section.js";
import { rankLines } from "../dist/core/recall.js";
import { parseBank } from "../dist/notes/parse-notes.js";
import { parseTerms } from "../dist/notes/parse-terms.js";
import { readBundledTerms, readNotes } from "../dist/notes/read-notes.js";
import { median, tell } from "./measure.mjs";
import { generatedNotes, mega } from "./study.mjs";

const [pairs, warm, rounds, checks] = [15, 10, 7, 7];

/** As `src/notes/document.ts` sets it up. */
const markdown = new MarkdownIt("commonmark", { maxNesting: 40 }).enable("table").disable("strip_references");

function againstMarkdown(what, files, times) {
  const alone = () => {
    for (const { text } of files) markdown.parse(text, {});
  };
  const whole = () => parseBank(files);
  const runs = [];
  for (let nth = -warm; nth < pairs; nth += 1) {
    const own = () => timed(whole, times);
    const other = () => timed(alone, times);
    const pair = nth % 2 === 0 ? [own(), other()] : [other(), own()].reverse();
    if (nth >= 0) runs.push(pair);
  }
  const ratio = median(runs.map(([own, other]) => other / own));
  const speed = sizeOf(files) / mega / (median(runs.map(([own]) => own)) / 1000);
  tell(`${what}, ${speed.toFixed(1)} MB/s, against markdown-it`, ratio.toFixed(2), {
    unit: "×",
    aim: "≥ 0.4 ×",
    kept: ratio >= 0.4,
  });
}

function againstSize() {
  const sizes = [0.1, 1, 10].map((size) => ({ size, files: generatedNotes(size * mega) }));
  const runs = [];
  for (let nth = -1; nth < rounds; nth += 1) {
    const run = sizes.map(({ size, files }) => timed(() => parseBank(files), Math.ceil(2 / size)) / size);
    if (nth >= 0) runs.push(run);
  }
  for (const [at, { size, files }] of sizes.entries()) {
    const { questions, problems } = parseBank(files);
    const time = median(runs.map((run) => run[at])).toFixed(0);
    console.log(`${size} MB: ${time} ms a MB (${questions.length} questions, ${problems.length} problems)`);
  }
  const growth = median(runs.map(([, one, ten]) => ten / one));
  tell("time per MB, ten files of 1 MB against one", growth.toFixed(2), {
    unit: "×",
    aim: "≤ 1.3 ×",
    kept: growth <= 1.3,
  });
}

function againstUnordered(files, terms) {
  const runs = [];
  for (let nth = -warm; nth < pairs; nth += 1) {
    const bare = timed(() => parseBank(files), 8);
    const ordered = timed(() => parseBank(files, terms), 8);
    if (nth >= 0) runs.push(ordered / bare);
  }
  const ratio = median(runs);
  tell("the bundled notes, lines best first, against as read", ratio.toFixed(2), {
    unit: "×",
    aim: "≤ 1.8 ×",
    kept: ratio <= 1.8,
  });
}

/** The lines of all bundled topics as one section, and every recall question put to it. */
function questionTime(files, terms) {
  const asked = parseBank(files).questions.filter(({ from }) => from === "recall list");
  const topics = new Map(asked.map(({ topic, form }) => [topic, form.lines]));
  const lines = [...topics.values()].flat();
  const some = Array.from({ length: 200 }, (_, at) => lines[at % lines.length]);
  const section = readSection(
    some.map((prose) => ({ prose, under: [], isLabel: false })),
    "AWS",
    phrasebookOf(terms),
  );
  const prompts = asked.map(({ prompt }) =>
    prompt.map(({ prose }) => prose.map(({ text }) => text).join("")),
  );
  const runs = Array.from({ length: warm + pairs }, () =>
    timed(() => {
      for (const [words] of prompts) rankLines(section, words);
    }, 1),
  );
  const time = median(runs.slice(warm)) / prompts.length;
  tell("one question over 200 lines", time.toFixed(2), { unit: "ms", aim: "≤ 1 ms", kept: time <= 1 });
}

function checkTime() {
  const times = Array.from({ length: checks }, () => {
    const from = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ["dist/cli.js", "check", "questions"]);
    if (status !== 0) throw new Error(`cuecard check ended with ${status}: ${stderr}`);
    return performance.now() - from;
  });
  const time = median(times);
  tell("cuecard check of the bundled notes", time.toFixed(0), {
    unit: "ms",
    aim: "≤ 300 ms",
    kept: time <= 300,
  });
}

/** Milliseconds for one of so many. */
function timed(work, times) {
  const from = performance.now();
  for (let nth = 0; nth < times; nth += 1) work();
  return (performance.now() - from) / times;
}

function sizeOf(files) {
  return files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
}

const { files } = await readNotes("questions");
againstMarkdown("the bundled notes", files, 8);
againstMarkdown("generated notes", generatedNotes(mega), 1);
againstSize();
const { terms } = parseTerms(await readBundledTerms(), []);
againstUnordered(files, terms);
questionTime(files, terms);
checkTime();
