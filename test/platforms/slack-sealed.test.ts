import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { forgetSlack } from "../../src/cli-database.js";
import { openInstallations } from "../../src/platforms/slack/installations.js";
import { teamOf } from "../../src/platforms/slack/names.js";
import { makeSeal } from "../../src/platforms/slack/seal.js";
import { memoryDrawer } from "./slack/line.js";
import { openTown, settle } from "./slack/town.js";

const two = (slack: Parameters<typeof settle>[0]) => ({
  acme: settle(slack, "Acme"),
  bravo: settle(slack, "Bravo"),
});

describe("a seal", () => {
  test("opens for who knows the secret, under its own name, while nothing was changed", async () => {
    const seal = await makeSeal("one secret");
    const sealed = seal.close("installation T1", "xoxb-canary ✓");
    expect(sealed).not.toContain("canary");
    expect(seal.open("installation T1", sealed)).toBe("xoxb-canary ✓");
    expect(seal.close("installation T1", "xoxb-canary ✓")).not.toBe(sealed);
    expect(seal.open("installation T2", sealed)).toBeNull();
    expect((await makeSeal("another")).open("installation T1", sealed)).toBeNull();
    for (const spoilt of ["", "v1", "v1...", "v0.a.b.c", sealed.slice(0, -2), `${sealed}AA`, "nonsense"]) {
      expect(seal.open("installation T1", spoilt)).toBeNull();
    }
    for (const at of [6, 25, sealed.length - 1]) {
      const other = sealed[at] === "A" ? "B" : "A";
      expect(
        seal.open("installation T1", `${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`),
      ).toBeNull();
    }
  });

  test("is read back as it was put, and other things in the drawer are let alone", async () => {
    const drawer = memoryDrawer();
    await drawer.put("something else", "in clear");
    const kept = await openInstallations(drawer, "one secret");
    const one = { team: "T1", name: "Acme", me: "U1", token: "xoxb-1" };
    await kept.put(one);
    await kept.put({ ...one, token: "xoxb-2" });
    expect(await kept.all()).toEqual([{ ...one, token: "xoxb-2" }]);
    await kept.remove("T1");
    expect(await kept.all()).toEqual([]);
    expect(await drawer.get("something else")).toBe("in clear");
  });
});

describe("fault 58: a wrong CUECARD_SECRET", () => {
  test("is named at the start and destroys nothing", async () => {
    const { install, restart, stop, acme, bravo, file, news, kept } = await openTown(two);
    await install(acme.place);
    await install(bravo.place);
    await stop();
    const before = readFileSync(file);
    const secret = "another secret of thirty-two signs or more";
    await expect(restart({ secret })).rejects.toThrow(/^CUECARD_SECRET does not open what was sealed for T/);
    await stop();
    expect(kept()).toEqual([acme, bravo].map(({ place }) => `installation ${place.id}`).sort());
    expect(readFileSync(file).equals(before)).toBe(true);
    news.splice(0);
    await restart();
    expect(news.map(({ kind }) => kind)).toEqual(["joined", "joined"]);
  });
});

test("a lost CUECARD_SECRET is got over: the tokens are forgotten, and nothing else is", async () => {
  const { install, restart, stop, acme, bravo, file, kept } = await openTown(two);
  await install(acme.place);
  await install(bravo.place);
  const said: string[] = [];
  const forget = (...teams: readonly string[]) =>
    forgetSlack({ CUECARD_DATABASE: file }, teams, async (words) => void said.push(words));
  await expect(forget()).rejects.toThrow(/Another Cuecard is running/);
  await stop();
  await forget(acme.place.id);
  expect(kept()).toEqual([`installation ${bravo.place.id}`]);
  await forget();
  await forget();
  expect(said.map((words) => words.split(".")[0])).toEqual([
    `Forgotten: ${acme.place.id}`,
    `Forgotten: ${bravo.place.id}`,
    "Nothing was sealed there",
  ]);
  await restart({ secret: "another secret of thirty-two signs or more" });
  expect((await install(acme.place)).status).toBe(200);
});

