import type { Inbox, Posting } from "../../app/platform.js";
import { openAnswers } from "./answer-url.js";
import { isGone } from "./identity.js";
import type { Installation } from "./installations.js";
import { openKnown } from "./known.js";
import { type Lines, openLines } from "./lines.js";
import { type Outbox, openOutbox } from "./outbox.js";
import type { SlackParts } from "./parts.js";
import type { Desk } from "./respond.js";
import { openSeen } from "./seen.js";

/** The app at work in one workspace. It shares nothing with another: what is slow or refused here is so here alone. */
export type Workspace = {
  readonly team: string;
  readonly me: string;
  readonly token: string;
  readonly lines: Lines;
  readonly outbox: Outbox;
  readonly desk: Desk;
  /** Whether this happened for the first time. */
  isNew(id: string): boolean;
  /** Slack takes the token no more: nothing is sent. */
  isDead(): boolean;
  end(): void;
};

export type WorkspaceParts = Pick<SlackParts, "api" | "log"> & {
  readonly clock: () => Date;
  readonly inbox: Inbox;
  /** Told where Slack answers that the app was taken out. */
  readonly gone: () => void;
};

export function openWorkspace({ team, me, token }: Installation, parts: WorkspaceParts): Workspace {
  const { api, log, clock, inbox, gone } = parts;
  let dead = false;
  const isDead = () => dead;
  const lines = openLines({ token, api, log });
  const known = openKnown(lines.answers, team, log);
  const outboxParts = { client: lines.posts, team, known, clock, failed, isDead };
  const answering = openOutbox({ ...outboxParts, client: lines.answers });

  /** A dead token is tried no more: whatever else were sent would only be refused. */
  function failed(posting: Posting): void {
    if (dead || posting.kind !== "refused" || posting.reason !== "revoked") return;
    dead = true;
    log.error(`Slack has taken the bot token of ${team} back: install the app again`, posting.detail ?? "");
    if (isGone(posting.detail ?? "")) gone();
  }

  return {
    ...{ team, me, token, lines, isDead, isNew: openSeen(clock).isNew, outbox: openOutbox(outboxParts) },
    desk: { inbox, known, team, answers: lines.answers, send: openAnswers(), outbox: answering, log },
    end: () => {
      dead = true;
    },
  };
}
