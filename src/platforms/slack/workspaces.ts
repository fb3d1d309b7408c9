import type { Inbox, News } from "../../app/platform.js";
import { identify, standingOf } from "./identity.js";
import type { Installation, Installations } from "./installations.js";
import { teamOf } from "./names.js";
import { SlackFault, type SlackParts } from "./parts.js";
import { openWorkspace, type Workspace } from "./workspace.js";

/** Every workspace that the app is in: the token's own, and those that installed it by themselves. */
export type Workspaces = {
  /** Opens all; one that Slack refuses keeps no other away. Gives what is to be told of them once events can come. */
  gather(): Promise<readonly News[]>;
  get(team: string): Workspace | undefined;
  count(): number;
  /** For what names no workspace, from the days when there was but one. */
  first(): Workspace | undefined;
  /** Resolves when the token is kept, sealed, and the dailies go on. */
  enter(installation: Installation): Promise<void>;
  /** Slack says that the app was taken out: its token is deleted, its dailies are paused. */
  leave(team: string): Promise<void>;
};

export type WorkspacesParts = Pick<SlackParts, "token" | "door" | "api" | "log"> & {
  readonly clock: () => Date;
  readonly inbox: Inbox;
  readonly news: (news: News) => Promise<void>;
  /** Null: there is the token alone. */
  readonly kept: Installations | null;
  /** Keeps an eye on what is under way by itself. */
  readonly track: (work: Promise<void>) => Promise<void>;
};

export function openWorkspaces(parts: WorkspacesParts): Workspaces {
  const { token, log, inbox, clock, news, kept, track } = parts;
  const open = new Map<string, Workspace>();
  const parted = new WeakSet<Workspace>();
  const inTurn = oneByOne();

  function place(installation: Installation): Workspace {
    const { team } = installation;
    const gone = () => void track(part(workspace));
    const workspace = openWorkspace(installation, { ...parts, inbox, clock, gone });
    open.set(team, workspace);
    return workspace;
  }

  async function gather(): Promise<readonly News[]> {
    const own = token === null ? null : await identifyOwn(token);
    const sealed = (await kept?.all()) ?? [];
    if (own) place(own);
    const told = await Promise.all(sealed.map((one) => admit(one, own)));
    const met = own && !sealed.some(({ team }) => team === own.team) ? [joined(own.team)] : [];
    return [...met, ...told.flat()];
  }

  /** A token of the settings that is wrong stops the start where it is all there is. */
  async function identifyOwn(given: string): Promise<Installation | null> {
    try {
      return await identify(given, parts);
    } catch (error) {
      if (kept === null || !(error instanceof SlackFault)) throw error;
      log.error("SLACK_BOT_TOKEN cannot be used: its workspace is not served by it", error);
      return null;
    }
  }

  /** What a workspace installed goes before a token of the settings, unless Slack takes only that. */
  async function admit(sealed: Installation, own: Installation | null): Promise<readonly News[]> {
    const { team, name } = sealed;
    const standing = await standingOf(sealed.token, parts);
    const isOwn = own?.team === team;
    if (standing === "gone") await kept?.remove(team);
    if (standing === "gone" || standing === "barred") {
      if (isOwn) return [joined(team)];
      log.error(`Slack does not take the token of ${name} (${team}): install the app there again`, standing);
      if (standing === "gone") return [left(team)];
    }
    const workspace = place(sealed);
    if (standing === "barred") workspace.end();
    return standing === "good" ? [joined(team)] : [];
  }

  async function enter(installation: Installation): Promise<void> {
    const { team, name } = installation;
    await inTurn(async () => {
      await kept?.put(installation);
      place(installation);
      log.info("a workspace installed the app", { team, name });
      await track(news(joined(team)));
    });
  }

  /** Slack says it again when it was not heard: by then the app may be back. */
  async function leave(team: string): Promise<void> {
    const workspace = open.get(team);
    if (workspace && (await standingOf(workspace.token, parts)) !== "good") await part(workspace);
  }

  async function part(workspace: Workspace): Promise<void> {
    workspace.end();
    const { team } = workspace;
    await inTurn(async () => {
      if (open.get(team) !== workspace || parted.has(workspace)) return;
      await kept?.remove(team);
      parted.add(workspace);
      log.info("the app was taken out of a workspace", { team });
      await news(left(team));
    });
  }

  return {
    ...{ gather, enter, leave },
    get: (team) => open.get(team),
    count: () => open.size,
    first: () => open.values().next().value,
  };
}

const joined = (team: string): News => ({ kind: "joined", workspace: teamOf(team) });
const left = (team: string): News => ({ kind: "left", workspace: teamOf(team) });

/** Steps that would get in each other's way: what was removed last must not take away what came after it. */
function oneByOne(): (step: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (step) => {
    const mine = last.then(step);
    last = mine.catch(() => {});
    return mine;
  };
}
