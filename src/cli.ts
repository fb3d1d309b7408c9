#!/usr/bin/env node
import { existsSync } from "node:fs";
import { Command } from "commander";

/** What was typed cannot be done, and its words say why. */
class CommandFault extends Error {
  override readonly name = "CommandFault";
}

const program = new Command("cuecard")
  .description("Turns a team's own Markdown notes into questions.")
  .showHelpAfterError();

const asked = "files or folders of notes; without any, what CUECARD_NOTES names, else questions";

program
  .command("check")
  .description("name what an author should look at; ends with 1 where there are errors")
  .argument("[path...]", asked)
  .option("--format <format>", "text, or github for annotations in a workflow", "text")
  .action(async (paths: readonly string[], { format }: { readonly format: string }) => {
    const { check } = await import("./cli-check.js");
    process.exitCode = await check(orOwn(paths), format, write);
  });

program
  .command("export")
  .description("write every question and problem as JSON")
  .argument("[path...]", asked)
  .option("--json", "the only format so far", true)
  .action(async (paths: readonly string[]) => {
    const { exportNotes } = await import("./cli-export.js");
    process.exitCode = await exportNotes(orOwn(paths), write);
  });

program
  .command("backup")
  .description("copy the database, also while the bot runs")
  .argument("<file>", "where the copy goes")
  .option("--overwrite", "replace a file that stands there", false)
  .action(async (file: string, { overwrite }: { readonly overwrite: boolean }) => {
    const { backupDatabase } = await import("./cli-database.js");
    await backupDatabase(process.env, { file, overwrite }, write);
  });

program
  .command("restore")
  .description(
    "put a backup in the database's place, while the bot is stopped; the old one is kept beside it",
  )
  .argument("<file>", "the backup")
  .action(async (file: string) => {
    const { restoreDatabase } = await import("./cli-database.js");
    await restoreDatabase(process.env, { file, now: new Date() }, write);
  });

program
  .command("reports")
  .description("list what members reported of questions, newest first, proposed keys as diffs to apply")
  .argument("[report]", "only this one: the name that it is listed under")
  .option("--json", "for other programs", false)
  .action(async (id: string | undefined, { json }: { readonly json: boolean }) => {
    const { listReports } = await import("./cli-reports.js");
    await listReports(process.env, { json, id }, write);
  });

program
  .command("doctor")
  .description(
    "look at notes, database, zones, disk and versions, or at a platform; ends with 1 where something is to be done",
  )
  .argument("[platform]", "discord or slack: its tokens, commands and rights, and what invites the bot")
  .action(async (platform: string | undefined) => {
    if (platform) {
      const { examinePlatform } = await import("./cli-doctor-platform.js");
      process.exitCode = await examinePlatform(process.env, platform, write);
    } else {
      const { examine } = await import("./cli-doctor.js");
      process.exitCode = await examine(process.env, write);
    }
  });

program
  .command("health")
  .description("whether the running bot was connected within three minutes; ends with 1 where it was not")
  .action(async () => {
    const { health } = await import("./cli-doctor.js");
    process.exitCode = await health(process.env, new Date(), write);
  });

program
  .command("manifest")
  .description("print what a platform is told of the app: slack")
  .argument("<platform>", "slack")
  .option("--prefix <word>", "goes before each command, where another app has the names already")
  .option("--url <address>", "where the bot can be reached in HTTP mode; without it, Socket Mode")
  .action(async (platform: string, wishes: { readonly prefix?: string; readonly url?: string }) => {
    if (platform !== "slack") throw new CommandFault(`There is no manifest for ${platform}: only for slack.`);
    if (existsSync(".env")) process.loadEnvFile(".env");
    const { slackManifestText } = await import("./platforms/slack/manifest.js");
    await write(slackManifestText({ prefix: process.env.SLACK_COMMAND_PREFIX ?? "", ...wishes }));
  });

program
  .command("forget")
  .description("delete the sealed tokens of workspaces that installed the app, while the bot is stopped")
  .argument("<platform>", "slack")
  .argument("[workspace...]", "their ids, such as T024; without any, all")
  .action(async (platform: string, teams: readonly string[]) => {
    if (platform !== "slack") throw new CommandFault(`Nothing is sealed for ${platform}: only for slack.`);
    const { forgetSlack } = await import("./cli-database.js");
    await forgetSlack(process.env, teams, write);
  });

/** The notes that the bot is started with, where no path is given. */
function orOwn(paths: readonly string[]): readonly string[] {
  if (paths.length > 0) return paths;
  if (existsSync(".env")) process.loadEnvFile(".env");
  return [process.env.CUECARD_NOTES || "questions/"];
}

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

try {
  await program.parseAsync();
} catch (cause) {
  // What a person can cure is said in its own words; anything else shows where it came from.
  const told = cause instanceof Error && cause.name.endsWith("Fault");
  process.stderr.write(`${told ? cause.message : cause instanceof Error ? cause.stack : String(cause)}\n`);
  process.exitCode = 1;
}
