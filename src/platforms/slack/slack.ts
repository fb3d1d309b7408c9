import { setTimeout as sleep } from "node:timers/promises";
import type { Finding, Inbox, News, Place, Platform, Posting, Receipt } from "../../app/platform.js";
import type { ChannelId, Key, PersonId } from "../../core/ids.js";
import type { Message } from "../../core/message.js";
import { readAct } from "./acts.js";
import type { Entrance, Envelope } from "./door.js";
import { findMessage } from "./find.js";
import { openHttp } from "./http.js";
import { installOptions } from "./install.js";
import { openInstallations } from "./installations.js";
import { markedHome, teamsIn } from "./mark.js";
import { groupIn, readPerson, readReceipt, readTeam } from "./names.js";
import { newsOf } from "./news.js";
import { oauthOf, type SlackParts } from "./parts.js";
import { withPrefix } from "./prefix.js";
import { renderHome } from "./render.js";
import { respond } from "./respond.js";
import { openSockets } from "./socket.js";
import { turnAway } from "./turn-away.js";
import type { Workspace } from "./workspace.js";
import { openWorkspaces, type Workspaces } from "./workspaces.js";

/** Slack, over Bolt’s receivers. `start` rejects with a SlackFault that names the cure. */
export function createSlack(parts: SlackParts): Platform {
  const { log, door, drawer } = parts;
  const clock = parts.clock ?? (() => new Date());
  const oauth = oauthOf(door);
  let open: Open | undefined;
  let isStopping = false;
  const under = new Set<Promise<void>>();

  const track = (work: Promise<void>): Promise<void> => {
    const running = work.catch((error: unknown) => log.error("something on Slack was not taken in", error));
    under.add(running);
    return running.finally(() => under.delete(running));
  };

  async function start(inbox: Inbox, news: (news: News) => Promise<void>): Promise<void> {
    isStopping = false;
    const kept = oauth && (await openInstallations(drawer, oauth.secret));
    const workspaces = openWorkspaces({ ...parts, clock, inbox, news, kept, track });
    const told = await workspaces.gather();

    const take = async ({ body, ack }: Envelope): Promise<void> => {
      if (isStopping) return;
      const workspace = teamsIn(body).map(workspaces.get).find(Boolean);
      const gone = workspace ? newsOf(body, workspace.team, workspace.me) : null;
      if (!workspace || (workspace.isDead() && !gone))
        return await turnAway(body, ack, oauth ? "by themselves" : "never");
      const act = gone ? null : readAct(body, workspace.team, clock());
      if (act && act.user !== workspace.me && workspace.isNew(act.id)) {
        return await track(respond(act, ack, workspace.desk));
      }
      await ack();
      if (gone) await track(gone.kind === "left" ? workspaces.leave(workspace.team) : news(gone));
    };
    const entrance = entranceOf({ ...parts, clock }, take, workspaces);
    await entrance.open();
    open = { workspaces, entrance };
    log.info("Slack is connected", { workspaces: workspaces.count() });
    for (const one of told) await track(news(one));
  }

  async function stop(): Promise<void> {
    isStopping = true;
    const entrance = open?.entrance;
    await Promise.race([Promise.allSettled(under), sleep(longestDrain, undefined, { ref: false })]);
    open = undefined;
    await entrance?.close();
  }

  function workspaceAt(place: Place): Workspace | undefined {
    const team = teamAt(place);
    return team === null ? open?.workspaces.first() : open?.workspaces.get(team);
  }

  async function find(place: Place, key: Key, since: Date): Promise<Finding> {
    const workspace = workspaceAt(place);
    const spot = await workspace?.outbox.spotOf(place).catch(() => null);
    if (!workspace || !spot) return { kind: "unreadable" };
    const { team, me, lines } = workspace;
    return await findMessage(lines.posts, spot, { key, since, me, team });
  }

  async function home(person: PersonId, message: Message): Promise<void> {
    const workspace = workspaceAt({ kind: "direct", person });
    const user = workspace && !workspace.isDead() && readPerson(workspace.team, person);
    if (!user) return;
    const view = markedHome(renderHome(message), workspace.team);
    await workspace.desk.answers.views.publish({ user_id: user, view });
  }

  /** A mention is of a group that there is: Slack made it. */
  async function tells(channel: ChannelId, group: string): Promise<boolean | null> {
    if (groupIn(group) !== null) return true;
    const known = workspaceAt({ kind: "channel", id: channel })?.desk.known;
    return (await known?.isGroup(group.replace(/^@/, ""))) ?? null;
  }

  async function groupName(channel: ChannelId, group: string): Promise<string | null> {
    const id = groupIn(group);
    if (id === null) return group;
    const handle = await workspaceAt({ kind: "channel", id: channel })?.desk.known.handleOf(id);
    return handle ? `@${handle}` : null;
  }

  /** Nothing is said before the start and after the end; where the app is not installed, nothing for good. */
  const elsewhere = (): Posting =>
    open
      ? { kind: "refused", reason: "removed", detail: "the app is not installed in that workspace" }
      : { kind: "later", notBefore: new Date(clock().getTime() + 60_000) };
  const platform: Platform = {
    ...{ name: "slack", draws: true, explainsInThread: true, start, stop, find, home, tells, groupName },
    connected: () => open?.entrance.connected() ?? false,
    post: async (place: Place, message: Message, key: Key) =>
      workspaceAt(place)?.outbox.post(place, message, key) ?? elsewhere(),
    edit: async (receipt: Receipt, message: Message) =>
      workspaceAt({ kind: "thread", under: receipt })?.outbox.edit(receipt, message) ?? elsewhere(),
  };
  return parts.prefix ? withPrefix(platform, parts.prefix) : platform;
}

type Open = { readonly workspaces: Workspaces; readonly entrance: Entrance };

function teamAt(place: Place): string | null {
  switch (place.kind) {
    case "channel":
      return readTeam(place.id);
    case "direct":
      return readTeam(place.person);
    case "thread":
      return readReceipt(place.under).team;
  }
}

function entranceOf(
  parts: SlackParts & { readonly clock: () => Date },
  take: (envelope: Envelope) => Promise<void>,
  workspaces: Workspaces,
): Entrance {
  const { door, api, log } = parts;
  switch (door.kind) {
    case "socket":
      return openSockets({ appToken: door.appToken, api, log, take });
    case "http": {
      const { workspaces: served = null, prefix = "", clock } = parts;
      const about = { api, log, clock, served, prefix, enter: workspaces.enter };
      return openHttp(door, {
        take,
        log,
        api,
        installs: door.oauth ? installOptions(door.oauth, about) : {},
      });
    }
  }
}

/** How long `stop` waits for what is under way. */
const longestDrain = 5000;
