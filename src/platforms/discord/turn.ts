import {
  type APIInteraction,
  InteractionContextType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  type REST,
  Routes,
} from "discord.js";
import type { SendCallback } from "./callback.js";
import { codeOf } from "./faults.js";
import type { Log } from "./parts.js";
import type { Sheet } from "./render.js";

/** One interaction and what was answered to it so far: first one answer, then follow-ups. */
export type Turn = {
  /** Seen by the person alone. */
  whisper(sheets: readonly Sheet[]): Promise<void>;
  /** Takes the place of the private message whose button was pressed; where there is none, it whispers. */
  replace(sheets: readonly Sheet[]): Promise<void>;
  aloud(sheets: readonly Sheet[]): Promise<void>;
  /** False where it is too late for a form. */
  form(modal: object): Promise<boolean>;
  choices(choices: readonly object[]): Promise<void>;
  /** Gains fifteen minutes, if nothing was answered yet. */
  defer(): Promise<void>;
  /** Nothing more comes: an interaction that was answered with nothing is put to rest. */
  end(): Promise<void>;
};

export type TurnParts = { readonly rest: REST; readonly send: SendCallback; readonly log: Log };

type State = "silent" | "thinking" | "will update" | "answered" | "lost";

export function openTurn(interaction: APIInteraction, { rest, send, log }: TurnParts): Turn {
  let state: State = "silent";
  let under: Promise<void> = Promise.resolve();
  const { token, application_id: application } = interaction;
  const onPrivate = isOnPrivate(interaction);
  const quiet = isDirect(interaction) ? 0 : MessageFlags.Ephemeral;

  /** One call after the other; what Discord no longer takes is no fault of ours. */
  const call = (work: () => Promise<void>): Promise<void> => {
    under = under.then(async () => {
      if (state === "lost") return;
      try {
        await work();
      } catch (error) {
        const code = codeOf(error);
        if (code !== null && alreadyAnswered === code) state = "answered";
        else state = "lost";
        if (code !== null && tooLate.has(code)) log.info("an answer came too late for Discord", { code });
        else log.warn("an answer did not reach Discord", { cause: String(error) });
      }
    });
    return under;
  };
  const callback = async (type: InteractionResponseType, data: object, files: Sheet["files"] = []) => {
    await send(interaction, { body: { type, data }, files });
  };
  const original = async ({ body, files }: Sheet) => {
    await rest.patch(Routes.webhookMessage(application, token), { body, files, auth: false });
  };
  const follow = async ({ body, files }: Sheet, flags: number) => {
    const flagged = { ...body, flags: body.flags | flags };
    await rest.post(Routes.webhook(application, token), { body: flagged, files, auth: false });
  };
  const forget = () => rest.delete(Routes.webhookMessage(application, token), { auth: false });

  const show = (sheets: readonly Sheet[], flags: number) =>
    call(async () => {
      const [first, ...more] = sheets;
      if (!first) return;
      if (state === "thinking" && flags === quiet) await original(first);
      else if (state === "silent") {
        const data = { ...first.body, flags: first.body.flags | flags };
        await callback(InteractionResponseType.ChannelMessageWithSource, data, first.files);
      } else if (state === "thinking") {
        // The first follow-up takes the place of the thinking, and is as private: so that is filled first, and goes.
        await original(first);
        await follow(first, flags);
        await forget();
      } else await follow(first, flags);
      state = "answered";
      for (const sheet of more) await follow(sheet, flags);
    });

  return {
    whisper: (sheets) => show(sheets, quiet),
    aloud: (sheets) => show(sheets, 0),
    replace: (sheets) => {
      if (!onPrivate || (state !== "silent" && state !== "will update")) return show(sheets, quiet);
      return call(async () => {
        const [first, ...more] = sheets;
        if (!first) return;
        if (state === "will update") await original(first);
        else await callback(InteractionResponseType.UpdateMessage, first.body, first.files);
        state = "answered";
        for (const sheet of more) await follow(sheet, quiet);
      });
    },
    form: async (modal) => {
      await under;
      if (state !== "silent") return false;
      await call(async () => {
        await callback(InteractionResponseType.Modal, modal);
        state = "answered";
      });
      return true;
    },
    choices: (choices) =>
      call(async () => {
        await callback(InteractionResponseType.ApplicationCommandAutocompleteResult, { choices });
        state = "answered";
      }),
    defer: () =>
      call(async () => {
        if (state !== "silent") return;
        const { DeferredMessageUpdate, DeferredChannelMessageWithSource } = InteractionResponseType;
        if (onPrivate) await callback(DeferredMessageUpdate, {});
        else await callback(DeferredChannelMessageWithSource, { flags: quiet });
        state = onPrivate ? "will update" : "thinking";
      }),
    end: () =>
      call(async () => {
        if (state === "thinking") await forget();
        if (state === "silent" && "message" in interaction && interaction.message) {
          await callback(InteractionResponseType.DeferredMessageUpdate, {});
        }
      }),
  };
}

/** Unknown interaction, webhook or message; the token's fifteen minutes are over. */
const tooLate: ReadonlySet<number> = new Set([10062, 10015, 10008, 50027]);
const alreadyAnswered = 40060;

/** In the bot's own direct messages nothing need be hidden; two people's with each other are no such place. */
function isDirect({ context }: APIInteraction): boolean {
  return context === InteractionContextType.BotDM;
}

/** A press on something that only this person sees. */
function isOnPrivate(interaction: APIInteraction): boolean {
  if (interaction.type !== InteractionType.MessageComponent) return false;
  return isDirect(interaction) || ((interaction.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}
