import { describe, expect, it } from "vitest";
import { personId } from "../../src/core/ids.js";
import { demo } from "./web/demo.js";
import { theDaily } from "./web/gallery.js";
import { listenTo } from "./web/http.js";
import { aMessage, aPlayground, key, theChannel } from "./web/playground.js";

describe("an open page", () => {
  it("is told of what comes and what changes, as it would be drawn", async () => {
    const { web } = await aPlayground();
    const ada = await listenTo(`${web.url()}/events?after=0&as=ada`, "ada");
    const posted = await web.post(theChannel, theDaily(0), key("r41"));
    if (posted.kind !== "posted") throw new Error(posted.kind);
    const first = await ada.next();
    expect(first).toMatchObject({ event: "card", id: "1" });
    expect(JSON.parse(first?.data ?? "")).toMatchObject({
      ...{ pane: "channel", id: posted.receipt.message, top: true },
      ...{ html: expect.stringContaining("0 answers so far."), now: expect.stringContaining("<b>11:40</b>") },
    });
    await web.edit(posted.receipt, theDaily(12));
    const edited = JSON.parse((await ada.next())?.data ?? "");
    expect(edited).toMatchObject({ id: posted.receipt.message, top: false });
    expect(edited.html).toContain("12 answers so far.");
    await web.post({ kind: "thread", under: posted.receipt }, aMessage("Discuss"), key("r41"));
    const replied = JSON.parse((await ada.next())?.data ?? "");
    expect(replied).toMatchObject({ id: posted.receipt.message, top: false });
    expect(replied.html).toMatch(/12 answers so far.*message reply.*Discuss/);
    await web.stop();
    expect(await ada.next()).toBeNull();
  });

  it("never hears what another was told", async () => {
    const { web, as } = await aPlayground(demo);
    const ben = await listenTo(`${web.url()}/events?after=0&as=ben`, "ben");
    const ada = await listenTo(`${web.url()}/events?after=0&as=ada`, "ada");
    await as("ada").post("/press", { press: "r41.2" });
    expect((await ada.next())?.data).toContain("Not this one");
    await web.post(theChannel, aMessage("For all"), key("r1"));
    const heard = await ben.next();
    expect(heard?.data).toContain("For all");
    expect(heard?.data).not.toContain("Not this one");
    await web.stop();
  });

  it("that was away asks for what it missed, and gets no more than that", async () => {
    const { web, as } = await aPlayground(demo);
    for (const words of ["One", "Two", "Three"]) await web.post(theChannel, aMessage(words), key("k"));
    await as("ada").post("/press", { press: "r41.2" });
    const ben = await listenTo(`${web.url()}/events?after=1&as=ben`, "ben");
    expect((await ben.next())?.data).toContain("Two");
    expect((await ben.next())?.data).toContain("Three");
    await web.post(theChannel, aMessage("Four"), key("k"));
    expect((await ben.next())?.data).toContain("Four");
    await web.stop();
  });

  it("of somebody else, or of messages that are gone, is told to begin anew", async () => {
    const { web } = await aPlayground();
    for (const address of ["after=0&as=ben", "after=7&as=ada", "as=ada", "after=x&as=ada"]) {
      const page = await listenTo(`${web.url()}/events?${address}`, "ada");
      expect(await page.next()).toMatchObject({ event: "reload" });
      expect(await page.next()).toBeNull();
    }
    await web.stop();
  });
});

describe("privacy", () => {
  it("Ben sees none of Ada's cards, presses none of them and gets none of her files", async () => {
    const file = { kind: "file", name: "ada.json", bytes: new Uint8Array([1]) } as const;
    const { web, as } = await aPlayground(async ({ did }) =>
      did.kind === "command"
        ? { whisper: { summary: "Ada's secret", blocks: [file] } }
        : { replace: aMessage("Replaced by Ben") },
    );
    await as("ada").post("/command", { command: "/mydata export" });
    expect((await as("ada").get("/file/m1.0")).headers["content-disposition"]).toContain("ada.json");
    expect((await as("ben").get("/file/m1.0")).status).toBe(404);
    await as("ben").post("/press", { press: "k.1", card: "m1" });
    expect((await as("ada").get("/")).text).not.toContain("Replaced by Ben");
    expect((await as("ada").get("/")).text).toContain("ada.json");
    expect((await as("ben").get("/")).text).not.toContain("ada.json");
    await web.stop();
  });
});

describe("a badge", () => {
  it("counts what came unasked and was not seen", async () => {
    const { web, as } = await aPlayground(demo);
    const badge = async (path: string) =>
      /Only you <b class="new"([^>]*)>([^<]*)</.exec((await as("ada").get(path)).text)?.slice(1);
    const ada = { kind: "direct", person: personId("web:ada") } as const;
    expect(await badge("/")).toEqual([" hidden", "0 new"]);
    await web.post(ada, aMessage("Reminder"), key("n1"));
    expect(await badge("/")).toEqual(["", "1 new"]);
    expect(await badge("/?pane=private")).toEqual([" hidden", "0 new"]);
    expect(await badge("/?pane=channel&seen=1")).toEqual([" hidden", "0 new"]);
    await web.post(ada, aMessage("Reminder"), key("n2"));
    await as("ada").post("/command", { command: "/quiz" });
    expect(await badge("/")).toEqual([" hidden", "0 new"]);
    await web.stop();
  });
});
