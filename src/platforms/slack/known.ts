import type { Event } from "../../app/platform.js";
import { type Body, listIn, objectIn, stringIn } from "./body.js";
import { wordOf } from "./faults.js";
import type { Client } from "./lines.js";
import { shownName } from "./names.js";
import type { Log } from "./parts.js";

type Person = Pick<Event["person"], "name" | "mayManage" | "zone">;

/** What Slack tells of people, channels and groups: looked up when it is first asked for, then remembered a while. */
export type Known = {
  /** Where Slack does not tell in time, the handle stands for the name, and nobody may manage. */
  person(user: string, handle: string): Promise<Person>;
  /** `#aws-study`; null where Slack does not tell. */
  channelName(channel: string): Promise<string | null>;
  /** The id of a channel that the bot is in, by its name. */
  channelCalled(name: string): Promise<string | null>;
  groupCalled(handle: string): Promise<string | null>;
  /** The handle of a group, by its id; null where Slack does not tell. */
  handleOf(group: string): Promise<string | null>;
  /** Null where Slack does not tell. */
  isGroup(handle: string): Promise<boolean | null>;
};

export function openKnown(client: Client, team: string, log: Log): Known {
  const people = openMemory<Person>({ log, minutes: 15, aMinute: 80 });
  const names = openMemory<string>({ log, minutes: 60, aMinute: 40 });
  const lists = openMemory<ReadonlyMap<string, string>>({ log, minutes: 2, aMinute: 15 });

  const channels = async () => {
    const found: (readonly [string, string])[] = [];
    for (let cursor: string | undefined; ; ) {
      const types = "public_channel,private_channel";
      const page = await client.users.conversations({ types, limit: 500, ...(cursor ? { cursor } : {}) });
      found.push(...listIn(page.channels).map((one) => [stringIn(one.name), stringIn(one.id)] as const));
      cursor = page.response_metadata?.next_cursor;
      if (!cursor) return new Map(found);
    }
  };
  const groups = async () => {
    const { usergroups } = await client.usergroups.list({});
    return new Map(listIn(usergroups).map((one) => [stringIn(one.handle).toLowerCase(), stringIn(one.id)]));
  };

  return {
    person: async (user, handle) =>
      (await people(user, async () =>
        personIn(objectIn((await client.users.info({ user })).user), handle, team),
      )) ?? {
        name: shownName(handle),
        mayManage: false,
      },
    channelName: (channel) =>
      names(channel, async () => {
        const { channel: found } = await client.conversations.info({ channel });
        return found?.name ? `#${found.name}` : null;
      }),
    channelCalled: async (name) => (await lists("channels", channels))?.get(name) ?? null,
    handleOf: async (group) => {
      const all = [...((await lists("groups", groups)) ?? [])];
      return all.find(([, id]) => id === group)?.[0] ?? null;
    },
    isGroup: async (handle) => (await lists("groups", groups))?.has(handle.toLowerCase()) ?? null,
    groupCalled: async (handle) => (await lists("groups", groups))?.get(handle.toLowerCase()) ?? null,
  };
}

/** Who is an admin of another workspace, and only meets us in a shared channel, may manage nothing here. */
function personIn(user: Body, handle: string, team: string): Person {
  const { teams } = objectIn(user.enterprise_user);
  const isOurs = user.team_id === team || (Array.isArray(teams) && teams.includes(team));
  const profile = objectIn(user.profile);
  const named = [profile.display_name, user.real_name, profile.real_name, user.name, handle].map(stringIn);
  const zone = stringIn(user.tz);
  return {
    name: shownName(named.find((name) => name.trim() !== "") ?? ""),
    mayManage: isOurs && (user.is_admin === true || user.is_owner === true),
    ...(zone === "" ? {} : { zone }),
  };
}

/** Longer than this nobody waits for a name. */
const patience = 800;
const mostKept = 10_000;

type Kept<Value> = { readonly value: Value; readonly at: number };

/** Old values are given out once more while new ones are fetched; beyond so many calls a minute Slack is not asked. */
function openMemory<Value>(about: { readonly log: Log; readonly minutes: number; readonly aMinute: number }) {
  const kept = new Map<string, Kept<Value>>();
  const under = new Map<string, Promise<Value | null>>();
  let calls: readonly number[] = [];

  const fetch = (name: string, ask: () => Promise<Value | null>): Promise<Value | null> => {
    const now = performance.now();
    calls = calls.filter((at) => now - at < 60_000);
    if (calls.length >= about.aMinute) return Promise.resolve(null);
    calls = [...calls, now];
    const asked = ask().then(
      (value) => {
        if (kept.size >= mostKept) kept.clear();
        if (value !== null) kept.set(name, { value, at: performance.now() });
        return value;
      },
      (error: unknown) => {
        about.log.warn("Slack did not tell a name", { why: wordOf(error) ?? String(error) });
        return null;
      },
    );
    const done = asked.finally(() => under.delete(name));
    under.set(name, done);
    return done;
  };

  return async (name: string, ask: () => Promise<Value | null>): Promise<Value | null> => {
    const before = kept.get(name);
    if (before && performance.now() - before.at < about.minutes * 60_000) return before.value;
    const coming = under.get(name) ?? fetch(name, ask);
    return before ? before.value : await within(coming);
  };
}

async function within<Value>(coming: Promise<Value | null>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}
