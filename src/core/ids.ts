declare const kind: unique symbol;
/** A string that cannot be mistaken for another kind of name; the database and the wire see plain text. */
type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** `aws/storage/efs`: file and heading of the notes. */
export type TopicId = Id<"topic">;
/** `aws/storage/efs/share-a-folder-across-zones` */
export type QuestionId = Id<"question">;
/** `slack:T024/U061`, `discord:8035`, `web:ada` */
export type PersonId = Id<"person">;
/** `slack:T024/C111`, `discord:4411/9001`, `web:playground/aws-study` */
export type ChannelId = Id<"channel">;
/** `slack:T024`, `discord:4411`, `web:playground` */
export type WorkspaceId = Id<"workspace">;
/** Name of a round, an ask or a notice: base 36, at most 13 characters, so that it fits every button. */
export type Key = Id<"key">;

export const topicId = (text: string) => text as TopicId;
export const questionId = (text: string) => text as QuestionId;
export const personId = (text: string) => text as PersonId;
export const channelId = (text: string) => text as ChannelId;
export const keyOf = (text: string) => text as Key;

/** `slack` in `slack:T024/U061`. */
export function platformOf(id: PersonId | ChannelId): string {
  return id.slice(0, id.indexOf(":"));
}

/** The workspace that a channel lies in. */
export function workspaceOf(channel: ChannelId): WorkspaceId {
  return channel.slice(0, channel.indexOf("/")) as WorkspaceId;
}
