import type { Json } from "./json.js";
import { type Caller, type Method, text } from "./method.js";
import { Refusal } from "./refusal.js";
import { isOf, type Member, type World } from "./world.js";

export const peopleMethods: Readonly<Record<string, Method>> = {
  "auth.test": {
    token: "bot",
    tier: "free",
    required: [],
    optional: [],
    scopes: () => [],
    run: ({ team, origin }) => ({
      ok: true,
      url: `${origin}/`,
      team: team.name,
      user: "cuecard",
      team_id: team.id,
      user_id: team.botUser,
      bot_id: team.botId,
      ...(team.enterprise ? { enterprise_id: team.enterprise.id } : {}),
      is_enterprise_install: team.orgWide,
    }),
  },
  "users.info": {
    token: "bot",
    tier: 4,
    required: ["user"],
    optional: ["include_locale"],
    scopes: () => ["users:read"],
    run: info,
  },
  "usergroups.list": {
    token: "bot",
    tier: 2,
    required: [],
    optional: ["include_count", "include_disabled", "include_users", "team_id"],
    scopes: () => ["usergroups:read"],
    run: ({ team }) => ({
      ok: true,
      usergroups: team.groups.map(({ id, handle, name }) => ({
        id,
        team_id: team.id,
        is_usergroup: true,
        handle,
        name,
        date_delete: 0,
      })),
    }),
  },
};

function info(caller: Caller): Json {
  const member = caller.world.members.get(text(caller.args, "user"));
  if (!member) throw new Refusal("user_not_found");
  if (!isOf(member, caller.team) && !meets(caller, member.id)) throw new Refusal("user_not_visible");
  return { ok: true, user: userJson(caller.world, member) };
}

function meets({ world, team }: Caller, person: string): boolean {
  return [...world.conversations.values()].some(
    (one) => one.members.has(person) && (one.team === team.id || one.sharedWith.has(team.id)),
  );
}

/** Who is met in a shared channel comes with the rights that she has at home: they are none here. */
function userJson(world: World, member: Member): Json {
  const enterprise = world.teams.get(member.team)?.enterprise;
  const name = member.name.toLowerCase().replace(/\W+/g, ".");
  return {
    id: member.id,
    team_id: member.team,
    name,
    deleted: member.deleted,
    real_name: member.name,
    ...(member.tz === null
      ? {}
      : { tz: member.tz, tz_label: member.tz, tz_offset: offsetOf(member.tz, world.now()) }),
    profile: { real_name: member.name, display_name: member.name, team: member.team },
    is_bot: member.bot,
    is_app_user: false,
    is_admin: member.admin,
    is_owner: member.owner,
    is_primary_owner: false,
    is_restricted: false,
    ...(enterprise
      ? {
          enterprise_user: {
            id: member.id,
            enterprise_id: enterprise.id,
            teams: [member.team, ...member.alsoIn],
          },
        }
      : {}),
  };
}

function offsetOf(tz: string, at: number): number {
  const name = new Intl.DateTimeFormat("en-GB", { timeZone: tz, timeZoneName: "longOffset" })
    .formatToParts(new Date(at))
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? "") ?? [];
  if (sign === undefined) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
