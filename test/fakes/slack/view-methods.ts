import type { Json } from "./json.js";
import { type Caller, jsonArgument, type Method, text } from "./method.js";
import { assetsOf } from "./posting.js";
import { Refusal } from "./refusal.js";
import type { Trigger } from "./tickets.js";
import { checkView } from "./view-rules.js";
import { isOf, markShown, newId, screenOf, type Team, type View, type World } from "./world.js";

const none = () => [];

export const viewMethods: Readonly<Record<string, Method>> = {
  "views.publish": {
    token: "bot",
    tier: 4,
    required: ["user_id", "view"],
    optional: ["hash"],
    scopes: none,
    run: publish,
  },
  "views.open": {
    token: "bot",
    tier: 4,
    required: ["view"],
    optional: ["trigger_id", "interactivity_pointer"],
    scopes: none,
    run: (caller) => {
      const trigger = exchange(caller);
      const view = readView(caller, "modal");
      const screen = screenOf(caller.world, trigger.person);
      if (screen.modals.some(({ open }) => open))
        caller.world.strange.push("views.open: a modal is open already");
      for (const old of screen.modals) old.open = false;
      return {
        ok: true,
        view: viewJson(caller.world, showModal(caller.world, caller.team, trigger.person, view)),
      };
    },
  },
  "views.push": {
    token: "bot",
    tier: 4,
    required: ["view"],
    optional: ["trigger_id", "interactivity_pointer"],
    scopes: none,
    run: (caller) => {
      const trigger = exchange(caller);
      const view = readView(caller, "modal");
      const open = screenOf(caller.world, trigger.person).modals.filter((one) => one.open);
      if (open.length === 0) throw new Refusal("not_found");
      if (open.length >= 3) throw new Refusal("push_limit_reached");
      return {
        ok: true,
        view: viewJson(caller.world, showModal(caller.world, caller.team, trigger.person, view)),
      };
    },
  },
  "views.update": {
    token: "bot",
    tier: 4,
    required: ["view"],
    optional: ["view_id", "external_id", "hash"],
    scopes: none,
    run: update,
  },
};

/** A view as the API and the payloads give it out, with what was filled in so far. */
export function viewJson(world: World, view: View, state: Json = { values: {} }): Json {
  return {
    id: view.id,
    team_id: seatOf(world, view.person, view.team).id,
    private_metadata: "",
    callback_id: "",
    clear_on_close: false,
    notify_on_close: false,
    close: null,
    submit: null,
    external_id: "",
    previous_view_id: null,
    ...view.content,
    state,
    hash: view.hash,
    root_view_id: view.rootId,
    app_id: world.appId,
    app_installed_team_id: view.type === "home" ? firstInstalled(world, view.team) : view.team,
    bot_id: world.teams.get(view.team)?.botId ?? "",
  };
}

/** Where somebody sits who uses this app: in its workspace, or in her own where she meets it in a shared channel. */
export function seatOf(world: World, person: string, app: string): Team {
  const member = world.members.get(person);
  const team = world.teams.get(member && !isOf(member, { id: app }) ? member.team : app);
  if (!team) throw new Error(`no workspace ${app}`);
  return team;
}

/** On home tabs Slack names the first installation of an organisation, whichever it is that the tab belongs to. */
function firstInstalled({ teams }: World, app: string): string {
  const enterprise = teams.get(app)?.enterprise?.id;
  const all = [...teams.values()].filter(({ standing }) => standing === "installed");
  return all.find((one) => enterprise !== undefined && one.enterprise?.id === enterprise)?.id ?? app;
}

export function showModal(world: World, team: Team, person: string, content: Json): View {
  const screen = screenOf(world, person);
  const id = newId(world, "V");
  const rootId = screen.modals.find(({ open }) => open)?.rootId ?? id;
  const fresh = { id, team: team.id, person, type: "modal", rootId, content: named(content), open: true };
  const view = { ...fresh, hash: newHash(world) };
  world.views.set(id, view);
  screen.modals.push(view);
  markShown(world, person, view);
  return view;
}

/** Puts new content into a view that is open. */
export function changeView(world: World, view: View, content: Json): void {
  view.content = named(content);
  view.hash = newHash(world);
  markShown(world, view.person, view);
}

function publish(caller: Caller): Json {
  const { world, team, args } = caller;
  const person = text(args, "user_id");
  const view = readView(caller, "home");
  const member = world.members.get(person);
  if (!member || !isOf(member, team)) throw new Refusal("user_not_found");
  if (!world.manifest.homeTab) throw new Refusal("not_enabled");
  const screen = screenOf(world, person);
  const hash = text(args, "hash");
  if (hash !== "" && screen.home && screen.home.hash !== hash) throw new Refusal("hash_conflict");
  if (screen.home) changeView(world, screen.home, view);
  else {
    const id = newId(world, "V");
    const fresh = { id, team: team.id, person, type: "home", rootId: id, content: named(view), open: true };
    screen.home = { ...fresh, hash: newHash(world) };
    world.views.set(id, screen.home);
    markShown(world, person, screen.home);
  }
  return { ok: true, view: viewJson(world, screen.home) };
}

function update(caller: Caller): Json {
  const { world, args } = caller;
  const content = readView(caller, "modal");
  const id = text(args, "view_id");
  const external = text(args, "external_id");
  if (id !== "" && external !== "") {
    throw new Refusal("invalid_arguments", ["Cannot provide both `view_id` and `external_id`"]);
  }
  const view =
    world.views.get(id) ??
    [...world.views.values()].find((one) => one.content.external_id === external && external);
  if (!view || view.team !== caller.team.id || !view.open) throw new Refusal("not_found");
  const hash = text(args, "hash");
  if (hash !== "" && view.hash !== hash) throw new Refusal("hash_conflict");
  changeView(world, view, content);
  return { ok: true, view: viewJson(world, view) };
}

function readView(caller: Caller, type: "modal" | "home"): Json {
  return checkView(jsonArgument(caller.args, "view", "invalid_arguments"), type, assetsOf(caller.world));
}

/** A trigger opens one modal, within three seconds. */
function exchange({ world, team, args }: Caller): Trigger {
  const trigger = world.triggers.get(text(args, "trigger_id"));
  if (!trigger || trigger.team !== team.id) throw new Refusal("invalid_trigger_id");
  if (world.now() - trigger.at > 3000) throw new Refusal("expired_trigger_id");
  if (trigger.used) throw new Refusal("exchanged_trigger_id");
  trigger.used = true;
  return trigger;
}

function newHash(world: World): string {
  world.counter += 1;
  return `${Math.floor(world.now() / 1000)}.h${world.counter}`;
}

/** Blocks with an id where none was given. */
function named(content: Json): Json {
  const blocks = Array.isArray(content.blocks) ? content.blocks : [];
  return { ...content, blocks: blocks.map((block: Json, at) => ({ block_id: `v${at}`, ...block })) };
}
