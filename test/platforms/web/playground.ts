import type { Drawer, Event, Inbox, Platform } from "../../../src/app/platform.js";
import { channelId, keyOf } from "../../../src/core/ids.js";
import { heading, type Message } from "../../../src/core/message.js";
import { paragraph } from "../../../src/core/prose.js";
import type { Face, WebParts } from "../../../src/platforms/web/parts.js";
import { createWeb } from "../../../src/platforms/web/web.js";
import { send } from "./http.js";

export const channel = channelId("web:playground/aws-study");
export const theChannel = { kind: "channel", id: channel } as const;
export const key = (words: string) => keyOf(words);
/** Tuesday 10 March 2026, 11:40 in Berlin. */
export const noon = new Date("2026-03-10T10:40:00Z");

export const face: Face = {
  channel,
  name: "#aws-study",
  line: "One question at 09:00, Monday to Friday.",
  zone: "Europe/Berlin",
  nextPost: new Date("2026-03-11T08:00:00Z"),
  ahead: new Date("2026-03-11T08:00:00Z"),
};

/** A drawer without a disk; `full` makes every write fail, as a full disk does. */
export function aDrawer(): Drawer & { full: boolean; readonly rows: Map<string, string> } {
  const rows = new Map<string, string>();
  return {
    full: false,
    rows,
    get: async (name) => rows.get(name) ?? null,
    async put(name, value) {
      if (this.full) throw new Error("database or disk is full");
      rows.set(name, value);
    },
    remove: async (name) => void rows.delete(name),
    all: async () =>
      [...rows].map(([name, value]) => ({ name, value })).sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** A message of a heading and a sentence. */
export function aMessage(words: string): Message {
  return { summary: words, blocks: [heading(words), { kind: "passage", passage: paragraph(words) }] };
}

/** One pane of a whole page. */
export function paneOf(page: string, pane: "channel" | "private"): string {
  const from = page.indexOf(`<section class="pane" id="${pane}"`);
  return page.slice(from, page.indexOf("</section>", from));
}

/** An open playground and what it was told; `bot` is whoever answers, nobody by default. */
export async function aPlayground(bot: Inbox = async () => ({}), parts: Partial<WebParts> = {}) {
  const events: Event[] = [];
  const logged: string[] = [];
  const clock = { now: noon };
  const web = createWeb({
    port: 0,
    clock: () => clock.now,
    advance: async (to) => {
      clock.now = to;
    },
    face: async () => face,
    drawer: aDrawer(),
    log: (words) => logged.push(words),
    ...parts,
  });
  const inbox: Inbox = async (event) => {
    events.push(event);
    return bot(event);
  };
  await web.start(inbox, async () => {});
  return { web, events, logged, clock, as: (member: string) => visitor(web, member) };
}

/** Somebody at a browser of their own. */
export function visitor(web: Platform & { url(): string }, member: string) {
  const headers = { cookie: `member=${member}` };
  return {
    get: (path: string) => send(web.url() + path, { headers }),
    post: (path: string, form: Readonly<Record<string, string>>) =>
      send(web.url() + path, { method: "POST", form, headers: { ...headers, origin: web.url() } }),
  };
}
