import type { ChannelId, Key } from "../core/ids.js";
import type { KeeperMessage } from "../core/notice.js";

/** Words for a channel's keeper, or for the channel itself, and since when they are to be told. */
export type Notice = {
  readonly key: Key;
  readonly at: Date;
  readonly channel: ChannelId;
  /** Of plain data: no instants, no bytes. */
  readonly message: KeeperMessage;
  readonly aloud?: boolean;
};

/** What is said unasked, once for each cause. */
export interface NoticeStore {
  /** True the first time only: said unasked, once for each cause; again after `every` milliseconds, where given. */
  notice(key: Key, now: Date, every?: number): Promise<boolean>;
  /** Kept until it is settled, and due again then, if who adds it does not live to settle it; false where its cause was told. */
  addNotice(notice: Notice, again: Date): Promise<boolean>;
  postponeNotice(key: Key, until: Date): Promise<void>;
  settleNotice(key: Key): Promise<void>;
}
