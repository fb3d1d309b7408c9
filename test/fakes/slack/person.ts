import { command, directOf, tell, use } from "./acting.js";
import type { Channel } from "./channel.js";
import { chosenIn, type Fields } from "./filling.js";
import { type Json, recordIn, stringIn } from "./json.js";
import type { Doer } from "./payloads.js";
import { type Control, controlsIn, labelOf } from "./reading.js";
import { blocksOf, type Shown, troubled } from "./shown.js";
import { dismiss, submit } from "./submitting.js";
import { viewJson } from "./view-methods.js";
import type { Wires } from "./wires.js";
import { type Member, type Message, markShown, newTs, screenOf, type Team, type View } from "./world.js";
import { writtenEvent } from "./writing.js";

/** What a person can use: a message, a view, or what she was just shown. */
export type Usable = Message | View | Shown;

/** Somebody in a workspace; each act gives what she alone is shown in the end. */
export class Person {
  readonly id: string;
  readonly name: string;
  readonly member: Member;
  private readonly wires: Wires;
  private readonly doer: Doer;

  constructor(wires: Wires, team: Team, member: Member) {
    this.id = member.id;
    this.name = member.name;
    this.member = member;
    this.wires = wires;
    this.doer = { world: wires.world, member, team };
  }

  /** A button by its action id, its words, or the first of its words. An old copy of a message is an old screen. */
  async presses(on: Usable, what: string): Promise<Shown> {
    const target = targetOf(on);
    const control = this.find(target, what, ({ type }) => type === "button");
    return await use(this.wires, this.doer, { on: target, control, chosen: {} });
  }

  /** Choices of a select, radio buttons, checkboxes or overflow by action id, each by value or words. */
  async chooses(on: Usable, actionId: string, ...wanted: readonly string[]): Promise<Shown> {
    const target = targetOf(on);
    const control = this.find(target, actionId, ({ type }) => type !== "button");
    return await use(this.wires, this.doer, {
      on: target,
      control,
      chosen: chosenIn(control.element, wanted),
    });
  }

  /** A command with its slash, in a channel or in the direct conversation with the app. */
  async types(where: Channel | "direct", line: string): Promise<Shown> {
    if (where === "direct") return await command(this.wires, this.doer, { where: this.direct(), line });
    if (!where.at.members.has(this.id)) throw new Error(`${this.name} is not in ${where.name}`);
    return await command(this.wires, this.doer, { where: where.at, line });
  }

  /** Words in the direct conversation with the app. */
  async writes(text: string): Promise<Shown> {
    if (!this.wires.world.manifest.messagesTab) {
      return troubled(this.wires.world, this.id, "Sending messages to this app has been turned off.");
    }
    return await tell(
      this.wires,
      this.doer,
      writtenEvent(this.wires, this.doer, { where: this.direct(), text }),
    );
  }

  /** Words in a channel, with the app mentioned in front. */
  async mentions(where: Channel, text: string): Promise<Shown> {
    const { emit } = this.wires;
    const event = writtenEvent(this.wires, this.doer, { where: where.at, text });
    const said = { ...event, text: `<@${this.doer.team.botUser}> ${stringIn(event.text)}` };
    emit(this.doer.team, said);
    const { channel_type: _, client_msg_id: __, ...mention } = said as Record<string, unknown>;
    return await tell(this.wires, this.doer, { ...mention, type: "app_mention" });
  }

  /** Opens the app's home tab; gives what stands there in the end. */
  async opensHome(): Promise<View | null> {
    const home = this.home();
    const event = { type: "app_home_opened", user: this.id, channel: this.direct().id, tab: "home" };
    const view = home ? { view: viewJson(this.wires.world, home) } : {};
    await tell(this.wires, this.doer, { ...event, ...view, event_ts: newTs(this.wires.world) });
    return this.home();
  }

  /** Sends a form, fields by block id, action id or label; refused by the client where a required one is empty. */
  async submits(form: View | Shown, fields: Fields = {}): Promise<Shown> {
    const view = targetOf(form);
    if ("ts" in view) throw new Error("that is a message, not a form");
    return await submit(this.wires, this.doer, { view, fields });
  }

  async closes(form: View | Shown): Promise<void> {
    const view = targetOf(form);
    if (!("ts" in view)) await dismiss(this.wires, this.doer, view);
  }

  leaves(channel: Channel): void {
    channel.at.members.delete(this.id);
    const event = { type: "member_left_channel", user: this.id, channel: channel.id, channel_type: "C" };
    this.wires.emit(this.doer.team, { ...event, team: this.doer.team.id, event_ts: newTs(this.wires.world) });
  }

  /** Private answers on her screen, newest first. */
  ephemerals(): readonly Message[] {
    return screenOf(this.wires.world, this.id)
      .private.filter(({ gone }) => !gone)
      .reverse();
  }

  /** The direct conversation with the app, newest first, her own words too. */
  directMessages(): readonly Message[] {
    return this.direct()
      .messages.filter(({ gone }) => !gone)
      .reverse();
  }

  home(): View | null {
    return screenOf(this.wires.world, this.id).home;
  }

  /** The form on top; null where none is open. */
  modal(): View | null {
    return screenOf(this.wires.world, this.id).modals.findLast(({ open }) => open) ?? null;
  }

  /** What Slack told her went wrong, oldest first. */
  troubles(): readonly string[] {
    return screenOf(this.wires.world, this.id).troubles;
  }

  /** Starts the client anew: private answers and forms are gone. */
  reloads(): void {
    const screen = screenOf(this.wires.world, this.id);
    for (const message of screen.private.splice(0)) message.gone = true;
    for (const view of screen.modals) view.open = false;
    markShown(this.wires.world, this.id, null);
  }

  /** Waits until her newest private answer, direct message or view says so. */
  async sees(words: string | RegExp, within = 3000): Promise<Message | View> {
    const { world, calm } = this.wires;
    const says = (text: string) => (typeof words === "string" ? text.includes(words) : words.test(text));
    const latest = () => screenOf(world, this.id).latest;
    await calm.until(() => says(JSON.stringify(latest() ?? "")), within);
    const found = latest();
    if (!found) throw new Error(`${this.name} sees nothing`);
    return found;
  }

  private direct() {
    return directOf(this.wires, this.doer);
  }

  private find(target: Message | View, what: string, keep: (element: Json) => boolean): Control {
    const controls = controlsIn(blocksOf(target)).filter(({ element }) => keep(element));
    const found =
      controls.find(({ element }) => element.action_id === what) ??
      controls.find(({ element }) => labelOf(element) === what) ??
      controls.find(({ element }) => stringIn(recordIn(element).accessibility_label) === what) ??
      controls.find(({ element }) => labelOf(element).startsWith(`${what} `));
    if (found) return found;
    const there = controls.map(({ element }) => `${labelOf(element)} (${stringIn(element.action_id)})`);
    throw new Error(`there is no ${what} to use; there is: ${there.join(", ") || "nothing"}`);
  }
}

function targetOf(on: Usable): Message | View {
  if ("ts" in on || "content" in on) return on;
  const target = on.message ?? on.view;
  if (!target) throw new Error(`nothing was shown that could be used: ${on.text}`);
  return target;
}
