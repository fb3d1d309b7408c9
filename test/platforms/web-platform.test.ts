import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { describe, expect, it } from "vitest";
import type { Reply } from "../../src/app/platform.js";
import { channelId, personId } from "../../src/core/ids.js";
import { note } from "../../src/core/message.js";
import { text, time } from "../../src/core/prose.js";
import { theDaily, theReveal } from "./web/gallery.js";
import { listenTo } from "./web/http.js";
import { aDrawer, aMessage, aPlayground, channel, key, noon, theChannel } from "./web/playground.js";

const ada = { kind: "direct", person: personId("web:ada") } as const;

describe("posting", () => {
  it("lays channel, direct and thread messages where they belong", async () => {
    const { web, as } = await aPlayground();
    const daily = await web.post(theChannel, theDaily(0), key("r41"));
    if (daily.kind !== "posted") throw new Error(daily.kind);
    expect(daily.receipt.channel).toBe(channel);
    await web.post({ kind: "thread", under: daily.receipt }, aMessage("Discuss"), key("r41"));
    await web.post(ada, aMessage("Psst"), key("n1"));
    const page = (await as("ada").get("/")).text;
    expect(page).toMatch(
      new RegExp(`id="${daily.receipt.message}".*<article class="message reply".*Discuss`),
    );
    expect(page).toContain("Psst");
    expect((await as("ben").get("/")).text).not.toContain("Psst");
    await web.stop();
  });

  it("refuses what it does not know", async () => {
    const { web } = await aPlayground();
    const gone = { kind: "refused", reason: "channel-gone" };
    const elsewhere = { kind: "channel", id: channelId("web:playground/other") } as const;
    const eve = { kind: "direct", person: personId("web:eve") } as const;
    const nothing = { channel, message: "m99" };
    expect(await web.post(elsewhere, aMessage("x"), key("a"))).toEqual(gone);
    expect(await web.post(eve, aMessage("x"), key("a"))).toEqual(gone);
    expect(await web.post({ kind: "thread", under: nothing }, aMessage("x"), key("a"))).toEqual(gone);
    expect(await web.edit(nothing, aMessage("x"))).toEqual(gone);
    await web.stop();
  });

  it("shows nothing that the drawer refused, and asks for another try", async () => {
    const drawer = aDrawer();
    const { web, as, logged } = await aPlayground(undefined, { drawer });
    drawer.full = true;
    expect((await web.post(theChannel, aMessage("Lost"), key("r1"))).kind).toBe("later");
    expect(await web.find(theChannel, key("r1"), new Date(0))).toEqual({ kind: "absent" });
    expect((await as("ada").get("/")).text).not.toContain("Lost");
    expect(logged.join()).toContain("database or disk is full");
    drawer.full = false;
    expect((await web.post(theChannel, aMessage("Kept"), key("r1"))).kind).toBe("posted");
    await web.stop();
  });

  it("keeps the newest two hundred of a pane", async () => {
    const drawer = aDrawer();
    const { web, as } = await aPlayground(undefined, { drawer });
    for (let index = 0; index < 203; index += 1)
      await web.post(theChannel, aMessage(`No. ${index}.`), key("k"));
    const page = (await as("ada").get("/")).text;
    expect(drawer.rows.size).toBe(200);
    expect(page).not.toContain("No. 2.");
    expect(page.indexOf("No. 202.")).toBeLessThan(page.indexOf("No. 3."));
    await web.stop();
  });
});

describe("finding", () => {
  it("goes by place, key and time", async () => {
    const { web } = await aPlayground();
    const posted = await web.post(theChannel, theDaily(0), key("r41"));
    if (posted.kind !== "posted") throw new Error(posted.kind);
    const { receipt } = posted;
    const absent = { kind: "absent" };
    expect(await web.find(theChannel, key("r41"), noon)).toEqual({ kind: "found", receipt });
    expect(await web.find(theChannel, key("r42"), noon)).toEqual(absent);
    expect(await web.find(ada, key("r41"), noon)).toEqual(absent);
    expect(await web.find({ kind: "thread", under: receipt }, key("r41"), noon)).toEqual(absent);
    expect(await web.find(theChannel, key("r41"), new Date(noon.getTime() + 1))).toEqual(absent);
    await web.stop();
  });
});

