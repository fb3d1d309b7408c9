import { flatten } from "./component-walk.js";
import { isRecord } from "./form.js";
import { isIn, type Message, type World } from "./world.js";

/** Adds to a message whom its text, as it stands now, would ping: embeds never do; code and back-slashes are no cover here. */
export function ping(message: Message, allowed: unknown, world: World): void {
  const texts = [
    message.content,
    ...flatten(message.components).map(({ type, content }) => (type === 10 ? String(content) : "")),
  ];
  for (const written of mentionsIn(texts.join("\n"))) {
    if (!isAllowed(written, allowed, message.cause !== null)) continue;
    message.pinged.add(written);
    if (isHeard(written, message, world)) message.notified.add(written);
  }
}

export function mentionsIn(text: string): ReadonlySet<string> {
  const found = [...text.matchAll(/@everyone|@here|<@!?(\d{17,20})>|<@&\d{17,20}>/g)];
  return new Set(found.map(([written, user]) => (user ? `<@${user}>` : written)));
}

function kindOf(written: string): "everyone" | "roles" | "users" {
  return written.startsWith("@") ? "everyone" : written.startsWith("<@&") ? "roles" : "users";
}

/** Without `allowed_mentions` a post pings all that it names, an answer to an interaction only users. */
function isAllowed(written: string, allowed: unknown, answer: boolean): boolean {
  if (!isRecord(allowed)) return !answer || kindOf(written) === "users";
  const parse: readonly unknown[] = Array.isArray(allowed.parse) ? allowed.parse : [];
  const kind = kindOf(written);
  if (parse.includes(kind)) return true;
  const ids = kind === "everyone" ? [] : allowed[kind];
  return Array.isArray(ids) && ids.some((id) => written.includes(`${id}>`));
}

function isHeard(written: string, { channel }: Message, world: World): boolean {
  const loud = channel.permissions.has("MentionEveryone");
  if (written.startsWith("@")) return loud;
  const id = /\d+/.exec(written)?.[0] ?? "";
  if (written.startsWith("<@&")) {
    const role = channel.server?.roles.find((one) => one.id === id);
    return role !== undefined && (role.mentionable || loud);
  }
  const user = world.users.get(id);
  return user !== undefined && (channel.server ? isIn(user, channel.server) : channel.person === user);
}
