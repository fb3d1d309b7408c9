import { type Json, parsed, recordIn } from "./json.js";
import { flag, text } from "./method.js";
import { contentOf, editAs, postAs } from "./posting.js";
import { Refusal } from "./refusal.js";
import {
  type Conversation,
  type Message,
  markShown,
  newSecret,
  screenOf,
  type Team,
  type World,
} from "./world.js";

type Opening = {
  readonly team: Team;
  readonly person: string;
  readonly channel: Conversation;
  /** The message that was pressed; null for a command. */
  readonly source: Message | null;
};

type ResponseUrl = Opening & { readonly at: number; uses: number; last: Message | null };

const mostUses = 5;
const life = 30 * 60_000;

/** The addresses given out with commands and presses: five answers in half an hour each. */
export class Responses {
  private readonly open = new Map<string, ResponseUrl>();
  private readonly world: World;
  private readonly origin: () => string;

  constructor(world: World, origin: () => string) {
    this.world = world;
    this.origin = origin;
  }

  issue(opening: Opening): string {
    const id = newSecret("");
    this.open.set(id, { ...opening, at: this.world.now(), uses: 0, last: null });
    const room = opening.source ? "actions" : "commands";
    return `${this.origin()}/${room}/${opening.team.id}/1/${id}`;
  }

  /** Shows what an acknowledgement of a command carried, as an answer to it. */
  acknowledge(address: string, answer: Json): void {
    const found = this.open.get(address.split("/").at(-1) ?? "");
    if (found) this.show(found, answer);
  }

  /** HTTP status and body. */
  answer(id: string, body: string): { readonly status: number; readonly body: string } {
    const found = this.open.get(id);
    if (!found || this.world.now() - found.at > life) return refused(404, "expired_url");
    if (found.uses >= mostUses) return refused(404, "used_url");
    found.uses += 1;
    const said = parsed(body);
    if (said === undefined) return refused(400, "invalid_payload");
    try {
      this.show(found, recordIn(said));
      return { status: 200, body: "ok" };
    } catch (problem) {
      if (problem instanceof Refusal) return refused(400, problem.code, problem);
      throw problem;
    }
  }

  private show(found: ResponseUrl, args: Json): void {
    const strange = Object.keys(args).filter((name) => !known.includes(name));
    if (strange.length > 0) this.world.strange.push(`response_url: unknown ${strange.join(", ")}`);
    const original = found.source ?? found.last;
    if (flag(args, "delete_original", false)) {
      this.remove(original);
      return;
    }
    const content = contentOf(this.world, args, 40_000);
    if (flag(args, "replace_original", false) && original) {
      if (original.gone && original.only === null) throw new Refusal("message_not_found");
      editAs(this.world, found.team, original, { content, args, metadata: null });
      if (original.only !== null && !original.gone) markShown(this.world, original.only, original);
      const there = this.world.conversations.get(original.channel);
      if (there?.person) markShown(this.world, there.person, original);
      return;
    }
    const aloud = args.response_type === "in_channel";
    if (aloud && found.channel.archived) throw new Refusal("is_archived");
    const threadTs = text(args, "thread_ts") || null;
    const only = aloud ? null : found.person;
    found.last = postAs(this.world, found.team, found.channel, {
      content,
      args,
      metadata: null,
      threadTs,
      only,
    });
  }

  private remove(original: Message | null): void {
    if (!original) throw new Refusal("message_not_found");
    original.gone = true;
    if (original.only === null) return;
    const { private: shown } = screenOf(this.world, original.only);
    if (shown.includes(original)) shown.splice(shown.indexOf(original), 1);
    markShown(this.world, original.only, null);
  }
}

const known = [
  "text",
  "blocks",
  "attachments",
  "response_type",
  "replace_original",
  "delete_original",
  "thread_ts",
  "mrkdwn",
  "unfurl_links",
  "unfurl_media",
  "link_names",
  "parse",
  "metadata",
];

function refused(status: number, error: string, refusal?: Refusal) {
  return { status, body: JSON.stringify(refusal?.body() ?? { ok: false, error }) };
}