describe("editing", () => {
  it("changes the message where it lies and says when", async () => {
    const { web, clock, as } = await aPlayground();
    const posted = await web.post(theChannel, theDaily(0), key("r41"));
    await web.post(theChannel, aMessage("Newer"), key("n1"));
    if (posted.kind !== "posted") throw new Error(posted.kind);
    clock.now = new Date("2026-03-10T11:05:00Z");
    expect(await web.edit(posted.receipt, theDaily(12))).toEqual(posted);
    const page = (await as("ada").get("/")).text;
    expect(page).toContain("Today’s question, updated 12:05");
    expect(page).toContain("12 answers so far.");
    expect(page.indexOf("Newer")).toBeLessThan(page.indexOf("12 answers so far."));
    await web.edit(posted.receipt, theReveal);
    clock.now = new Date("2026-03-11T08:00:00Z");
    expect((await as("ada").get("/")).text).toContain("Yesterday’s question, revealed");
    await web.stop();
  });
});

describe("a restart", () => {
  it("finds everything again: order, instants, bytes, keys, and whose it was", async () => {
    const drawer = aDrawer();
    const first = await aPlayground(async () => ({ whisper: aMessage("For Ben alone") }), { drawer });
    const file = { kind: "file", name: "a.bin", bytes: new Uint8Array([0, 255, 7]) } as const;
    const block = note(text("Until "), time(noon));
    const kept = await first.web.post(theChannel, { summary: "x", blocks: [block, file] }, key("r1"));
    await first.web.post(theChannel, aMessage("Second"), key("r2"));
    await first.as("ben").post("/command", { command: "/quiz" });
    await first.web.stop();

    const again = await aPlayground(undefined, { drawer });
    const page = (await again.as("ben").get("/")).text;
    expect(page).toContain('Until <time datetime="2026-03-10T10:40:00.000Z">Tue 10 March, 11:40</time>');
    expect(page.indexOf("Second")).toBeLessThan(page.indexOf("Until <time"));
    expect(page).toContain("For Ben alone");
    expect((await again.as("ada").get("/")).text).not.toContain("For Ben alone");
    expect([...(await again.as("ada").get("/file/m1.1")).bytes]).toEqual([0, 255, 7]);
    if (kept.kind !== "posted") throw new Error(kept.kind);
    expect(await again.web.find(theChannel, key("r1"), noon)).toEqual({
      kind: "found",
      receipt: kept.receipt,
    });
    const next = await again.web.post(theChannel, aMessage("Third"), key("r3"));
    expect(next.kind === "posted" && next.receipt.message).toBe("m4");
    await again.web.stop();
  });

  it("leaves out what it cannot read, and says so", async () => {
    const drawer = aDrawer();
    await drawer.put("message/m1", "{");
    await drawer.put("message/m2", "{}");
    const { web, as, logged } = await aPlayground(undefined, { drawer });
    expect((await as("ada").get("/")).status).toBe(200);
    expect(logged.join()).toMatch(/message\/m1.*message\/m2/);
    await web.stop();
  });
});

describe("being there", () => {
  it("is connected from start to stop, and takes nothing afterwards", async () => {
    const { web } = await aPlayground();
    expect([web.name, web.connected()]).toEqual(["web", true]);
    await web.stop();
    expect(web.connected()).toBe(false);
    expect((await web.post(theChannel, aMessage("x"), key("a"))).kind).toBe("later");
    expect(await web.find(theChannel, key("a"), noon)).toEqual({ kind: "unreadable" });
  });

  it("stops at once though a browser holds a line that it never used, and a page is open", async () => {
    const { web } = await aPlayground();
    const line = connect(Number(new URL(web.url()).port), "127.0.0.1");
    await new Promise((resolve) => line.once("connect", resolve));
    const page = await listenTo(`${web.url()}/events?after=0&as=ada`, "ada");
    const hungUp = new Promise((resolve) => line.once("close", resolve));
    await web.stop();
    await hungUp;
    expect(await page.next()).toBeNull();
  });

  it("lets a press that is under way be answered before it stops", async () => {
    let answer = () => {};
    let reached = () => {};
    const underWay = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const drawer = aDrawer();
    const bot = () => {
      reached();
      return new Promise<Reply>((resolve) => {
        answer = () => resolve({ whisper: aMessage("Just in time") });
      });
    };
    const { web, as } = await aPlayground(bot, { drawer });
    const pressed = as("ada").post("/press", { press: "r.1" });
    await underWay;
    const stopped = web.stop();
    answer();
    expect((await pressed).status).toBe(303);
    await stopped;
    expect([...drawer.rows.values()].join()).toContain("Just in time");
  });

  it("names a port that is taken, and the cure", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    // By its name whoever starts the bot knows that its words say all.
    await expect(aPlayground(undefined, { port })).rejects.toMatchObject({
      name: "PortFault",
      message: `The playground cannot open: port ${port} is in use. Set CUECARD_PLAYGROUND_PORT to a free one, or stop what uses it.`,
    });
    other.close();
  });
});
