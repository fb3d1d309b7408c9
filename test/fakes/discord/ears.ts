import type { Channel, Message, User } from "./world.js";

/** Those who wait for the bot's next word in a channel. */
export type Ears = {
  heard(message: Message): void;
  /** The next message that the bot puts or changes there; null after so many real milliseconds. */
  next(channel: Channel, ms: number): Promise<Message | null>;
};

export function openEars(bot: User): Ears {
  const ears = new Set<(message: Message) => void>();
  return {
    heard: (message) => {
      for (const ear of ears) ear(message);
    },
    next: (channel, ms) =>
      new Promise((resolve) => {
        const done = (message: Message | null) => {
          ears.delete(ear);
          clearTimeout(timer);
          resolve(message);
        };
        const ear = (message: Message) => {
          if (message.channel === channel && message.author === bot) done(message);
        };
        const timer = setTimeout(() => done(null), ms);
        ears.add(ear);
      }),
  };
}
