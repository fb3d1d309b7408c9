#!/usr/bin/env node
import { Command } from "commander";

const program = new Command("cuecard")
  .description("Turns a team's own Markdown notes into questions.")
  .showHelpAfterError();

program
  .command("check")
  .description("name what an author should look at; ends with 1 where there are errors")
  .argument("[path...]", "files or folders of notes", ["questions/"])
  .option("--format <format>", "text, or github for annotations in a workflow", "text")
  .action(async (paths: readonly string[], { format }: { readonly format: string }) => {
    const { check } = await import("./cli-check.js");
    process.exitCode = await check(paths, format, write);
  });

program
  .command("export")
  .description("write every question and problem as JSON")
  .argument("[path...]", "files or folders of notes", ["questions/"])
  .option("--json", "the only format so far", true)
  .action(async (paths: readonly string[]) => {
    const { exportNotes } = await import("./cli-export.js");
    await exportNotes(paths, write);
  });

/** Resolves when the words are out; whoever reads may close the pipe early, as `head` does. */
function write(words: string): Promise<void> {
  return new Promise((done) => {
    process.stdout.write(words, () => done());
  });
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

await program.parseAsync();
