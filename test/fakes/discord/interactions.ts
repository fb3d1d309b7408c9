import { refuse } from "./refusal.js";
import { textOf } from "./text-of.js";
import type { Channel, Message, Server, User, World } from "./world.js";

/** What a person sees in the end; `text` is what stands there when it is read. */
export type Sight = {
  readonly kind: "whisper" | "reply" | "updated" | "modal" | "choices" | "failed" | "thinking" | "nothing";
  readonly text: string;
  readonly message: Message | null;
  readonly modal: Modal | null;
  readonly choices: readonly Choice[];
};

export type Choice = { readonly name: string; readonly value: string | number };

export type Modal = {
  readonly customId: string;
  readonly title: string;
  readonly components: readonly unknown[];
  /** Where it was opened. */
  readonly channel: Channel;
  readonly from: Message | null;
};

/** 2 command, 3 component, 4 autocomplete, 5 modal. */
export type InteractionType = 2 | 3 | 4 | 5;

export type Interaction = {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly user: User;
  readonly channel: Channel;
  readonly server: Server | null;
  /** The message that was pressed, or that a modal came from. */
  readonly source: Message | null;
  readonly at: number;
  readonly since: number;
  /** Only a person's own installation let her use it: five follow-ups at most. */
  readonly ownOnly: boolean;
  /** The callback type that came; null: none yet. */
  acked: number | null;
  /** The first answer, or the message under a deferred update. */
  original: Message | null;
  readonly followUps: Message[];
  settle: (sight: Sight) => void;
  settled: boolean;
};

export const patience = { answer: 3000, token: 15 * 60_000 };

/** How long, in real milliseconds, a person looks at *thinking…*. */
const stare = 10_000;

/** The interactions that are under way, and what people wait for. */
export type Interactions = {
  open(
    about: Omit<
      Interaction,
      "id" | "token" | "at" | "since" | "acked" | "original" | "followUps" | "settle" | "settled"
    >,
  ): {
    readonly interaction: Interaction;
    readonly seen: Promise<Sight>;
  };
  /** The interaction that a callback means, or Discord's refusal. */
  unanswered(id: string | undefined, token: string | undefined): Interaction;
  /** The interaction that a webhook's token means, once answered. */
  answered(application: string | undefined, token: string | undefined): Interaction;
  close(): void;
};

export function openInteractions(world: World): Interactions {
  const byToken = new Map<string, Interaction>();
  const waiting = new Set<Interaction>();
  const age = (one: Interaction) => world.now().getTime() - one.at;
  const sweep = () => {
    for (const one of waiting) {
      const real = performance.now() - one.since;
      if (one.acked === null && (age(one) > patience.answer || real > patience.answer))
        one.settle(failure(one.type));
      else if (one.acked !== null && (age(one) > patience.token || real > stare))
        one.settle(one.acked === 5 ? sight("thinking", one.original) : sight("nothing", one.original));
    }
  };
  const timer = setInterval(sweep, 15);
  timer.unref();

  return {
    open: (about) => {
      const id = world.id();
      let told: (sight: Sight) => void = () => undefined;
      const seen = new Promise<Sight>((resolve) => {
        told = resolve;
      });
      const interaction: Interaction = {
        ...about,
        id,
        token: `aW50ZXJhY3Rpb246${Buffer.from(id).toString("base64url")}${crypto.randomUUID().replaceAll("-", "")}`,
        at: world.now().getTime(),
        since: performance.now(),
        acked: null,
        original: null,
        followUps: [],
        settled: false,
        settle: (what) => {
          interaction.settled = true;
          waiting.delete(interaction);
          told(what);
        },
      };
      byToken.set(interaction.token, interaction);
      waiting.add(interaction);
      return { interaction, seen };
    },

    unanswered: (id, token) => {
      const one = byToken.get(token ?? "");
      if (!one || one.id !== id) refuse("interaction");
      if (one.acked !== null) refuse("acknowledged");
      if (age(one) > patience.answer) {
        one.settle(failure(one.type));
        refuse("interaction");
      }
      return one;
    },

    answered: (application, token) => {
      const one = byToken.get(token ?? "");
      if (!one || application !== world.bot.id) refuse("webhook");
      if (age(one) > patience.token) refuse("webhookToken");
      if (one.acked === null) refuse("webhook");
      return one;
    },

    close: () => {
      clearInterval(timer);
      for (const one of waiting) one.settle(sight("nothing", one.original));
    },
  };
}

export function sight(
  kind: Sight["kind"],
  message: Message | null,
  more: { modal?: Modal; choices?: readonly Choice[]; words?: string } = {},
): Sight {
  const { modal = null, choices = [], words } = more;
  return {
    kind,
    message,
    modal,
    choices,
    get text() {
      if (words !== undefined) return words;
      return message ? textOf(message) : (modal?.title ?? choices.map(({ name }) => name).join("\n"));
    },
  };
}

/** Discord's own words, where nothing came in time. */
function failure(type: InteractionType): Sight {
  if (type === 4) return sight("failed", null, { words: "Loading options failed" });
  const words = {
    2: "The application did not respond",
    3: "This interaction failed",
    5: "Something went wrong. Try again.",
  }[type];
  return sight("failed", null, { words });
}
