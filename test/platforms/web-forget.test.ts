import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.js";
import { personId } from "../../src/core/ids.js";
import { openStore } from "../../src/store/sqlite/sqlite-store.js";
import { openPlayground } from "../support/playground.js";
import { listenTo } from "./web/http.js";
import { aDrawer, aMessage, aPlayground, key, noon, paneOf, theChannel, visitor } from "./web/playground.js";

const ada = personId("web:ada");
const file = { kind: "file", name: "ada.json", bytes: new Uint8Array([1]) } as const;

/** Ada has two cards, the second with a file; Ben and the channel have one each. */
async function aPile() {
  const drawer = aDrawer();
  const world = await aPlayground(async () => ({ whisper: { summary: "x", blocks: [file] } }), { drawer });
  const { web, as } = world;
  await web.post({ kind: "direct", person: ada }, aMessage("Psst, Ada"), key("n1"));
  await as("ada").post("/command", { command: "/mydata export" });
  await as("ben").post("/command", { command: "/quiz" });
  await web.post(theChannel, aMessage("For all"), key("r1"));
  return { ...world, drawer };
}

describe("who is forgotten", () => {
  it("has no cards and no files left, on the page and on disk; everybody else keeps theirs", async () => {
    const { web, as, drawer } = await aPile();
    expect((await as("ada").get("/file/m2.0")).status).toBe(200);
    await web.forget?.(ada);
    const page = (await as("ada").get("/")).text;
    expect([page.includes("Psst"), page.includes("ada.json"), page.includes("For all")]).toEqual([
      ...[false, false, true],
    ]);
    expect((await as("ada").get("/file/m2.0")).status).toBe(404);
    expect([...drawer.rows.keys()].sort()).toEqual(["count", "message/m3", "message/m4"]);
    expect((await as("ben").get("/file/m3.0")).status).toBe(200);
    await web.stop();
  });

  it("is gone from every open page, also from one that slept meanwhile", async () => {
    const { web, as } = await aPile();
    const open = await listenTo(`${web.url()}/events?after=4&as=ada`, "ada");
    const bens = await listenTo(`${web.url()}/events?after=4&as=ben`, "ben");
    expect([await open.there(), await bens.there()]).toEqual([["m2", "m1"], ["m3"]]);
    await web.forget?.(ada);
    expect(await open.there()).toEqual([]);
    const slept = await listenTo(`${web.url()}/events?after=4&as=ada`, "ada");
    expect(await slept.there()).toEqual([]);
    await as("ben").post("/command", { command: "/quiz" });
    expect((await bens.next())?.event).toBe("card");
    await web.stop();
  });

  it("leaves no id to anybody: a button on an old screen names nobody else’s card", async () => {
    const drawer = aDrawer();
    const before = await aPlayground(undefined, { drawer });
    await before.web.post({ kind: "direct", person: ada }, aMessage("Psst, Ada"), key("n1"));
    await before.web.forget?.(ada);
    await before.web.stop();
    const { web } = await aPlayground(undefined, { drawer });
    const posted = await web.post(theChannel, aMessage("For all"), key("r1"));
    expect(posted).toMatchObject({ receipt: { message: "m2" } });
    await web.stop();
  });

  it("is told where the disk refuses, and what is left is what still stands there", async () => {
    const { web, as, drawer } = await aPile();
    const remove = drawer.remove;
    drawer.remove = async (name) => {
      if (name === "message/m2") throw new Error("database or disk is full");
      await remove(name);
    };
    await expect(web.forget?.(ada)).rejects.toThrow("full");
    const page = paneOf((await as("ada").get("/")).text, "private");
    expect([page.includes("Psst"), page.includes("ada.json")]).toEqual([false, true]);
    drawer.remove = remove;
    await web.forget?.(ada);
    expect(paneOf((await as("ada").get("/")).text, "private")).not.toContain("<article");
    await web.stop();
  });
});

describe("/mydata delete, with the whole bot", () => {
  it("leaves the closing word alone, also after a restart", async () => {
    const data = mkdtempSync(join(tmpdir(), "cuecard-"));
    const config = readConfig({ CUECARD_DATA: data, CUECARD_PLAYGROUND_PORT: "0" });
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const start = () => openPlayground(config, { clock: () => noon, zone: "Europe/Berlin", log });
    const pane = async (bot: Awaited<ReturnType<typeof start>>) =>
      paneOf((await visitor(bot.web, "ada").get("/")).text, "private");
    const bot = await start();
    const she = visitor(bot.web, "ada");
    for (const command of ["/quiz", "/mydata export", "/mydata delete"])
      await she.post("/command", { command });
    expect(await pane(bot)).toMatch(/\/file\/m\d/);
    const [, card = ""] = /id="(m\d+)"/.exec(await pane(bot)) ?? [];
    const [, press = ""] = /value="([^"]+)" class="danger"/.exec(await pane(bot)) ?? [];
    const { playgroundDatabase: path } = config;
    const holds = () =>
      [path, `${path}-wal`].some((one) => readFileSync(one).includes("is kept about you, as JSON"));
    expect(holds()).toBe(true);
    await she.post("/press", { card, press });
    expect(holds()).toBe(false);
    const check = (page: string) => {
      expect(page.match(/<article/g)).toHaveLength(1);
      expect(page).toContain("Everything about you is deleted.");
    };
    check(await pane(bot));
    await bot.stop();
    const again = await start();
    check(await pane(again));
    await again.stop();
    const store = await openStore(config.playgroundDatabase);
    expect((await store.drawer("web").all()).filter(({ name }) => name.startsWith("message/"))).toHaveLength(
      1,
    );
    await store.close();
    rmSync(data, { recursive: true });
  });
});
