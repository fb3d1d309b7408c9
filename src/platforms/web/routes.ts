import { readFile } from "node:fs/promises";
import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { code, type Prose, text } from "../../core/prose.js";
import { act, ask, trouble } from "./act.js";
import { answer } from "./answer.js";
import type { Desk } from "./desk.js";
import { sendFile } from "./file.js";
import { privatePane, readForm } from "./form.js";
import { guard, limit, smallPage } from "./guard.js";
import { type Kept, receiptOf } from "./kept.js";
import { renderPage } from "./page.js";
import { type Member, readMember } from "./people.js";
import { stream } from "./stream.js";
import { typedPress } from "./typed.js";

/** Every address of the playground. A GET changes nothing; every POST leads back to the page. */
export function createRoutes(desk: Desk): Hono {
  const app = new Hono();
  app.use(guard(desk.port), limit);

  app.get("/", async (c) => {
    const [face, member] = [await desk.face(), memberIn(c)];
    const pane = c.req.query("pane") === "private" ? "private" : "channel";
    const seen = Number(c.req.query("seen")) || 0;
    return c.html(renderPage({ member, pane, face, seen, pile: desk.pile, now: desk.clock() }));
  });
  app.get("/style.css", (c) => asset(c, "style.css", "text/css"));
  for (const name of ["script.js", "cards.js", "step.js", "complete.js"])
    app.get(`/${name}`, (c) => asset(c, name, "text/javascript"));
  app.get("/events", (c) => stream(c, memberIn(c), desk));
  app.get("/file/:id", (c) => sendFile(c, (id) => visible(id, memberIn(c), desk)));

  app.get("/suggest", async (c) => {
    const words = withoutSlash((c.req.query("words") ?? "").slice(0, 200));
    const typing = { kind: "typing", words } as const;
    const reply = await ask({ member: memberIn(c), did: typing, from: "channel", at: desk.clock() }, desk);
    return c.json((reply.suggest ?? []).slice(0, 10));
  });

  app.post("/member", async (c) => {
    const form = await readForm(c);
    const member = readMember(form.get("member"));
    if (!member) return smallPage(c, 400, "The playground knows Ada, Ben, Chidi and Dana.");
    setCookie(c, "member", member, { httpOnly: true, sameSite: "Strict", path: "/" });
    return c.redirect(form.get("pane") === "private" ? "/?pane=private" : "/", 303);
  });

  app.post("/clock", async (c) => {
    const move = (await readForm(c)).get("move");
    if (move !== "hour" && move !== "ahead")
      return smallPage(c, 400, "The clock moves by an hour, or to the next question.");
    try {
      await desk.walk(move);
    } catch (error) {
      await trouble(error, { member: memberIn(c), why: [text("The clock")] }, desk);
    }
    return c.redirect("/", 303);
  });

  app.post("/press", async (c) => {
    const [form, member] = [await readForm(c), memberIn(c)];
    const press = form.get("press") ?? "";
    if (press === "" || press.length > 2000) return smallPage(c, 400, "That is no button of the playground.");
    const card = visible(form.get("card") ?? "", member, desk);
    const own = card?.pane === member ? { card } : {};
    const on = card?.key === undefined ? {} : { on: receiptOf(card, (await desk.face()).channel) };
    const why = [text(`You pressed ${labelOf(press, card)}`)];
    await act(
      { member, did: { kind: "press", press }, from: card?.from ?? "channel", ...own, ...on, why },
      desk,
    );
    return c.redirect(privatePane, 303);
  });

  app.post("/command", async (c) => {
    const [form, member] = [await readForm(c), memberIn(c)];
    const words = (form.get("command") ?? "").trim();
    if (words.length > 2000) return smallPage(c, 400, "That is too long for a command.");
    if (words !== "") await act({ member, ...readWords(words, desk.pile.in(member)) }, desk);
    return c.redirect(privatePane, 303);
  });

  app.post("/answer", (c) => answer(c, memberIn(c), desk));

  app.notFound((c) => smallPage(c, 404, "There is nothing at this address."));
  app.onError((error, c) => {
    desk.log(`The playground failed at ${c.req.method} ${c.req.path}: ${error.stack ?? error}`);
    return smallPage(c, 500, "Something went wrong in Cuecard. The reason stands in its log.");
  });
  return app;
}

/** Ada, until somebody is chosen. */
function memberIn(c: Context): Member {
  return readMember(getCookie(c, "member")) ?? "ada";
}

/** Nobody reaches into another's pane, whatever a form says. */
function visible(id: string, member: Member, desk: Desk): Kept | undefined {
  const kept = desk.pile.get(id);
  return kept && (kept.pane === "channel" || kept.pane === member) ? kept : undefined;
}

function labelOf(press: string, card: Kept | undefined): string {
  const blocks = card?.body.kind === "message" ? card.body.message.blocks : [];
  const buttons = blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : []));
  const label = buttons.find((button) => button.press === press)?.label;
  if (label === undefined) return "a button";
  return label.length === 1 ? label : `“${label}”`;
}

/** With a slash it is a command, which belongs to the channel; without one it answers, or is said to the bot alone. */
function readWords(words: string, cards: readonly Kept[]) {
  const shown = words.length > 80 ? `${words.slice(0, 80)}…` : words;
  if (!words.startsWith("/")) {
    const why = [text(`You: ${shown}`)];
    const typed = typedPress(cards, words);
    if (!typed) return { did: { kind: "said", text: words }, from: "direct", why } as const;
    const { press, card } = typed;
    return { did: { kind: "press", press }, from: card.from, card, why } as const;
  }
  const why: Prose = [code(shown)];
  return { did: { kind: "command", words: withoutSlash(words) }, from: "channel", why } as const;
}

const withoutSlash = (words: string) => words.trimStart().replace(/^\//, "");

async function asset(c: Context, name: string, type: string) {
  c.header("Content-Type", `${type}; charset=utf-8`);
  return c.body(await readFile(new URL(`./${name}`, import.meta.url), "utf8"));
}
