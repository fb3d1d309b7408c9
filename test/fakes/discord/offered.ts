import { memberPermissions } from "./objects.js";
import { bits } from "./permissions.js";
import type { Channel, Command, User } from "./world.js";

/** The client lists only what may be used here, by her; anything else cannot be sent. */
export function refuseHidden(user: User, channel: Channel, { name, ...command }: Command): void {
  const { server } = channel;
  const context = server ? 0 : channel.person === user ? 1 : 2;
  const hidden = (why: string) => new Error(`/${name} is not offered to ${user.name} there: ${why}`);
  if (command.contexts && !command.contexts.includes(context))
    throw hidden(`its contexts are ${command.contexts.join(", ")}`);
  const types = command.integration_types ?? [0];
  const viaServer = types.includes(0) && (server ? server.joined : true);
  const viaPerson = types.includes(1) && user.installed;
  if (!viaServer && !viaPerson) throw hidden("it is not installed for this place");
  if (server?.opened.get(name)?.has(user.id)) return;
  const needed = command.default_member_permissions;
  if (!server || needed === null || needed === undefined) return;
  const own = memberPermissions(user, server);
  const all = (own & bits.Administrator) !== 0n;
  if (!all && (BigInt(needed) === 0n || (own & BigInt(needed)) !== BigInt(needed)))
    throw hidden("she lacks the permission");
}
