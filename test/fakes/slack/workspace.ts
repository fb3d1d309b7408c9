import { revokedEvent, takeAway } from "./app-methods.js";
import { Channel } from "./channel.js";
import { everyScope } from "./manifest.js";
import { Person } from "./person.js";
import type { Wires } from "./wires.js";
import { type Conversation, isOf, type Member, newId, newSecret, newTs, type Team } from "./world.js";

export type WorkspaceOptions = {
  readonly name?: string;
  /** False: people of it are met in shared channels alone. */
  readonly installed?: boolean;
  readonly scopes?: readonly string[];
  readonly enterprise?: { readonly id?: string; readonly name: string };
  /** Installed for the whole Enterprise Grid organisation. */
  readonly orgWide?: boolean;
  readonly token?: string;
};

/** A workspace, its channels and its people. */
export class Workspace {
  readonly id: string;
  readonly name: string;
  readonly team: Team;
  private readonly wires: Wires;

  constructor(wires: Wires, options: WorkspaceOptions) {
    const { world } = wires;
    const { installed = true, enterprise, orgWide = false } = options;
    this.wires = wires;
    this.id = newId(world, "T");
    this.name = options.name ?? "Acme";
    this.team = {
      id: this.id,
      name: this.name,
      enterprise: enterprise ? { id: enterprise.id ?? newId(world, "E"), name: enterprise.name } : null,
      orgWide,
      botUser: newId(world, "U"),
      botId: newId(world, "B"),
      token: options.token ?? newSecret("xoxb-"),
      scopes: new Set(options.scopes ?? world.manifest.scopes ?? everyScope),
      standing: installed ? "installed" : "uninstalled",
      groups: [],
    };
    world.teams.set(this.id, this.team);
    const bot = {
      id: this.team.botUser,
      team: this.id,
      alsoIn: [],
      name: "Cuecard",
      admin: false,
      owner: false,
      bot: true,
    };
    world.members.set(bot.id, { ...bot, tz: "America/Los_Angeles", deleted: false });
  }

  /** The bot token of this installation. */
  get token(): string {
    return this.team.token;
  }

  get botUser(): string {
    return this.team.botUser;
  }

  /** Everybody of the workspace is in it, whoever comes later too; `member`: whether the app is. */
  channel(
    name: string,
    options: { member?: boolean; archived?: boolean; private?: boolean; shared?: readonly Workspace[] } = {},
  ): Channel {
    const { world } = this.wires;
    const { member = true, shared = [] } = options;
    const homes = [this.id, ...shared.map(({ id }) => id)];
    const people = [...world.members.values()].filter(
      (one) => !one.bot && homes.some((id) => isOf(one, { id })),
    );
    const at: Conversation = {
      id: newId(world, "C"),
      name: name.replace(/^#/, ""),
      kind: options.private ? "private" : "public",
      team: this.id,
      person: null,
      members: new Set([...people.map(({ id }) => id), ...(member ? [this.team.botUser] : [])]),
      sharedWith: new Set(homes.slice(1)),
      archived: options.archived ?? false,
      deleted: false,
      restricted: false,
      messages: [],
    };
    world.conversations.set(at.id, at);
    return new Channel(this.wires, this.team, at);
  }

  /** `tz` null: the person's profile names no zone. `alsoIn`: other workspaces of the organisation. */
  person(
    name: string,
    options: { admin?: boolean; owner?: boolean; tz?: string | null; alsoIn?: readonly Workspace[] } = {},
  ): Person {
    const { world } = this.wires;
    const { admin = false, owner = false, tz = "UTC", alsoIn = [] } = options;
    const id = newId(world, this.team.enterprise ? "W" : "U");
    const member: Member = {
      id,
      team: this.id,
      alsoIn: alsoIn.map((one) => one.id),
      name,
      admin: admin || owner,
      owner,
      bot: false,
      tz,
      deleted: false,
    };
    world.members.set(id, member);
    for (const one of world.conversations.values()) {
      const homes = [one.team, ...one.sharedWith];
      if (one.kind !== "im" && homes.some((home) => isOf(member, { id: home }))) one.members.add(id);
    }
    return new Person(this.wires, this.team, member);
  }

  /** Somebody of elsewhere, as the app of this workspace meets her: in a channel that is shared, or as a member. */
  meets(person: Person): Person {
    return new Person(this.wires, this.team, person.member);
  }

  /** A channel that is shared with this workspace, as its own people see it. */
  sees(channel: Channel): Channel {
    return new Channel(this.wires, this.team, channel.at);
  }

  /** A user group; gives its id. */
  group(handle: string, name = handle): string {
    const id = newId(this.wires.world, "S");
    this.team.groups.push({ id, handle, name });
    return id;
  }

  grants(...scopes: readonly string[]): void {
    this.team.scopes = new Set([...this.team.scopes, ...scopes]);
  }

  takesAway(...scopes: readonly string[]): void {
    this.team.scopes = new Set([...this.team.scopes].filter((scope) => !scopes.includes(scope)));
  }

  /** Removes the app: its token is dead, and it hears of it. */
  uninstalls(): void {
    takeAway(this.wires.world, this.team, "uninstalled");
    this.tell(revokedEvent(this.team));
    this.tell({ type: "app_uninstalled" });
  }

  /** Takes the token away; the app hears of it. */
  revokesToken(): void {
    takeAway(this.wires.world, this.team, "revoked");
    this.tell(revokedEvent(this.team));
  }

  /** Installs the app again, with a new token. */
  installs(): void {
    this.team.standing = "installed";
    this.team.token = newSecret("xoxb-");
  }

  private tell(event: Readonly<Record<string, unknown>>): void {
    this.wires.emit(this.team, { ...event, event_ts: newTs(this.wires.world) });
  }
}
