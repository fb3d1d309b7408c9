import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { App } from "../../src/app/app.js";
import { plainPassages } from "../../src/core/prose.js";

export type Pane = "channel" | "private";
export type Hands = ReturnType<typeof handsOn>;

/** What a member does on the page, each done when the page has shown it. */
export function handsOn(page: Page, app: App) {
  const newest = (pane: Pane) => page.locator(`#${pane} > .cards > article`).first();
  /** Nothing is on its way any more: no form, no walk, and the page shows all that the playground has for it. */
  async function calm() {
    await page.locator("[aria-disabled=true], form[data-busy]").first().waitFor({ state: "detached" });
    await expect.poll(() => page.locator("#cards").getAttribute("data-after")).toBe(await latest(page));
  }
  const changed = (read: () => Promise<string | null>, before: string | null) =>
    expect.poll(read).not.toBe(before);

  async function morning() {
    const now = () => page.locator("#now").textContent();
    const before = await now();
    await page.locator(".clock").getByRole("button", { name: "To the next question" }).click();
    await changed(now, before);
    await calm();
    await newest("channel").getByText("Today’s question").waitFor({ state: "attached" });
  }

  async function be(name: string) {
    await page.locator(".members").getByRole("button", { name, exact: true }).click();
    await page.getByRole("heading", { name: `Only you, ${name}` }).waitFor({ state: "attached" });
  }

  const cards = () => page.locator("#private > .cards").innerHTML();

  /** Resolves when a card of the private pane answers. */
  async function press(pane: Pane, name: string | RegExp) {
    const before = await cards();
    await newest(pane).getByRole("button", { name, exact: true }).first().click();
    await changed(cards, before);
    await calm();
  }

  async function command(words: string) {
    const before = await cards();
    await page.getByLabel("Command or answer").fill(words);
    await page.keyboard.press("Enter");
    await changed(cards, before);
    await newest("private").locator(".when", { hasText: words }).waitFor();
    await calm();
  }

  /** `A` or `B`…: the first option that is right, or the first that is not. */
  async function letter(card: Locator, wanted: "right" | "wrong"): Promise<string> {
    const right = rightOptions(app);
    for (const row of await card.locator(".options > li").all()) {
      const words = plain((await row.locator("> :not(.letter)").first().textContent()) ?? "");
      if (right.has(words) === (wanted === "right"))
        return (await row.locator(".letter").textContent()) ?? "";
    }
    throw new Error(`no option is ${wanted}`);
  }

  async function answer(wanted: "right" | "wrong") {
    await press("channel", `Answer ${await letter(newest("channel"), wanted)}`);
  }

  /** Goes through a practice run up to a card that is to be turned. */
  async function toATurnableCard() {
    const show = newest("private").getByRole("button", { name: "Show the answer" });
    while ((await show.count()) === 0) await press("private", /^(Next card|I don’t know)$/);
  }

  return { newest, calm, morning, be, press, command, letter, answer, toATurnableCard };
}

/** The number of the last message that the playground has for this member's page. */
async function latest(page: Page): Promise<string | undefined> {
  const served = await page.request.get(page.url());
  return /data-after="(\d+)"/.exec(await served.text())?.[1];
}

function rightOptions({ bank }: App): ReadonlySet<string> {
  const forms = bank.now.entries.map(({ question }) => question.form);
  const options = forms.flatMap((form) => (form.kind === "choice" ? form.options : []));
  return new Set(options.filter(({ correct }) => correct).map(({ body }) => plain(plainPassages(body))));
}

const plain = (words: string) => words.replace(/\s+/g, " ").trim();
