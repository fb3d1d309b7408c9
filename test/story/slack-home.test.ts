import { expect, test } from "vitest";
import { textOf } from "../fakes/slack/reading.js";
import type { View } from "../fakes/slack/world.js";
import { openSlackBot } from "../support/slack-bot.js";
import { signals } from "./signals.js";
import { berlin } from "./telling.js";

test("on Slack the home tab sets and stops the reminder, and changes how somebody practises", async () => {
  const bot = await openSlackBot({ notes: signals(3), now: berlin("2026-03-09 08:00") });
  const ada = bot.acme.person("Ada", { tz: "Europe/Berlin" });
  const words = (view: View | null) =>
    textOf({ text: "", blocks: (view?.content.blocks ?? []) as never }, "Europe/Berlin");
  const home = () => {
    const view = ada.home();
    if (!view) throw new Error("no home");
    return view;
  };
  const said = () => ada.directMessages()[0]?.text ?? "";

  expect(words(await ada.opensHome())).toContain("None: I write to you only when asked.");
  await ada.presses(home(), "Remind me at 17:30");
  await expect.poll(() => words(home())).toContain("Each day at 17:30 (Europe/Berlin)");
  await expect.poll(said).toContain("Each day at 17:30 (Europe/Berlin)");
  await ada.presses(home(), "Stop reminders");
  await expect.poll(() => words(home())).toContain("None: I write to you only when asked.");

  expect(words(home())).toContain("New cards a day: 10.");
  await ada.presses(home(), "Change how I practise…");
  const form = ada.modal();
  if (!form) throw new Error("no form");
  await ada.submits(form, { new: "15", retention: "85" });
  await expect.poll(() => words(home())).toMatch(/New cards a day: 15\. .*: 85\s%\./);
  await expect.poll(said).toContain("New cards a day: 15.");
  await bot.quiet();
});
