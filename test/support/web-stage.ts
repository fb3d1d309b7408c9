import { type HTMLElement, parse } from "node-html-parser";
import { readConfig } from "../../src/config.js";
import { type Running, startBot } from "../../src/start.js";
import { scratchFolder } from "./scratch.js";
import type { Actor, OpenStage, Seen } from "./stage.js";

const log = { info: () => {}, warn: () => {}, error: () => {} };

/** The playground as `npm start` opens it, walked through by HTTP alone. */
export const openWebStage: OpenStage = async ({ notes, now: start }) => {
  const data = scratchFolder();
  const config = readConfig({ CUECARD_NOTES: notes, CUECARD_DATA: data, CUECARD_PLAYGROUND_PORT: "0" });
  const run = () => startBot(config, { clock: () => start, zone: "Europe/Berlin", log });
  let bot: Running = await run();
  const page = async (member: string) => {
    const response = await fetch(bot.web.url(), { headers: { cookie: `member=${member}` } });
    return parse(await response.text());
  };
  const send = async (member: string, path: string, fields: Record<string, string>) => {
    const response = await fetch(new URL(path, bot.web.url()), {
      method: "POST",
      redirect: "manual",
      headers: { cookie: `member=${member}`, origin: new URL(bot.web.url()).origin },
      body: new URLSearchParams(fields),
    });
    if (response.status !== 303)
      throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  };

  return {
    actor: (name) => makeActor(name.toLowerCase(), page, send),
    channel: async () => cards(await page("ada"), "#channel").map(see),
    now: () => bot.app.clock(),
    async walkTo(at) {
      await bot.walkTo(at);
    },
    async restart() {
      await bot.stop();
      bot = await run();
    },
    close: () => bot.stop(),
  };
};

type Send = (member: string, path: string, fields: Record<string, string>) => Promise<void>;

function makeActor(member: string, page: (member: string) => Promise<HTMLElement>, send: Send): Actor {
  const newest = async (): Promise<Seen | null> => {
    const [card] = cards(await page(member), "#private");
    return card ? see(card) : null;
  };
  const press = async (card: HTMLElement | undefined, label: string) => {
    const button = card?.querySelectorAll("button").find((one) => words(one) === label);
    if (!card || !button) throw new Error(`there is no button ${label}`);
    const fields = Object.fromEntries(
      card
        .querySelectorAll("input[type=hidden]")
        .map((input) => [input.getAttribute("name") ?? "", input.getAttribute("value") ?? ""]),
    );
    await send(member, "/press", { ...fields, press: button.getAttribute("value") ?? "" });
    return await newest();
  };
  const inChannel = async () => cards(await page(member), "#channel");

  return {
    async press(label, back = 0) {
      const having = (await inChannel()).filter((card) => see(card).buttons.includes(label));
      return await press(having.at(back), label);
    },
    async answer(option, back = 0) {
      const card = (await inChannel()).filter((one) => see(one).options.length > 0).at(back);
      const found = card && see(card).options.find((one) => one.text.includes(option));
      return await press(card, found?.letter ?? option);
    },
    pressPrivate: async (label) => press(cards(await page(member), "#private")[0], label),
    async type(line) {
      await send(member, "/command", { command: `/${line}` });
      return await newest();
    },
  };
}

function cards(document: HTMLElement, pane: string): readonly HTMLElement[] {
  return document.querySelectorAll(`${pane} article.message`);
}

function see(card: HTMLElement): Seen {
  return {
    text: words(card.querySelector(".card") ?? card),
    buttons: card.querySelectorAll("button").map(words),
    options: card.querySelectorAll(".options li").map((option) => ({
      letter: words(option.querySelector(".letter") ?? option),
      text: words(option.querySelector("span") ?? option),
    })),
  };
}

function words(element: HTMLElement): string {
  return element.structuredText.replace(/[ \t]+/g, " ").trim();
}
