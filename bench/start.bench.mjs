// From the start of the process until the bot is ready, with a thousand questions, against a process that only loads
// the same modules. Run with a mode, this file is the child.
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { median, onDisk, tell } from "./measure.mjs";

const [rounds, files, perFile] = [9, 20, 50];
const [mode, folder] = process.argv.slice(2);

if (mode === undefined) await compare();
else await child();

async function child() {
  const [{ startBot }, { readConfig }, { makeLog }] = await Promise.all(
    ["start", "config", "log"].map((name) => import(`../dist/${name}.js`)),
  );
  if (mode === "load") return process.stdout.write("ready");
  const env = {
    CUECARD_NOTES: join(folder, "notes"),
    CUECARD_DATA: join(folder, mode),
    CUECARD_PLAYGROUND_PORT: "0",
  };
  const world = { clock: () => new Date(), zone: "UTC", log: makeLog("error", false) };
  const running = await startBot(readConfig(env), world);
  process.stdout.write("ready");
  await running.stop();
}

async function compare() {
  await onDisk(async (place) => {
    writeNotes(join(place, "notes"));
    await timed("again", place);
    expectQuestions(join(place, "again"));
    const runs = [];
    for (let nth = 0; nth < rounds; nth += 1) {
      runs.push({
        load: await timed("load", place),
        again: await timed("again", place),
        first: await timed(`first${nth}`, place),
      });
    }
    const of = (name) => median(runs.map((run) => run[name]));
    const over = (name) => median(runs.map((run) => run[name] / run.load));
    console.log(`loading the modules: ${Math.round(of("load"))} ms`);
    for (const [name, what] of [
      ["again", "ready with 1,000 known questions"],
      ["first", "ready with 1,000 new questions"],
    ]) {
      const label = `${what}, ${Math.round(of(name))} ms, against loading`;
      tell(label, over(name).toFixed(2), { unit: "×", aim: "≤ 2 ×", kept: over(name) <= 2 });
    }
  });
}

function expectQuestions(folder) {
  const counts = readdirSync(folder)
    .filter((name) => name.endsWith(".db"))
    .map((name) => new Database(join(folder, name), { readonly: true }))
    .map((sqlite) => sqlite.prepare("select count(*) from question").pluck().get());
  if (!counts.includes(files * perFile))
    throw new Error(`${counts} questions were kept, not ${files * perFile}`);
}

/** Milliseconds from the spawn to the word. */
function timed(mode, place) {
  const from = performance.now();
  const started = spawn(process.execPath, [fileURLToPath(import.meta.url), mode, resolve(place)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let time = Number.NaN;
  started.stdout.once("data", () => {
    time = performance.now() - from;
  });
  return new Promise((done, failed) => {
    started.once("close", (code) =>
      code === 0 ? done(time) : failed(new Error(`${mode} ended with ${code}`)),
    );
  });
}

function writeNotes(notes) {
  mkdirSync(notes);
  for (let file = 0; file < files; file += 1) {
    const questions = Array.from({ length: perFile }, (_, nth) => question(file, nth));
    writeFileSync(join(notes, `port${file}.md`), `# Port ${file}\n\n${questions.join("\n")}`);
  }
}

function question(file, nth) {
  const ship = `ship ${file}-${nth}`;
  return `## The lights of ${ship}

Which light does ${ship} show at night when it enters the harbour under its own power?

- [ ] A green one to port of ${ship}
- [x] A red one to port of ${ship}

  Red is port, on ${ship} as on every other, so that who meets it knows its course.

- [ ] A white one to starboard of ${ship}
- [ ] No light at all on ${ship}
`;
}