describe("a restart", () => {
  test("brings all back, and one whose app was taken out meanwhile keeps no other away", async () => {
    const { install, restart, stop, slack, acme, bravo, news, kept, logged } = await openTown(two);
    await install(acme.place);
    await install(bravo.place);
    await stop();
    acme.place.uninstalls();
    await slack.calm.until(() => slack.delivery.pending === 0);
    news.splice(0);
    const platform = await restart();
    expect(platform.connected()).toBe(true);
    expect(news).toEqual([
      { kind: "left", workspace: teamOf(acme.place.id) },
      { kind: "joined", workspace: teamOf(bravo.place.id) },
    ]);
    expect(kept()).toEqual([`installation ${bravo.place.id}`]);
    expect(logged.join("\n")).toContain(`Slack does not take the token of Acme (${acme.place.id})`);
  });

  test("keeps a token that Slack does not take for another reason, or cannot be asked about", async () => {
    const { install, restart, slack, acme, bravo, news, kept } = await openTown(two);
    await install(acme.place);
    await install(bravo.place);
    const [tokenOfAcme, tokenOfBravo] = [acme.place.token, bravo.place.token];
    const calls = () => slack.calls("users.info").map(({ token }) => token);
    slack.next("auth.test", { error: "invalid_auth" }, { only: (_, token) => token === tokenOfAcme });
    slack.next("auth.test", { status: 500 }, { only: (_, token) => token === tokenOfBravo });
    news.splice(0);
    await restart();
    expect(news).toEqual([]);
    expect(kept()).toHaveLength(2);
    await bravo.ada.types(bravo.study, "/streak");
    await acme.ada.types(acme.study, "/streak");
    expect(calls()).toEqual([tokenOfBravo]);
    await restart();
    expect(news.map(({ kind }) => kind)).toEqual(["joined", "joined"]);
  });
});

describe("a token of the settings beside them", () => {
  const home = (slack: Parameters<typeof settle>[0]) => ({
    acme: settle(slack, "Acme", { installed: true }),
    bravo: settle(slack, "Bravo"),
  });
  const tokenOf = (slack: Parameters<typeof settle>[0]) => [...slack.world.teams.values()][0]?.token ?? "";

  test("is one installation more", async () => {
    const { install, acme, bravo, kept, events } = await openTown(home, { token: tokenOf });
    await install(bravo.place);
    for (const { ada, study } of [acme, bravo]) await ada.types(study, "/streak");
    expect(events).toHaveLength(2);
    expect(kept()).toEqual([`installation ${bravo.place.id}`]);
  });

  test("gives way to what its workspace installs, until Slack takes only the token", async () => {
    const { install, restart, stop, slack, acme, kept, news } = await openTown(home, { token: tokenOf });
    acme.place.uninstalls();
    await slack.calm.until(() => news.some(({ kind }) => kind === "left"));
    await install(acme.place);
    const fresh = acme.place.token;
    await acme.ada.types(acme.study, "/streak");
    expect(slack.calls("users.info").map(({ token }) => token)).toEqual([fresh]);
    await stop();
    acme.place.team.standing = "revoked";
    acme.place.installs();
    await restart({ token: acme.place.token });
    await acme.ada.types(acme.study, "/streak");
    expect(slack.calls("users.info").at(-1)?.token).toBe(acme.place.token);
    expect(kept()).toHaveLength(1);
  });

  test("that is dead keeps no other away, and the log says so", async () => {
    const { install, restart, bravo, logged, events } = await openTown(home, { token: tokenOf });
    await install(bravo.place);
    await restart({ token: "xoxb-of-nobody" });
    await bravo.ada.types(bravo.study, "/streak");
    expect(events).toHaveLength(1);
    expect(logged.join("\n")).toContain("SLACK_BOT_TOKEN cannot be used");
  });
});
