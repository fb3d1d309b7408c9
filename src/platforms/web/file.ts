import type { Context } from "hono";
import { smallPage } from "./guard.js";
import type { Kept } from "./kept.js";

/** `m17.2`: the picture or file that is the third block of a message which this member may see. */
export function sendFile(c: Context, find: (id: string) => Kept | undefined): Response | Promise<Response> {
  const [id = "", index = ""] = (c.req.param("id") ?? "").split(".");
  const body = find(id)?.body;
  const block = body?.kind === "message" ? body.message.blocks[Number(index)] : undefined;
  switch (block?.kind) {
    case "picture":
      return c.body(new Uint8Array(block.png), 200, { "Content-Type": "image/png" });
    case "file":
      // Never shown in the page, whatever it holds: only kept.
      return c.body(new Uint8Array(block.bytes), 200, {
        "Content-Type": "application/octet-stream",
        "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(block.name).replace(/['()*]/g, "_")}`,
      });
    default:
      return smallPage(c, 404, "There is no such file.");
  }
}
