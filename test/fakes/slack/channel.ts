import type { Json } from "./json.js";
import type { Wires } from "./wires.js";
import { type Conversation, type Message, newTs, type Team } from "./world.js";

/** A channel as people see it. */
export class Channel {
  readonly id: string;
  readonly name: string;
  readonly at: Conversation;
  private readonly wires: Wires;
  private readonly team: Team;

  constructor(wires: Wires, team: Team, at: Conversation) {
    this.id = at.id;
    this.name = at.name;
    this.at = at;
    this.wires = wires;
    this.team = team;
  }

  /** What stands in the channel, newest first, without the replies in threads. */
  messages(): readonly Message[] {
    return this.at.messages.filter(({ gone, threadTs }) => !gone && threadTs === null).reverse();
  }

  /** The thread below a message, oldest first. */
  replies(message: Message): readonly Message[] {
    return this.at.messages.filter(({ gone, threadTs }) => !gone && threadTs === message.ts);
  }

  archives(): void {
    this.at.archived = true;
    this.tell({ type: "channel_archive", channel: this.id, user: this.anybody() });
  }

  unarchives(): void {
    this.at.archived = false;
    this.tell({ type: "channel_unarchive", channel: this.id, user: this.anybody() });
  }

  deletes(): void {
    this.at.deleted = true;
    this.tell({ type: "channel_deleted", channel: this.id });
  }

  /** Throws the app out. */
  removesBot(): void {
    this.at.members.delete(this.team.botUser);
    this.tell({ type: "channel_left", channel: this.id, actor_id: this.anybody() });
    this.tell({
      type: "member_left_channel",
      user: this.team.botUser,
      channel: this.id,
      channel_type: this.at.kind === "private" ? "G" : "C",
      team: this.team.id,
    });
  }

  invitesBot(): void {
    this.at.members.add(this.team.botUser);
    const joined = { type: "member_joined_channel", channel_type: "C", team: this.team.id };
    this.tell({ ...joined, user: this.team.botUser, channel: this.id, inviter: this.anybody() });
  }

  /** A preference of the workspace lets the app post no more, or lets it post again. */
  restricts(on: "on" | "off"): void {
    this.at.restricted = on === "on";
  }

  private tell(event: Json): void {
    this.wires.emit(this.team, { ...event, event_ts: newTs(this.wires.world) });
  }

  private anybody(): string {
    return [...this.at.members].find((one) => one !== this.team.botUser) ?? "";
  }
}
