import { describe, expect, test } from "vitest";
import { slackManifest } from "../../src/platforms/slack/manifest.js";
import { teamOf } from "../../src/platforms/slack/names.js";
import { says } from "./slack/line.js";
import { openTown, settle } from "./slack/town.js";
import { wordsOf } from "./slack/words.js";

const enterprise = { name: "Big" };

describe("who is not served", () => {
  test("reads so, and the app is taken out again", async () => {
    const make = (slack: Parameters<typeof settle>[0]) => ({
      acme: settle(slack, "Acme"),
      bravo: settle(slack, "Bravo"),
    });
    const workspaces = (slack: Parameters<typeof settle>[0]) => {
      const [first] = slack.world.teams.keys();
      return new Set([teamOf(first ?? "")]);
    };
    const { install, acme, bravo, kept, news, slack } = await openTown(make, { workspaces });
    expect((await install(acme.place)).status).toBe(200);
    const page = await install(bravo.place);
    expect(page.status).toBe(403);
    expect(page.text).toContain("This Cuecard does not serve Bravo");
    expect(bravo.place.team.standing).toBe("uninstalled");
    expect(kept()).toEqual([`installation ${acme.place.id}`]);
    slack.next("apps.uninstall", { error: "is_bot" });
    await install(bravo.place);
    expect(bravo.place.team.standing).toBe("revoked");
    slack.next("apps.uninstall", { cut: "before" });
    slack.next("auth.revoke", { cut: "before" });
    expect((await install(bravo.place)).status).toBe(403);
    expect(news).toHaveLength(1);
  });
});

describe("an Enterprise Grid organisation", () => {
  test("as a whole is refused in words, and its token handed back; nothing is kept", async () => {
    const make = (slack: Parameters<typeof settle>[0]) => ({
      grid: slack.workspace({ name: "Grid", enterprise, orgWide: true, installed: false }),
    });
    const { install, grid, kept, news, slack } = await openTown(make);
    const page = await install(grid);
    expect(page.status).toBe(403);
    expect(page.text).toContain("Cuecard serves single workspaces only");
    expect(grid.team.standing).toBe("revoked");
    expect(slack.calls("apps.uninstall")).toEqual([]);
    expect([kept(), news]).toEqual([[], []]);
  });

  test("where somebody made it so all the same, people are told when they type or press", async () => {
    const make = (slack: Parameters<typeof settle>[0]) => {
      const grid = slack.workspace({ name: "Grid", enterprise, orgWide: true });
      return { study: grid.channel("study"), wanda: grid.person("Wanda") };
    };
    const { wanda, study, events } = await openTown(make);
    const shown = await wanda.types(study, "/quiz");
    expect(shown.message?.only).toBe(wanda.id);
    expect(wordsOf(shown.message?.blocks ?? [])).toContain("# Cuecard serves single workspaces only");
    expect(events).toEqual([]);
  });

  test("one workspace of it is served like any other", async () => {
    const make = (slack: Parameters<typeof settle>[0]) => {
      const place = slack.workspace({ name: "Grid", enterprise, installed: false });
      return { place, study: place.channel("study"), wanda: place.person("Wanda", { admin: true }) };
    };
    const { install, place, study, wanda, reply, events } = await openTown(make);
    expect((await install(place)).status).toBe(200);
    reply({ whisper: says("Here") });
    expect(wordsOf((await wanda.types(study, "/quiz")).message?.blocks ?? [])).toBe("# Here");
    expect(events[0]?.person.mayManage).toBe(true);
  });
});

test("tokens that run out are not served, and the page says how to have others", async () => {
  const manifest = slackManifest({ url: "http://127.0.0.1:1" });
  const rotating = { ...manifest, settings: { ...manifest.settings, token_rotation_enabled: true } };
  const make = (slack: Parameters<typeof settle>[0]) => ({ acme: settle(slack, "Acme") });
  const { setOut, visit, slack, acme, kept } = await openTown(make, { manifest: rotating });
  const { location, cookie } = await setOut();
  const { pathname, search } = new URL(slack.approves(location, acme.place));
  const page = await visit(`${pathname}${search}`, cookie);
  expect(page.status).toBe(403);
  expect(page.text).toContain("token rotation left off");
  expect(kept()).toEqual([]);
});

test("a workspace that is not known here is told so; a stranger’s words are no event", async () => {
  const make = (slack: Parameters<typeof settle>[0]) => ({
    acme: settle(slack, "Acme", { installed: true }),
  });
  const { acme, slack, events } = await openTown(make);
  const typed = await acme.ada.types(acme.study, "/quiz");
  expect(wordsOf(typed.message?.blocks ?? [])).toContain("# Cuecard is not installed here");
  await acme.ada.writes("hello");
  await slack.calm.until(() => slack.delivery.pending === 0);
  expect(slack.delivery.delivered.at(-1)?.outcome).toMatchObject({ kind: "failed" });
  expect(events).toEqual([]);
});
