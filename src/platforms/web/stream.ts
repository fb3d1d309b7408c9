import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import { renderArticle } from "./article.js";
import { aheadWords, renderNow, renderRuler } from "./bar.js";
import type { Desk } from "./desk.js";
import type { Kept, Pane } from "./kept.js";
import type { Member } from "./people.js";

/** Tells an open page what comes and changes in the channel and in its member's own pane; nobody else's. */
export function stream(c: Context, member: Member, desk: Desk): Response {
  const after = Number(c.req.header("last-event-id") ?? c.req.query("after"));
  return streamSSE(c, async (page) => {
    // Another tab became somebody else, or the messages are not those that the page was made from.
    if (c.req.query("as") !== member || !(after <= desk.pile.latest())) {
      await page.writeSSE({ event: "reload", data: "" });
      return;
    }
    let last: Promise<void> = Promise.resolve();
    const inTurn = (tell: () => Promise<void>) => {
      last = last.then(tell).catch((error) => desk.log(`A page could not be told: ${error}`));
    };
    const send = (kept: Kept) => {
      if (kept.pane !== "channel" && kept.pane !== member) return;
      inTurn(() => write(kept));
    };
    const write = async (kept: Kept) => {
      const face = await desk.face();
      const [now, root] = [desk.clock(), desk.pile.get(kept.under ?? kept.id)];
      if (!root) return;
      const card = {
        pane: root.pane === "channel" ? "channel" : "private",
        id: root.id,
        top: root.turn === kept.changed,
        html: String(await renderArticle(root, desk.pile, { zone: face.zone, now })),
        now: String(await renderNow(now, face.zone)),
        ruler: String(await renderRuler(now, face)),
        ahead: aheadWords(face),
      };
      await page.writeSSE({ event: "card", id: String(kept.changed), data: JSON.stringify(card) });
    };
    /** The cards that are still there: a page that slept while some were deleted shows them no longer. */
    const tellThere = (pane: Pane) => {
      if (pane !== member) return;
      const ids = desk.pile.in(member).map(({ id }) => id);
      inTurn(() => page.writeSSE({ event: "there", data: JSON.stringify(ids) }));
    };
    tellThere(member);
    for (const kept of desk.pile.after(after)) send(kept);
    const unwatch = desk.pile.watch({ came: send, went: tellThere });
    await new Promise<void>((resolve) => {
      const forget = desk.onClose(resolve);
      page.onAbort(() => {
        forget();
        resolve();
      });
    });
    unwatch();
  });
}
