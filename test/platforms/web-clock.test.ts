import { describe, expect, it } from "vitest";
import { demo } from "./web/demo.js";
import { listenTo } from "./web/http.js";
import { aDrawer, aMessage, aPlayground, face, key, noon, paneOf, theChannel } from "./web/playground.js";

describe("the clock", () => {
  it("moves by an hour or to the next question, and the page says so", async () => {
    const { web, clock, as } = await aPlayground();
    expect((await as("ada").post("/clock", { move: "hour" })).location).toBe("/");
    expect(clock.now).toEqual(new Date("2026-03-10T11:40:00Z"));
    const page = (await as("ada").get("/")).text;
    expect(page).toContain("<b>12:40</b> <span>Tuesday 10 March 2026</span>");
    expect(page).toContain('<rect class="past" width="52.78%"');
    expect(page).toContain('<rect class="post" x="37.50%"');
    await as("ada").post("/clock", { move: "ahead" });
    expect(clock.now).toEqual(face.ahead);
    await web.stop();
  });

  it("says where its long step leads: to a question only where one is near", async () => {
    const days = (count: number) => new Date(face.ahead.getTime() + count * 86_400_000);
    const told = [
      [face, "To the next question"],
      [{ ...face, nextPost: null }, "To nine in the morning"],
      [{ ...face, nextPost: days(7) }, "To nine in the morning"],
      [{ ...face, nextPost: days(3), ahead: days(3) }, "To the next question"],
    ] as const;
    for (const [shown, words] of told) {
      const { web, as } = await aPlayground(undefined, { face: async () => shown });
      const page = (await as("ada").get("/")).text;
      expect(page.match(/(?<=value="ahead"[^>]*>)[^<]*/g)).toEqual([words, words]);
      const ada = await listenTo(`${web.url()}/events?after=0&as=ada`, "ada");
      await web.post(theChannel, aMessage("x"), key("r1"));
      expect(JSON.parse((await ada.next())?.data ?? "").ahead).toBe(words);
      await web.stop();
    }
  });

  it("whoever acts twice is answered one after the other, and holds up nobody else", async () => {
    const told: string[] = [];
    let answer = () => {};
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { web, as } = await aPlayground(async ({ did }) => {
      if (did.kind === "command") told.push(did.words);
      if (told.length === 1) await slow;
      return {};
    });
    const first = as("ada").post("/command", { command: "/mydata export" });
    await expect.poll(() => told).toEqual(["mydata export"]);
    const second = as("ada").post("/command", { command: "/mydata delete" });
    await as("ben").post("/command", { command: "/quiz" });
    await as("ben").post("/command", { command: "/streak" });
    expect(told).toEqual(["mydata export", "quiz", "streak"]);
    answer();
    await Promise.all([first, second]);
    expect(told.at(-1)).toBe("mydata delete");
    await web.stop();
  });

  it("walks once for two clicks, and both wait for the arrival", async () => {
    const walks: Date[] = [];
    let arrive = () => {};
    let set = () => {};
    const underWay = new Promise<void>((resolve) => {
      set = resolve;
    });
    const advance = (to: Date) => {
      walks.push(to);
      set();
      return new Promise<void>((resolve) => {
        arrive = resolve;
      });
    };
    const { web, as } = await aPlayground(undefined, { advance });
    const answered: string[] = [];
    const first = as("ada")
      .post("/clock", { move: "ahead" })
      .then(() => answered.push("first"));
    await underWay;
    const second = as("ben")
      .post("/clock", { move: "hour" })
      .then(() => answered.push("second"));
    // The page itself stays open to everybody meanwhile.
    expect((await as("ben").get("/")).status).toBe(200);
    expect([walks.length, answered]).toEqual([1, []]);
    arrive();
    await Promise.all([first, second]);
    expect(walks).toEqual([face.ahead]);
    await web.stop();
  });

  it("lets nobody be answered on its way: a command is carried out on arrival, an answer counts from when it was given", async () => {
    let arrive = () => {};
    let begun = () => {};
    const underWay = new Promise<void>((resolve) => (begun = resolve));
    const advance = () => {
      begun();
      return new Promise<void>((resolve) => (arrive = resolve));
    };
    // Whatever reaches the page looks at the clock first.
    let looks = 0;
    let reached = () => {};
    const threeCame = new Promise<void>((resolve) => (reached = resolve));
    const time = { now: noon };
    const look = () => {
      looks += 1;
      if (looks === 3) reached();
      return time.now;
    };
    const { web, events, as } = await aPlayground(demo, { advance, clock: look });
    const walk = as("ada").post("/clock", { move: "ahead" });
    await underWay;
    const sent = [
      as("ada").post("/command", { command: "/leaderboard" }),
      as("ada").post("/command", { command: "two queues" }),
      as("ben").post("/press", { press: "r41.1" }),
    ];
    await threeCame;
    // The box completes meanwhile.
    await as("ada").get("/suggest?words=%2Fquiz%20kin");
    expect(events.map(({ did }) => did.kind)).toEqual(["typing"]);
    time.now = face.ahead;
    arrive();
    await Promise.all([walk, ...sent]);
    const told = events.slice(1).map(({ did, at }) => [did.kind, at]);
    expect(told).toContainEqual(["command", face.ahead]);
    expect(told).toContainEqual(["said", noon]);
    expect(told).toContainEqual(["press", noon]);
    const page = (await as("ada").get("/")).text;
    expect(paneOf(page, "private").match(/<time[^>]*>09:00</g)).toHaveLength(2);
    await web.stop();
  });

  it("that stops on its way says so, and walks again when asked", async () => {
    let walks = 0;
    const advance = async () => {
      walks += 1;
      throw new Error("stumbled");
    };
    const drawer = aDrawer();
    const { web, as, logged } = await aPlayground(undefined, { advance, drawer });
    expect((await as("ada").post("/clock", { move: "hour" })).status).toBe(303);
    await as("ada").post("/clock", { move: "hour" });
    expect([walks, (await as("ada").get("/")).text.includes("Something went wrong")]).toEqual([2, true]);
    expect(logged.join()).toContain("stumbled");
    drawer.full = true;
    expect((await as("ada").post("/clock", { move: "hour" })).status).toBe(500);
    await web.stop();
  });
});
