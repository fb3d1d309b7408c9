import { describe, expect, it } from "vitest";
import { send } from "./web/http.js";
import { aMessage, aPlayground, key, theChannel } from "./web/playground.js";

describe("who may come in", () => {
  it.each(["evil.example", "localhost", "localhost:1", "127.0.0.1.evil.example:80", "user@127.0.0.1"])(
    "no page under the name %s",
    async (host) => {
      const { web } = await aPlayground();
      const { status, text } = await send(web.url(), { headers: { host } });
      expect([400, 421]).toContain(status);
      expect(text).not.toContain("#aws-study");
      await web.stop();
    },
  );

  it("this machine by any of its names", async () => {
    const { web } = await aPlayground();
    const port = new URL(web.url()).port;
    for (const name of ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"]) {
      expect((await send(web.url(), { headers: { host: `${name}:${port}` } })).status).toBe(200);
    }
    await web.stop();
  });

  it("no form of another site, in a plain sentence", async () => {
    const { web, events, clock } = await aPlayground();
    const was = clock.now;
    const port = new URL(web.url()).port;
    const foreign = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: `https://127.0.0.1:${port}` },
      { origin: `http://localhost:${port}` },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ];
    const forms = {
      "/press": { press: "r.1" },
      "/command": { command: "/quiz" },
      "/clock": { move: "hour" },
      "/member": { member: "ben" },
    };
    for (const headers of foreign) {
      for (const [path, form] of Object.entries(forms)) {
        const answer = await send(web.url() + path, { method: "POST", headers, form });
        expect(answer.status).toBe(403);
        expect(answer.text).toContain("This came from another site, so nothing was done.");
        expect(answer.headers["set-cookie"]).toBeUndefined();
      }
    }
    expect([events, clock.now]).toEqual([[], was]);
    await web.stop();
  });

  it("its own forms, whichever of its names the page was opened under", async () => {
    const { web } = await aPlayground();
    const host = `localhost:${new URL(web.url()).port}`;
    const headers = { host, origin: `http://${host}` };
    const answer = await send(`${web.url()}/member`, { method: "POST", headers, form: { member: "ben" } });
    expect(answer.status).toBe(303);
    await web.stop();
  });
});

describe("what a browser must keep to", () => {
  it("stands on every answer, also on refusals", async () => {
    const { web, as } = await aPlayground();
    const answers = [
      await as("ada").get("/"),
      await as("ada").get("/style.css"),
      await as("ada").get("/nowhere"),
      await as("ada").post("/press", { press: "r.1" }),
      await send(web.url(), { headers: { host: "evil.example" } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 303, 421]);
    for (const { headers } of answers) {
      expect(headers["content-security-policy"]).toBe(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
    await web.stop();
  });

  it("is nothing from elsewhere, and no style or script within the page", async () => {
    const { web, as } = await aPlayground();
    await web.post(theChannel, aMessage("x"), key("r1"));
    const page = (await as("ada").get("/")).text;
    const loaded = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(loaded.filter((address) => !/^(\/|\?|#|data:,$)/.test(address ?? ""))).toEqual([]);
    expect(page).not.toMatch(/ style=| on[a-z]+=|<script(?! type="module" src="\/script.js">)|<style/);
    const css = (await as("ada").get("/style.css")).text;
    expect(css).not.toMatch(/url\(|@import/);
    await web.stop();
  });

  it("the member's cookie is out of reach of scripts and of other sites", async () => {
    const { web, as } = await aPlayground();
    const answer = await as("ada").post("/member", { member: "dana", pane: "private" });
    expect(answer.headers["set-cookie"]).toEqual(["member=dana; Path=/; HttpOnly; SameSite=Strict"]);
    expect(answer.location).toBe("/?pane=private");
    await web.stop();
  });
});

describe("nonsense", () => {
  const nonsense: [string, Record<string, string>, number][] = [
    ["/member", { member: "eve" }, 400],
    ["/member", {}, 400],
    ["/clock", { move: "year" }, 400],
    ["/press", {}, 400],
    ["/press", { press: "x".repeat(2001) }, 400],
    ["/command", { command: "x".repeat(2001) }, 400],
    ["/answer", { card: "m1" }, 409],
    ["/press", { press: "x".repeat(70_000) }, 413],
    ["/nowhere", {}, 404],
  ];
  it.each(nonsense)("%s %o is refused in a sentence", async (path, form, status) => {
    const { web, events, as } = await aPlayground();
    const answer = await as("ada").post(path, form);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain("Back to the playground");
    expect(events).toEqual([]);
    await web.stop();
  });

  it("in the cookie makes nobody new", async () => {
    const { web, as } = await aPlayground();
    expect((await as("<script>").get("/")).text).toContain("Only you, Ada");
    await web.stop();
  });
});

describe("a bot that fails", () => {
  it("is told to the member in a card, and to the log in full; the stack never leaves", async () => {
    const { web, as, logged } = await aPlayground(async () => {
      throw new Error("secret path /srv/db");
    });
    const answer = await as("ada").post("/press", { press: "r.1" });
    expect(answer.status).toBe(303);
    const page = (await as("ada").get("/")).text;
    expect(page).toContain("Cuecard could not finish this.");
    expect(page).not.toContain("secret path");
    expect((await as("ben").get("/")).text).not.toContain("Something went wrong");
    expect((await as("ada").get("/suggest?words=q")).status).toBe(500);
    expect(logged.join()).toContain("secret path /srv/db");
    await web.stop();
  });
});
