import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const quiet = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** The Chromium of the system: playwright-core brings none of its own. */
export function aBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: quiet });
}

/** A fresh window without cookies, and everything that went wrong in it. */
export async function aWindow(browser: Browser, options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (line) => line.type() === "error" && faults.push(line.text()));
  return { page, faults, close: () => context.close() };
}

/** How many pixels the page reaches beyond the window, or a pane beyond its own bounds. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate(`Math.max(...[document.documentElement, ...document.querySelectorAll(".pane")]
    .map((part) => part.scrollWidth - part.clientWidth))`);
}

/** What has the focus, as `tag#id`, and the words of a button or a link. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    const { localName, id, textContent } = document.activeElement;
    return localName + (id ? "#" + id : "") + (/^(button|a)$/.test(localName) ? " " + textContent : "");
  })()`);
}
