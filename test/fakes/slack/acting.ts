import type { Outcome } from "./delivery.js";
import { openDirect } from "./direct.js";
import { isRecord, type Json, stringIn } from "./json.js";
import { actionPayload, commandPayload, type Doer, type Spot } from "./payloads.js";
import type { Control } from "./reading.js";
import { Refusal } from "./refusal.js";
import { type Shown, shownSince, troubled } from "./shown.js";
import type { Wires } from "./wires.js";
import {
  type Conversation,
  isOf,
  type Message,
  screenOf,
  type Team,
  type View,
  type World,
} from "./world.js";

/** Sends a command; what the acknowledgement carries is shown as its answer. */
export async function command(
  wires: Wires,
  doer: Doer,
  said: { where: Conversation; line: string },
): Promise<Shown> {
  const { world, delivery, responses } = wires;
  const { where, line } = said;
  const [, name = "", text = ""] = /^(\/\S+)\s*([\s\S]*)$/.exec(line) ?? [];
  const declared = world.manifest.commands?.includes(name) ?? true;
  const installed = doer.team.standing !== "uninstalled" && doer.team.scopes.has("commands");
  // Who is of another workspace does not know the app's commands.
  if (!declared || !installed || !isOf(doer.member, doer.team)) {
    return troubled(world, doer.member.id, `${name} is not a valid command.`);
  }
  const address = responses.issue({ team: doer.team, person: doer.member.id, channel: where, source: null });
  const payload = commandPayload(doer, where, { command: name, text, response_url: address });
  return await watched(
    wires,
    doer,
    () => delivery.send({ type: "slash_commands", answers: true, payload }),
    (answer) => {
      if (!answers(answer)) return;
      responses.acknowledge(address, answer);
    },
  );
}

/** Presses a button, or makes a choice. */
export async function use(
  wires: Wires,
  actor: Doer,
  how: { readonly on: Message | View; readonly control: Control; readonly chosen: Json },
): Promise<Shown> {
  const { on, control, chosen } = how;
  const doer = { ...actor, team: installationOf(wires.world, on) ?? actor.team };
  if (!wires.world.manifest.interactive) {
    return troubled(
      wires.world,
      doer.member.id,
      "This app is not configured to handle interactive responses.",
    );
  }
  const spot = spotOf(wires, doer, on);
  const payload = actionPayload(doer, spot, { control, chosen });
  const send = () => wires.delivery.send({ type: "interactive", answers: false, payload });
  return await watched(wires, doer, send, () => {});
}

/** Sends an event and waits for what it leads to. */
export async function tell(wires: Wires, doer: Doer, event: Json): Promise<Shown> {
  const { world, calm, emit } = wires;
  const before = screenOf(world, doer.member.id).shown;
  emit(doer.team, event);
  await calm.settled(doer.member.id, before);
  return shownSince(world, doer.member.id, before);
}

/** The direct conversation with the app, opened where there was none. */
export function directOf(wires: Wires, doer: Doer): Conversation {
  return openDirect({ world: wires.world, team: doer.team }, doer.member.id);
}

/** Delivers something, reacts to the acknowledgement, and waits for what else it leads to. */
export async function watched(
  wires: Wires,
  doer: Doer,
  send: () => Promise<Outcome>,
  react: (payload: unknown) => void,
): Promise<Shown> {
  const { world, calm } = wires;
  const person = doer.member.id;
  const before = screenOf(world, person).shown;
  const outcome = await send();
  if (outcome.kind === "failed") return troubled(world, person, outcome.word);
  try {
    react(outcome.payload);
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    world.strange.push(`acknowledgement: ${problem.message}`);
    return troubled(world, person, "invalid_command_response");
  }
  await calm.settled(person, before);
  return shownSince(world, person, before);
}

/** The workspace whose app said it: where several have the app, that is not the workspace of whoever presses. */
function installationOf({ teams, members }: World, on: Message | View): Team | undefined {
  return teams.get("ts" in on ? (members.get(on.user)?.team ?? "") : on.team);
}

function answers(payload: unknown): payload is Json {
  return isRecord(payload) && (stringIn(payload.text) !== "" || payload.blocks !== undefined);
}

function spotOf(wires: Wires, doer: Doer, on: Message | View): Spot {
  if (!("ts" in on)) {
    const view = wires.world.views.get(on.id);
    if (!view?.open || view.person !== doer.member.id) throw new Error("that view is not open for her");
    return { kind: "view", view };
  }
  const where = wires.world.conversations.get(on.channel);
  const shelf = on.only === null ? where?.messages : screenOf(wires.world, doer.member.id).private;
  const message = shelf?.find(({ ts, gone }) => ts === on.ts && !gone);
  if (!where || !message) throw new Error("that message is gone");
  if (!where.members.has(doer.member.id)) throw new Error(`${doer.member.name} is not in ${where.name}`);
  const answer = wires.responses.issue({
    team: doer.team,
    person: doer.member.id,
    channel: where,
    source: message,
  });
  return { kind: "message", message, where, answer };
}
