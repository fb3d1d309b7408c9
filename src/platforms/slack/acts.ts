import type { Event, Receipt } from "../../app/platform.js";
import { type Body, listIn, objectIn, objectOf, stringIn } from "./body.js";
import { commandLine, readWords } from "./commands.js";
import { receiptOf, timeOf } from "./names.js";
import { fieldName } from "./render-modal.js";

/** What somebody did, read from what Slack sent and not yet looked up: who that is, what the channel is called. */
export type Act = {
  readonly by: "command" | "press" | "form" | "said" | "home";
  /** Slack's own; the same twice is one act. */
  readonly id: string;
  readonly at: Date;
  readonly user: string;
  /** What Slack calls them in passing: a handle rather than a name. */
  readonly handle: string;
  /** Null on the home tab. */
  readonly channel: { readonly id: string; readonly name: string | null } | null;
  readonly on?: Receipt;
  readonly did: Event["did"];
  /** Where it can be answered, five times in half an hour. */
  readonly url: string | null;
  /** Opens one modal within three seconds. */
  readonly trigger: string | null;
  /** The pressed message is seen by this person alone. */
  readonly isPrivate: boolean;
};

/** Null for whatever is no act of a person. `now`: for what bears no time of its own. */
export function readAct(body: Body, team: string, now: Date): Act | null {
  const act = actIn(body, team, now);
  return act && act.user !== "" && act.id !== "" ? act : null;
}

function actIn(body: Body, team: string, now: Date): Act | null {
  if (typeof body.command === "string") return commandIn(body, team, now);
  switch (body.type) {
    case "block_actions":
      return pressIn(body, team, now);
    case "view_submission":
      return formIn(body, now);
    case "event_callback":
      return eventIn(body, team, now);
    default:
      return null;
  }
}

function commandIn(body: Body, team: string, now: Date): Act {
  const words = commandLine(stringIn(body.command), stringIn(body.text), team);
  return {
    ...{ by: "command", id: stringIn(body.trigger_id), at: now },
    ...{ user: stringIn(body.user_id), handle: stringIn(body.user_name) },
    channel: { id: stringIn(body.channel_id), name: nameIn(body.channel_name) },
    did: { kind: "command", words },
    url: stringIn(body.response_url) || null,
    trigger: stringIn(body.trigger_id) || null,
    isPrivate: false,
  };
}

function pressIn(body: Body, team: string, now: Date): Act | null {
  const [action = {}] = listIn(body.actions);
  const press = stringIn(action.value) || stringIn(objectIn(action.selected_option).value);
  if (press === "") return null;
  const { id: user, username, name } = objectIn(body.user);
  const container = objectIn(body.container);
  const channel = stringIn(objectIn(body.channel).id) || stringIn(container.channel_id);
  const message = stringIn(container.message_ts);
  const isPrivate = container.is_ephemeral === true;
  return {
    ...{ by: "press", id: stringIn(body.trigger_id), at: timeOf(stringIn(action.action_ts)) ?? now },
    ...{ user: stringIn(user), handle: stringIn(username) || stringIn(name) },
    channel: channel === "" ? null : { id: channel, name: nameIn(objectIn(body.channel).name) },
    ...(channel !== "" && message !== "" && !isPrivate ? { on: receiptOf(team, channel, message) } : {}),
    did: { kind: "press", press },
    url: stringIn(body.response_url) || null,
    trigger: stringIn(body.trigger_id) || null,
    isPrivate,
  };
}

/** A form carries where its button was pressed. */
function formIn(body: Body, now: Date): Act {
  const view = objectIn(body.view);
  const { press, url, channel, name } = objectOf(stringIn(view.private_metadata));
  const { id: user, username, name: handle } = objectIn(body.user);
  return {
    ...{ by: "form", id: `${stringIn(view.id)} ${stringIn(view.hash)}`, at: now },
    ...{ user: stringIn(user), handle: stringIn(username) || stringIn(handle) },
    channel: stringIn(channel) === "" ? null : { id: stringIn(channel), name: stringIn(name) || null },
    did: {
      kind: "answered",
      press: stringIn(press),
      fields: fieldsIn(objectIn(objectIn(view.state).values)),
    },
    url: stringIn(url) || null,
    trigger: null,
    isPrivate: true,
  };
}

function fieldsIn(values: Body): Readonly<Record<string, string>> {
  const given = Object.entries(values).map(([name, states]) => {
    const state = objectIn(objectIn(states)[fieldName]);
    return [name, (stringIn(state.value) || stringIn(objectIn(state.selected_option).value)).trim()] as const;
  });
  return Object.fromEntries(given.filter(([, value]) => value !== ""));
}

function eventIn(body: Body, team: string, now: Date): Act | null {
  const event = objectIn(body.event);
  const common = { user: stringIn(event.user), handle: "", url: null, trigger: null, isPrivate: false };
  if (event.type === "app_home_opened" && event.tab === "home") {
    const at = timeOf(stringIn(event.event_ts)) ?? now;
    return {
      ...common,
      by: "home",
      id: stringIn(body.event_id),
      at,
      channel: null,
      did: { kind: "opened-home" },
    };
  }
  const isSaid = event.type === "message" && event.channel_type === "im" && event.subtype === undefined;
  if (!isSaid || event.bot_id !== undefined) return null;
  const text = readWords(stringIn(event.text), team);
  if (text === "") return null;
  return {
    ...common,
    ...{ by: "said", id: stringIn(event.client_msg_id) || stringIn(body.event_id) },
    at: timeOf(stringIn(event.ts)) ?? now,
    channel: { id: stringIn(event.channel), name: null },
    did: { kind: "said", text },
  };
}

/** Slack calls every private channel by one name, and every direct conversation. */
function nameIn(given: unknown): string | null {
  const name = stringIn(given);
  return name === "" || name === "privategroup" || name === "directmessage" ? null : `#${name}`;
}
