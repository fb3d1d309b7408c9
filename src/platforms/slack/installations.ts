import type { Drawer } from "../../app/platform.js";
import { objectOf, stringIn } from "./body.js";
import { SlackFault } from "./parts.js";
import { makeSeal, type Seal } from "./seal.js";

/** The app in one workspace; `me`: the bot’s own user there. */
export type Installation = {
  readonly team: string;
  /** What the workspace calls itself. */
  readonly name: string;
  readonly me: string;
  readonly token: string;
};

/** The workspaces that installed the app by themselves, their tokens sealed. */
export type Installations = {
  /** Rejects with a SlackFault where one of them does not open, and changes nothing. */
  all(): Promise<readonly Installation[]>;
  put(installation: Installation): Promise<void>;
  remove(team: string): Promise<void>;
};

export async function openInstallations(drawer: Drawer, secret: string): Promise<Installations> {
  const seal = await makeSeal(secret);
  return {
    async all() {
      const rows = (await drawer.all()).filter(({ name }) => name.startsWith(prefix));
      const read = rows.map(({ name, value }) => readOne(seal, name, value));
      const shut = rows.filter((_, at) => read[at] === null).map(({ name }) => name.slice(prefix.length));
      if (shut.length > 0) throw new SlackFault(wrongSecret(shut));
      return read.filter((one) => one !== null);
    },
    put: ({ team, ...rest }) =>
      drawer.put(`${prefix}${team}`, seal.close(`${prefix}${team}`, JSON.stringify(rest))),
    remove: (team) => drawer.remove(`${prefix}${team}`),
  };
}

/** Deletes the sealed tokens of these workspaces, or of all; gives those that there were. Needs no secret. */
export async function forgetInstallations(
  drawer: Drawer,
  teams: readonly string[],
): Promise<readonly string[]> {
  const all = (await drawer.all()).filter(({ name }) => name.startsWith(prefix));
  const found = all
    .map(({ name }) => name.slice(prefix.length))
    .filter((team) => teams.length === 0 || teams.includes(team));
  for (const team of found) await drawer.remove(`${prefix}${team}`);
  return found;
}

/** How the drawer names them, `installation T024`. */
const prefix = "installation ";

function readOne(seal: Seal, name: string, value: string): Installation | null {
  const words = seal.open(name, value);
  if (words === null) return null;
  const { name: called, me, token } = objectOf(words);
  return {
    team: name.slice(prefix.length),
    name: stringIn(called),
    me: stringIn(me),
    token: stringIn(token),
  };
}

function wrongSecret(teams: readonly string[]): string {
  const few = teams.slice(0, 5).join(", ");
  const which = teams.length > 5 ? `${few} and ${teams.length - 5} more` : few;
  return `CUECARD_SECRET does not open what was sealed for ${which}: set it to what it was when these workspaces installed the app. Nothing was changed. If the old one is lost, npx cuecard forget slack forgets their tokens and keeps everything else; then let them install the app again.`;
}
