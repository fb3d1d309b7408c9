import { channelObject, userObject } from "./objects.js";
import { everyBit } from "./permissions.js";
import type { Filled } from "./slash.js";
import type { Channel, World } from "./world.js";

/** The people, channels and roles that options name. */
export function resolved(world: World, channel: Channel, options: readonly Filled[]): object {
  const every = options.flatMap((one): readonly Filled[] => [
    one,
    ...(one.options ?? []).flatMap((inner) => [inner, ...(inner.options ?? [])]),
  ]);
  const ids = (type: number) => every.filter((one) => one.type === type).map(({ value }) => String(value));
  const users = ids(6).flatMap((id) => world.users.get(id) ?? []);
  const channels = ids(7).flatMap((id) => world.channels.get(id) ?? []);
  const roles = ids(8).flatMap((id) => channel.server?.roles.find((role) => role.id === id) ?? []);
  if (users.length + channels.length + roles.length === 0) return {};
  return {
    resolved: {
      users: Object.fromEntries(users.map((one) => [one.id, userObject(one)])),
      channels: Object.fromEntries(
        channels.map((one) => [one.id, { ...channelObject(one, world), permissions: String(everyBit) }]),
      ),
      roles: Object.fromEntries(
        roles.map((one) => [
          one.id,
          {
            id: one.id,
            name: one.name,
            mentionable: one.mentionable,
            permissions: "0",
            position: 1,
            color: 0,
            hoist: false,
            managed: false,
            flags: 0,
          },
        ]),
      ),
    },
  };
}
