import { may } from "./access.js";
import { faultsOf, integer, isRecord, object, oneOf, orNull, text } from "./form.js";
import { channelObject } from "./objects.js";
import { refuse, refuseFaults } from "./refusal.js";
import { type Channel, flag, type Message, type World } from "./world.js";

const threadForm = object({
  "!name": text(1, 100),
  auto_archive_duration: oneOf(60, 1440, 4320, 10080),
  rate_limit_per_user: orNull(integer(0, 21_600)),
  type: oneOf(10, 11),
});

/** A thread on a message; its id is the message's. */
export function makeThread(world: World, channel: Channel, message: Message, json: unknown): Channel {
  if (channel.kind !== "text" && channel.kind !== "announcement") refuse("channelType");
  if (!may(channel, "CreatePublicThreads")) refuse("permissions");
  refuseFaults(faultsOf(json, threadForm));
  if (message.thread) refuse("threadExists");
  const thread: Channel = {
    id: message.id,
    kind: "thread",
    name: isRecord(json) ? String(json.name) : "",
    server: channel.server,
    person: null,
    parent: channel,
    permissions: channel.permissions,
    archived: false,
    locked: false,
    messages: new Map(),
  };
  message.thread = thread;
  message.flags |= flag.hasThread;
  world.channels.set(thread.id, thread);
  world.dispatch(
    "THREAD_CREATE",
    { ...channelObject(thread, world), newly_created: true },
    { server: thread.server, intent: 1 },
  );
  return thread;
}

/** A message brings an archived thread back, as the documentation of threads says. */
export function unarchive(world: World, thread: Channel): void {
  if (!thread.archived) return;
  thread.archived = false;
  world.dispatch("THREAD_UPDATE", channelObject(thread, world), { server: thread.server, intent: 1 });
}
