import { createHash } from "node:crypto";
import { type REST, Routes } from "discord.js";
import type { Drawer } from "../../app/platform.js";
import { commandList } from "../../core/command.js";
import { declareCommands } from "./commands.js";
import type { Log } from "./parts.js";

const drawerName = "commands";

/** Tells Discord of the commands, in one stroke, when they are not what it was told last. A failure waits for the next start. */
export async function registerCommands(
  rest: REST,
  application: string,
  { drawer, log }: { readonly drawer: Drawer; readonly log: Log },
): Promise<void> {
  const body = declareCommands(commandList);
  const print = createHash("sha256")
    .update(JSON.stringify([application, body]))
    .digest("base64url");
  try {
    if ((await drawer.get(drawerName)) === print) return;
    await rest.put(Routes.applicationCommands(application), { body });
    await drawer.put(drawerName, print);
    log.info("Discord was told of the commands", { commands: body.length });
  } catch (error) {
    log.error("Discord could not be told of the commands: those of before stay until the next start", error);
  }
}
