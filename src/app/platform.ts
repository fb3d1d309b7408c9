import type { ChannelId, Key, PersonId, WorkspaceId } from "../core/ids.js";
import type { Message, Questionnaire, Receipt } from "../core/message.js";

export type { Receipt } from "../core/message.js";

/** Where something is said. */
export type Place =
  | {
      readonly kind: "channel";
      readonly id: ChannelId /** `#aws-study`, where it is known. */;
      readonly name?: string;
    }
  | { readonly kind: "direct"; readonly person: PersonId }
  | { readonly kind: "thread"; readonly under: Receipt };

/** Something a person did, in our words. */
export type Event = {
  /** The platform's own: the same event twice is one event. */
  readonly id: string;
  /** The platform's own time of it. */
  readonly at: Date;
  readonly person: {
    readonly id: PersonId;
    readonly name: string;
    readonly mayManage: boolean;
    /** IANA name, where the platform tells it. */
    readonly zone?: string;
  };
  readonly place: Place;
  /** The message whose button was pressed, where the platform names it. */
  readonly on?: Receipt;
  readonly did:
    | { readonly kind: "press"; readonly press: string }
    | { readonly kind: "command"; readonly words: string }
    /** A command that is not sent yet. */
    | { readonly kind: "typing"; readonly words: string }
    /** In a direct message. */
    | { readonly kind: "said"; readonly text: string }
    /** A questionnaire, filled in. */
    | { readonly kind: "answered"; readonly press: string; readonly fields: Readonly<Record<string, string>> }
    | { readonly kind: "opened-home" };
};

/** What the bot answers; parts may stand together. */
export type Reply = {
  /** Seen only by the person who acted. */
  readonly whisper?: Message;
  /** Takes the place of the whisper whose button was pressed. */
  readonly replace?: Message;
  /** Sent to the person's direct messages. */
  readonly direct?: Message;
  /** Whispered when `direct` is refused. */
  readonly instead?: Message;
  /** Said aloud in the same place. */
  readonly say?: Message;
  readonly ask?: Questionnaire;
  /** Completions, while a command is typed. */
  readonly suggest?: readonly Suggestion[];
};

/** A completion: the whole command line that it makes, and what it is. */
export type Suggestion = { readonly words: string; readonly note: string };

export type Inbox = (event: Event) => Promise<Reply>;

/** Why a message will never get there, until somebody changes something. */
export type Refusal = "channel-gone" | "not-allowed" | "removed" | "revoked" | "direct-closed" | "too-long";

export type Posting =
  | { readonly kind: "posted"; readonly receipt: Receipt }
  /** For good: the schedule is paused and the keeper told. */
  | { readonly kind: "refused"; readonly reason: Refusal; readonly detail?: string }
  /** Rate limit or outage. */
  | { readonly kind: "later"; readonly notBefore: Date }
  /** It may have got out: find before posting again. */
  | { readonly kind: "doubt" };

export type Finding =
  | { readonly kind: "found"; readonly receipt: Receipt }
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable" };

/** What happens to a whole workspace or channel, without any member doing something in it. */
export type News =
  | { readonly kind: "joined" | "left"; readonly workspace: WorkspaceId }
  | { readonly kind: "channel-gone"; readonly channel: ChannelId };

/**
 * A drawer of the database for what only one platform needs (the page's messages, a workspace's sealed tokens).
 * `put` resolves when it is on disk.
 */
export interface Drawer {
  get(name: string): Promise<string | null>;
  put(name: string, value: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** In the order of their names. */
  all(): Promise<readonly { readonly name: string; readonly value: string }[]>;
}

/** A place where people talk: Slack, Discord, the web page. */
export interface Platform {
  /** `slack` in `slack:T024/U061`. */
  readonly name: string;
  /** Draws years and accuracy itself and needs no pictures made. */
  readonly draws?: true;
  /** Why the key holds stands in a thread under a closed question, not in the message itself. */
  readonly explainsInThread?: true;
  /** What a person is told from a channel lies beside their direct messages: what they type may answer either. */
  readonly onePane?: true;
  /** Resolves when events can arrive. */
  start(inbox: Inbox, news: (news: News) => Promise<void>): Promise<void>;
  /** Takes no new events, waits for those under way. */
  stop(): Promise<void>;
  /** Asked by the heartbeat: false while a connection is down, though the process lives. */
  connected(): boolean;
  /** One attempt, no hidden retries. Never throws for what the network or the platform did. */
  post(place: Place, message: Message, key: Key): Promise<Posting>;
  /** After doubt: did the message with this key get out? */
  find(place: Place, key: Key, since: Date): Promise<Finding>;
  edit(receipt: Receipt, message: Message): Promise<Posting>;
  /** Slack's Home tab; others leave it out. */
  home?(person: PersonId, message: Message): Promise<void>;
  /**
   * Whether a group that is to be told with the daily is one there; null where that cannot be asked now. Left out where
   * no other can be named.
   */
  tells?(channel: ChannelId, group: string): Promise<boolean | null>;
  /**
   * What people call such a group, `@study`: words, never a mention; null where that cannot be known now. Left out where
   * it is kept as it was typed.
   */
  groupName?(channel: ChannelId, group: string): Promise<string | null>;
  /**
   * Deletes what was said to this person alone, files too, on disk and on every open page. Only where the platform
   * keeps its messages itself: what was sent to Slack or Discord lies there. Throws where something is left.
   */
  forget?(person: PersonId): Promise<void>;
}
