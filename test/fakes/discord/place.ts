import { channelObject } from "./objects.js";
import { invited, type Permission } from "./permissions.js";
import { roleObjects, serverObject } from "./server-objects.js";
import type { Channel, Kind, Message, Role, Server, User, World } from "./world.js";

/** A server, as its owner drives it. */
export type FakeServer = {
  readonly id: string;
  readonly server: Server;
  channel(about: {
    readonly name: string;
    readonly type?: Kind;
    readonly permissions?: readonly Permission[];
  }): FakeChannel;
  role(
    name: string,
    about?: { readonly mentionable?: boolean; readonly members?: readonly { readonly id: string }[] },
  ): Role;
  /** *Server settings › Integrations*: opens a command to people, whatever its default permissions. */
  opens(command: string, ...people: readonly { readonly id: string }[]): void;
  /** The bot is removed. */
  kicks(): void;
  /** The bot is invited (again). */
  invites(): void;
  /** An outage begins and ends: GUILD_DELETE with `unavailable`, GUILD_CREATE. */
  breaks(): void;
  mends(): void;
};

/** A channel, as people see it. */
export type FakeChannel = Channel & {
  /** What stands there, newest first. */
  read(): readonly Message[];
  removed(): void;
  permits(permissions: readonly Permission[]): void;
  /** Threads: archives, and locks if asked. */
  archives(how?: { readonly locked?: boolean }): void;
};

const guilds = 1;

export function makeServer(
  world: World,
  about: {
    readonly name: string;
    readonly locale?: string;
    readonly roles?: readonly string[];
    readonly permissions?: readonly Permission[];
    readonly joined?: boolean;
  },
): FakeServer {
  const server: Server = {
    id: world.id(),
    name: about.name,
    locale: about.locale ?? "en-US",
    owner: world.id(),
    roles: (about.roles ?? []).map((name) => ({
      id: world.id(),
      name,
      mentionable: true,
      members: new Set(),
    })),
    permissions: about.permissions ?? invited,
    botRole: world.id(),
    joined: about.joined ?? true,
    unavailable: false,
    opened: new Map(),
  };
  world.servers.set(server.id, server);
  const tell = (event: string, data: object) => world.dispatch(event, data, { server, intent: guilds });
  const arrive = () => tell("GUILD_CREATE", serverObject(server, world));
  if (server.joined) arrive();
  return {
    id: server.id,
    server,
    channel: ({ name, type = "text", permissions = server.permissions }) => {
      const channel = makeChannel(world, { name, kind: type, server, person: null, permissions });
      if (server.joined) tell("CHANNEL_CREATE", channelObject(channel, world));
      return channel;
    },
    role: (name, { mentionable = true, members = [] } = {}) => {
      const role: Role = { id: world.id(), name, mentionable, members: new Set(members.map(({ id }) => id)) };
      server.roles.push(role);
      const object = roleObjects(server, world.bot).find(({ id }) => id === role.id);
      if (server.joined) tell("GUILD_ROLE_CREATE", { guild_id: server.id, role: object });
      return role;
    },
    opens: (command, ...people) => {
      const opened = server.opened.get(command) ?? new Set<string>();
      for (const { id } of people) opened.add(id);
      server.opened.set(command, opened);
    },
    kicks: () => {
      server.joined = false;
      tell("GUILD_DELETE", { id: server.id });
    },
    invites: () => {
      server.joined = true;
      arrive();
    },
    breaks: () => {
      server.unavailable = true;
      tell("GUILD_DELETE", { id: server.id, unavailable: true });
    },
    mends: () => {
      server.unavailable = false;
      arrive();
    },
  };
}

export function makeChannel(
  world: World,
  about: {
    readonly name: string;
    readonly kind: Kind;
    readonly server: Server | null;
    readonly person: User | null;
    readonly permissions: readonly Permission[];
  },
): FakeChannel {
  const base: Channel = {
    ...about,
    id: world.id(),
    parent: null,
    permissions: new Set(about.permissions),
    archived: false,
    locked: false,
    messages: new Map(),
  };
  return drive(world, base);
}

/** The same channel, with what people can do to it. */
export function drive(world: World, channel: Channel): FakeChannel {
  const tell = (event: string) =>
    world.dispatch(event, channelObject(channel, world), { server: channel.server, intent: guilds });
  const driven: FakeChannel = Object.assign(channel, {
    read: () => [...channel.messages.values()].reverse(),
    removed: () => {
      world.channels.delete(channel.id);
      tell(channel.kind === "thread" ? "THREAD_DELETE" : "CHANNEL_DELETE");
    },
    permits: (permissions: readonly Permission[]) => {
      channel.permissions = new Set(permissions);
      tell("CHANNEL_UPDATE");
    },
    archives: ({ locked = false }: { readonly locked?: boolean } = {}) => {
      Object.assign(channel, { archived: true, locked });
      tell("THREAD_UPDATE");
    },
  });
  world.channels.set(channel.id, driven);
  return driven;
}
