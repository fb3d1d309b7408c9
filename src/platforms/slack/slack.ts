import { setTimeout as sleep } from "node:timers/promises";
import type { Finding, Inbox, News, Place, Platform, Posting, Receipt } from "../../app/platform.js";
import type { Key, PersonId } from "../../core/ids.js";
import type { Message } from "../../core/message.js";
import { readAct } from "./acts.js";
import { openAnswers } from "./answer-url.js";
import type { Entrance, Envelope } from "./door.js";
import { findMessage } from "./find.js";
import { foreign, openHttp } from "./http.js";
import { type Identity, identify } from "./identity.js";
import { openKnown } from "./known.js";
import { type Lines, openLines } from "./lines.js";
import { readPerson, teamOf } from "./names.js";
import { newsOf } from "./news.js";
import { type Outbox, openOutbox } from "./outbox.js";
import type { SlackParts } from "./parts.js";
import { renderHome } from "./render.js";
import { respond } from "./respond.js";
import { openSeen } from "./seen.js";
import { openSockets } from "./socket.js";
import { isOurs } from "./workspace.js";

/** Slack, for one workspace, over Bolt’s receivers. `start` rejects with a SlackFault that names the cure. */
export function createSlack(parts: SlackParts): Platform {
  const { log } = parts;
  const clock = parts.clock ?? (() => new Date());
  let open: Open | undefined;
  let isStopping = false;
  let isDead = false;
  const under = new Set<Promise<void>>();
  const seen = openSeen(clock);
  const send = openAnswers();

  const track = (work: Promise<void>): Promise<void> => {
    const running = work.catch((error: unknown) => log.error("something on Slack was not taken in", error));
    under.add(running);
    return running.finally(() => under.delete(running));
  };

  async function start(inbox: Inbox, news: (news: News) => Promise<void>): Promise<void> {
    isStopping = false;
    isDead = false;
    const lines = openLines(parts);
    const { team, me } = await identify(lines.answers, parts);
    const known = openKnown(lines.answers, log);
    const outboxParts = { client: lines.posts, team, known, clock, failed, isDead: () => isDead };
    const outbox = openOutbox(outboxParts);
    const answering = openOutbox({ ...outboxParts, client: lines.answers });
    const desk = { inbox, known, team, me, answers: lines.answers, send, outbox: answering, log };

    const take = async ({ body, ack }: Envelope): Promise<void> => {
      if (isStopping) return;
      if (!isOurs(body, team)) throw foreign();
      const told = newsOf(body, team, me);
      const act = told ? null : readAct(body, team, clock());
      if (!act || act.user === me || !seen.isNew(act.id)) {
        await ack();
        return told ? await track(news(told)) : undefined;
      }
      await track(respond(act, ack, desk));
    };
    const entrance = entranceOf(parts, take, lines);
    await entrance.open();
    open = { lines, outbox, entrance, who: { team, me } };
    log.info("Slack is connected", { team });
    await track(news({ kind: "joined", workspace: teamOf(team) }));
  }

  /** A dead token is tried no more: whatever else were sent would only be refused. */
  function failed(posting: Posting): void {
    if (isDead || posting.kind !== "refused" || posting.reason !== "revoked") return;
    isDead = true;
    log.error("Slack has taken the bot token back: install the app again", posting.detail ?? "");
  }

  async function stop(): Promise<void> {
    isStopping = true;
    const entrance = open?.entrance;
    await Promise.race([Promise.allSettled(under), sleep(longestDrain, undefined, { ref: false })]);
    open = undefined;
    await entrance?.close();
  }

  async function find(place: Place, key: Key, since: Date): Promise<Finding> {
    if (!open) return { kind: "unreadable" };
    const { outbox, lines, who } = open;
    const spot = await outbox.spotOf(place).catch(() => null);
    return spot ? await findMessage(lines.posts, spot, { key, since, me: who.me }) : { kind: "unreadable" };
  }

  async function home(person: PersonId, message: Message): Promise<void> {
    const user = open && readPerson(open.who.team, person);
    if (open && user) await open.lines.answers.views.publish({ user_id: user, view: renderHome(message) });
  }

  const later = (): Posting => ({ kind: "later", notBefore: new Date(clock().getTime() + 60_000) });
  return {
    ...{ name: "slack", draws: true, explainsInThread: true, start, stop, find, home },
    connected: () => open?.entrance.connected() ?? false,
    post: async (place: Place, message: Message, key: Key) =>
      open?.outbox.post(place, message, key) ?? later(),
    edit: async (receipt: Receipt, message: Message) => open?.outbox.edit(receipt, message) ?? later(),
  };
}

type Open = {
  readonly lines: Lines;
  readonly outbox: Outbox;
  readonly entrance: Entrance;
  readonly who: Identity;
};

function entranceOf(
  { door, api, log }: SlackParts,
  take: (envelope: Envelope) => Promise<void>,
  { answers }: Lines,
): Entrance {
  switch (door.kind) {
    case "socket":
      return openSockets({ appToken: door.appToken, api, log, take });
    case "http":
      return openHttp(door, { take, log, reach: () => answers.auth.test({}) });
  }
}

/** How long `stop` waits for what is under way. */
const longestDrain = 5000;
