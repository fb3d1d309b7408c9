import type { Browser, BrowserContextOptions } from "playwright-core";
import { personId } from "../../src/core/ids.js";
import { demo } from "../platforms/web/demo.js";
import { theDaily } from "../platforms/web/gallery.js";
import { aPlayground, key, theChannel } from "../platforms/web/playground.js";
import { aWindow } from "./browser.js";

export const narrow = { viewport: { width: 390, height: 844 } };
export const wide = { viewport: { width: 1440, height: 900 } };
export const ada = { kind: "direct", person: personId("web:ada") } as const;

/** A playground with a day in it, and a window on its page. */
export async function aDay(
  browser: Browser,
  options: BrowserContextOptions,
  parts: Parameters<typeof aPlayground>[1] = {},
) {
  const world = await aPlayground(demo, parts);
  const daily = await world.web.post(theChannel, theDaily(3), key("r41"));
  if (daily.kind !== "posted") throw new Error(daily.kind);
  const window = await aWindow(browser, options);
  await window.page.goto(world.web.url());
  const end = async () => {
    await window.close();
    await world.web.stop();
  };
  return { ...world, ...window, daily: daily.receipt, end };
}

/** What waits for it goes on when it is opened, also where it was opened before. */
export function aGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
