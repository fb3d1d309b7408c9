import type { HTMLElement } from "node-html-parser";
import type { Actor, Held, Name, Seen } from "./stage.js";

/** What a browser can do: load the page, send a form. */
export type Page = {
  load(member: string): Promise<HTMLElement>;
  fetch(member: string, path: string): Promise<string>;
  send(member: string, path: string, fields: Record<string, string>): Promise<void>;
};

/** Somebody who sits before the playground. */
export function webActor(name: Name, page: Page): Actor {
  const member = name.toLowerCase();
  const newest = async (): Promise<Seen | null> => {
    const [card] = cards(await page.load(member), "#private");
    return card ? see(card) : null;
  };
  const held = (card: HTMLElement | undefined, label: string): Held => {
    const button = card
      ?.querySelectorAll("button")
      .find((one) => words(one) === label || words(one.querySelector("b") ?? one) === label);
    if (!card || !button) throw new Error(`there is no button ${label}`);
    const form = { ...hidden(card), press: button.getAttribute("value") ?? "" };
    return async () => {
      await page.send(member, "/press", form);
      return await newest();
    };
  };
  const inChannel = async () => cards(await page.load(member), "#channel");
  const inPrivate = async () => cards(await page.load(member), "#private");
  const holdOption = async (option: string, back: number) => {
    const card = (await inChannel()).filter((one) => see(one).options.length > 0).at(back);
    const found = card && see(card).options.find((one) => one.text.includes(option));
    return held(card, found?.letter ?? option);
  };

  return {
    async press(label, back = 0) {
      const having = (await inChannel()).filter((card) => see(card).buttons.includes(label));
      return await held(having.at(back), label)();
    },
    answer: async (option, back = 0) => (await holdOption(option, back))(),
    hold: (option) => holdOption(option, 0),
    pressPrivate: async (label) => held((await inPrivate())[0], label)(),
    holdPrivate: async (label) => held((await inPrivate())[0], label),
    async readFile() {
      const links = (await inPrivate()).flatMap((card) => card.querySelectorAll(".file a"));
      return await page.fetch(member, links[0]?.getAttribute("href") ?? "");
    },
    async fill(fields) {
      const [card] = await inPrivate();
      if (!card) throw new Error("there is no form to fill in");
      const given = Object.entries(fields).map(([field, value]) => [`field.${field}`, value] as const);
      await page.send(member, "/answer", { ...filledIn(card), ...Object.fromEntries(given) });
      return await newest();
    },
    async type(line) {
      await page.send(member, "/command", { command: `/${line}` });
      return await newest();
    },
    async say(words) {
      await page.send(member, "/command", { command: words });
      return await newest();
    },
  };
}

export function cards(document: HTMLElement, pane: string): readonly HTMLElement[] {
  return document.querySelectorAll(`${pane} article.message`);
}

export function see(card: HTMLElement): Seen {
  return {
    text: words(card.querySelector(".card") ?? card),
    buttons: card.querySelectorAll("button").map(words),
    options: card.querySelectorAll(".options li").map((option) => ({
      letter: words(option.querySelector(".letter") ?? option),
      text: words(option.querySelector("span") ?? option),
    })),
  };
}

function hidden(card: HTMLElement): Record<string, string> {
  const fields = card
    .querySelectorAll("input[type=hidden]")
    .map((input) => [input.getAttribute("name") ?? "", input.getAttribute("value") ?? ""] as const);
  return Object.fromEntries(fields);
}

/** What the form holds already, as a browser sends it. */
function filledIn(card: HTMLElement): Record<string, string> {
  const fields = card
    .querySelectorAll("input")
    .filter((input) => input.getAttribute("type") !== "radio" || input.hasAttribute("checked"))
    .map((input) => [input.getAttribute("name") ?? "", input.getAttribute("value") ?? ""] as const);
  return Object.fromEntries(fields);
}

function words(element: HTMLElement): string {
  return element.structuredText.replace(/[ \t]+/g, " ").trim();
}
