import { type Json, recordIn, stringIn } from "./json.js";
import { messageJson } from "./posting.js";
import type { Control } from "./reading.js";
import { seatOf, viewJson } from "./view-methods.js";
import {
  type Conversation,
  type Member,
  type Message,
  newSecret,
  type Team,
  type View,
  type World,
} from "./world.js";

/** Who does something, and in which workspace the app hears of it. */
export type Doer = { readonly world: World; readonly member: Member; readonly team: Team };

/** A trigger that opens one modal within three seconds. */
export function newTrigger({ world, member, team }: Doer): string {
  world.counter += 1;
  const id = `${world.counter}.${team.id.slice(-4)}.${newSecret("").slice(0, 16)}`;
  world.triggers.set(id, { person: member.id, team: team.id, at: world.now(), used: false });
  return id;
}

export function commandPayload(doer: Doer, where: Conversation, said: Json): Json {
  const { world, member, team } = doer;
  const names = { public: where.name, private: "privategroup", im: "directmessage" } as const;
  return {
    token: "legacy",
    team_id: team.id,
    team_domain: domainOf(team),
    ...(team.enterprise ? { enterprise_id: team.enterprise.id, enterprise_name: team.enterprise.name } : {}),
    channel_id: where.id,
    channel_name: names[where.kind],
    user_id: member.id,
    user_name: userName(member),
    api_app_id: world.appId,
    is_enterprise_install: String(team.orgWide),
    trigger_id: newTrigger(doer),
    ...said,
  };
}

/** Where a control was used: a message with its answer address, or a view. */
export type Spot =
  | {
      readonly kind: "message";
      readonly message: Message;
      readonly where: Conversation;
      readonly answer: string;
    }
  | { readonly kind: "view"; readonly view: View };

export function actionPayload(doer: Doer, spot: Spot, used: { control: Control; chosen: Json }): Json {
  const { world } = doer;
  const { element, block } = used.control;
  const { type, action_id, text, value, style } = element;
  const action = {
    type,
    action_id,
    block_id: block.block_id,
    ...(text === undefined ? {} : { text: { emoji: true, ...recordIn(text) } }),
    ...(value === undefined ? {} : { value }),
    ...(style === undefined ? {} : { style }),
    ...used.chosen,
    action_ts: `${(world.now() / 1000).toFixed(3)}000`,
  };
  return {
    type: "block_actions",
    ...frame(doer),
    trigger_id: newTrigger(doer),
    state: { values: {} },
    actions: [action],
    ...(spot.kind === "view"
      ? { container: { type: "view", view_id: spot.view.id }, view: viewJson(world, spot.view) }
      : messagePart(doer, spot)),
  };
}

export function viewPayload(
  doer: Doer,
  view: View,
  type: "view_submission" | "view_closed",
  state: Json,
): Json {
  return {
    type,
    ...frame({ ...doer, team: seatOf(doer.world, doer.member.id, view.team) }),
    view: viewJson(doer.world, view, { values: state }),
    ...(type === "view_submission"
      ? { trigger_id: newTrigger(doer), response_urls: [] }
      : { is_cleared: false }),
  };
}

/** The message of a private answer is not in the payload: Slack keeps none. */
function messagePart({ world, team }: Doer, spot: Extract<Spot, { kind: "message" }>): Json {
  const { message, where, answer } = spot;
  const ephemeral = message.only !== null;
  return {
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: where.id,
      is_ephemeral: ephemeral,
      ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    },
    channel: { id: where.id, name: where.kind === "private" ? "privategroup" : where.name },
    ...(ephemeral ? {} : { message: messageJson(world, team, message, false) }),
    response_url: answer,
  };
}

function frame({ world, member, team }: Doer): Json {
  return {
    user: { id: member.id, username: userName(member), name: userName(member), team_id: member.team },
    api_app_id: world.appId,
    token: "legacy",
    team: {
      id: team.id,
      domain: domainOf(team),
      ...(team.enterprise
        ? { enterprise_id: team.enterprise.id, enterprise_name: team.enterprise.name }
        : {}),
    },
    enterprise: team.enterprise,
    is_enterprise_install: team.orgWide,
  };
}

export function userName(member: Member): string {
  return member.name.toLowerCase().replace(/\W+/g, ".");
}

function domainOf(team: Team): string {
  return stringIn(team.name).toLowerCase().replace(/\W+/g, "-");
}
