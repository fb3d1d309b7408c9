import type { types } from "@slack/bolt";
import type { Act } from "./acts.js";
import { answerBody, type Manner, type SendAnswer } from "./answer-url.js";
import { isDirect } from "./events.js";
import { wordOf } from "./faults.js";
import type { Client } from "./lines.js";
import { markedBlocks, markedHome } from "./mark.js";
import { personOf } from "./names.js";
import type { Outbox } from "./outbox.js";
import type { Log } from "./parts.js";
import type { Sheet } from "./render.js";

/** One act and what is answered to it. */
export type Turn = {
  /** Seen by the person alone. */
  whisper(sheets: readonly Sheet[]): Promise<void>;
  /** Takes the place of the private message whose button was pressed; where there is none, it whispers. */
  replace(sheets: readonly Sheet[]): Promise<void>;
  /** False where the channel cannot be written to. */
  aloud(sheets: readonly Sheet[]): Promise<boolean>;
  /** False where it is too late for a form. */
  form(view: types.ModalView): Promise<boolean>;
  home(view: types.HomeView): Promise<void>;
  /** Tells Slack that it was taken in, once; with nothing to show. */
  settle(): Promise<void>;
};

export type TurnParts = {
  readonly ack: (answer?: object) => Promise<void>;
  readonly team: string;
  readonly answers: Client;
  readonly send: SendAnswer;
  readonly outbox: Outbox;
  readonly log: Log;
};

export function openTurn(act: Act, { ack, team, answers, send, outbox, log }: TurnParts): Turn {
  let isAcknowledged = false;
  const quiet: Manner = isDirect(act) ? "in_channel" : "ephemeral";

  async function acknowledge(answer?: object): Promise<void> {
    if (isAcknowledged) return;
    isAcknowledged = true;
    await ack(answer).catch((error: unknown) =>
      log.info("an acknowledgement did not reach Slack", { why: String(error) }),
    );
  }

  async function show(sheet: Sheet, manner: Manner): Promise<void> {
    if (act.url === null) return await write([sheet]);
    const answer = answerBody({ ...sheet, blocks: markedBlocks(sheet.blocks, team) }, manner);
    if (act.by === "command" && !isAcknowledged) return await acknowledge(answer);
    await acknowledge();
    try {
      await send(act.url, answer);
    } catch (error) {
      log.warn("an answer did not reach Slack", { why: String(error) });
    }
  }

  /** Where there is no address for answers: into the direct conversation. */
  async function write(sheets: readonly Sheet[]): Promise<void> {
    await acknowledge();
    const direct = { kind: "direct", person: personOf(team, act.user) } as const;
    const own = act.channel !== null && isDirect(act) ? { channel: act.channel.id } : null;
    try {
      const spot = own ?? (await outbox.spotOf(direct));
      const sent = spot && (await outbox.say(spot, sheets));
      if (sent?.kind !== "posted") log.warn("an answer did not reach Slack", { posting: sent });
    } catch (error) {
      log.warn("an answer did not reach Slack", { why: wordOf(error) ?? String(error) });
    }
  }

  async function showAll(sheets: readonly Sheet[], manner: Manner): Promise<void> {
    for (const sheet of sheets) await show(sheet, manner);
  }

  return {
    whisper: (sheets) => showAll(sheets, quiet),
    replace: async ([first, ...more]) => {
      const hasOwn = act.by === "press" && (act.isPrivate || isDirect(act));
      if (first) await show(first, hasOwn ? "replace" : quiet);
      await showAll(more, quiet);
    },
    aloud: async (sheets) => {
      if (act.channel === null || isDirect(act)) {
        await showAll(sheets, quiet);
        return true;
      }
      return (await outbox.say({ channel: act.channel.id }, sheets)).kind === "posted";
    },
    form: async (view) => {
      if (act.trigger === null) return false;
      try {
        await answers.views.open({ trigger_id: act.trigger, view });
        return true;
      } catch (error) {
        log.info("a form came too late for Slack", { why: wordOf(error) ?? String(error) });
        return false;
      }
    },
    home: async (view) => {
      await answers.views.publish({ user_id: act.user, view: markedHome(view, team) });
    },
    settle: () => acknowledge(),
  };
}
