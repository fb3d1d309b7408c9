import type { Caller } from "./method.js";
import { Refusal } from "./refusal.js";
import { type Conversation, isOf, newId } from "./world.js";

/** The direct conversation of the app with a person, opened where there was none. */
export function openDirect({ world, team }: Pick<Caller, "world" | "team">, person: string): Conversation {
  const member = world.members.get(person);
  if (!member || !(isOf(member, team) || sharesChannel(person, { world, team }))) {
    throw new Refusal("user_not_found");
  }
  if (member.bot) throw new Refusal("cannot_dm_bot");
  if (member.deleted) throw new Refusal("user_disabled");
  const found = [...world.conversations.values()].find(
    (one) => one.person === person && one.team === team.id,
  );
  if (found) return found;
  const fresh: Conversation = {
    id: newId(world, "D"),
    name: "directmessage",
    kind: "im",
    team: team.id,
    person,
    members: new Set([person, team.botUser]),
    sharedWith: new Set(),
    archived: false,
    deleted: false,
    restricted: false,
    messages: [],
  };
  world.conversations.set(fresh.id, fresh);
  return fresh;
}

function sharesChannel(person: string, { world, team }: Pick<Caller, "world" | "team">): boolean {
  return [...world.conversations.values()].some(
    ({ team: owner, members, sharedWith }) =>
      members.has(person) && (owner === team.id || sharedWith.has(team.id)) && sharedWith.size > 0,
  );
}
