import { describe, expect, test } from "vitest";
import { keyOf } from "../../src/core/ids.js";
import { channelOf, personOf, teamOf } from "../../src/platforms/slack/names.js";
import { scopes } from "../../src/platforms/slack/scopes.js";
import { says } from "./slack/line.js";
import { openTown, settle } from "./slack/town.js";
import { wordsOf } from "./slack/words.js";
import { theDaily } from "./web/gallery.js";

const two = (slack: Parameters<typeof settle>[0]) => ({
  acme: settle(slack, "Acme"),
  bravo: settle(slack, "Bravo & <Sons>"),
});

describe("a workspace installs the app", () => {
  test("with exactly our scopes and a state of its own, and is told what to do next", async () => {
    const { setOut, visit, slack, acme, news, kept } = await openTown(two);
    const { status, location, cookie, headers } = await setOut();
    const asked = new URL(location);
    expect(status).toBe(302);
    expect([asked.origin, asked.pathname]).toEqual(["https://slack.com", "/oauth/v2/authorize"]);
    expect(asked.searchParams.get("scope")).toBe(scopes.map(({ name }) => name).join(","));
    expect(asked.searchParams.get("state")).toMatch(/^[\w-]{32}$/);
    expect(headers.get("set-cookie")).toMatch(/Secure; HttpOnly/);
    const page = await visit(slack.approves(location, acme.place), cookie);
    expect(page.status).toBe(200);
    expect(page.text).toContain("Cuecard is in Acme");
    expect(page.text).toContain("<code>/invite @Cuecard</code>");
    expect(page.text).toContain(`app_redirect?app=A0CUECARD00&amp;team=${acme.place.id}`);
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(news).toEqual([{ kind: "joined", workspace: teamOf(acme.place.id) }]);
    expect(kept()).toEqual([`installation ${acme.place.id}`]);
  });

  test("and another: each is answered and asked for itself", async () => {
    const { install, restart, acme, bravo, events, reply } = await openTown(two);
    const platform = await restart();
    for (const { place } of [acme, bravo]) expect((await install(place)).status).toBe(200);
    reply(({ person }) => ({ whisper: says(person.id) }));
    for (const { place, study, ada } of [acme, bravo]) {
      study.invitesBot();
      const id = channelOf(place.id, study.id);
      const posted = await platform.post({ kind: "channel", id }, theDaily(0), keyOf("r1"));
      if (posted.kind !== "posted") throw new Error(JSON.stringify(posted));
      expect(study.messages()).toHaveLength(1);
      expect((await platform.edit(posted.receipt, theDaily(2))).kind).toBe("posted");
      expect(study.messages()[0]?.edits).toHaveLength(1);
      expect((await platform.find({ kind: "channel", id }, keyOf("r1"), new Date(0))).kind).toBe("found");
      const typed = await ada.types(study, "/streak");
      expect(wordsOf(typed.message?.blocks ?? [])).toBe(`# ${personOf(place.id, ada.id)}`);
      const [daily] = study.messages();
      if (daily) await ada.presses(daily, "B");
      expect(events.at(-1)?.on).toEqual(posted.receipt);
      expect(events.at(-1)?.place).toMatchObject({ id });
      const thread = { kind: "thread", under: posted.receipt } as const;
      expect((await platform.post(thread, says("Talk"), keyOf("t1"))).kind).toBe("posted");
      const direct = { kind: "direct", person: personOf(place.id, ada.id) } as const;
      expect((await platform.post(direct, says("Hello"), keyOf("d1"))).kind).toBe("posted");
      expect(ada.directMessages()).toHaveLength(1);
      await platform.home?.(direct.person, says("Home"));
      expect(wordsOf((ada.home()?.content.blocks ?? []) as unknown[])).toBe("# Home");
    }
  });

  test("a name of a workspace is words and no markup", async () => {
    const { install, bravo } = await openTown(two);
    expect((await install(bravo.place)).text).toContain("Cuecard is in Bravo &amp; &lt;Sons&gt;");
  });

  test("once more: nothing is lost, and its newest token is the one that counts", async () => {
    const { install, acme, kept, slack } = await openTown(two);
    await install(acme.place);
    await install(acme.place);
    acme.place.installs();
    expect((await install(acme.place)).status).toBe(200);
    await acme.ada.types(acme.study, "/streak");
    expect(kept()).toHaveLength(1);
    expect(slack.calls("users.info").at(-1)?.token).toBe(acme.place.token);
  });
});

describe("a state", () => {
  test("is good once", async () => {
    const { setOut, visit, slack, acme, bravo, news } = await openTown(two);
    const { location, cookie } = await setOut();
    const back = slack.approves(location, acme.place);
    expect((await visit(back, cookie)).status).toBe(200);
    const again = await visit(slack.approves(location, bravo.place), cookie);
    expect(again.status).toBe(400);
    expect(again.text).toContain("This page has had its time");
    expect(again.text).toContain('<a href="install">Begin again</a>');
    expect(news).toHaveLength(1);
  });

  test("is good for ten minutes, in the browser that set out", async () => {
    const { setOut, visit, slack, acme, news } = await openTown(two);
    const first = await setOut();
    slack.clock.advance(10 * 60_000 + 1);
    expect((await visit(slack.approves(first.location, acme.place), first.cookie)).status).toBe(400);
    const second = await setOut();
    expect((await visit(slack.approves(second.location, acme.place))).status).toBe(400);
    const forged = "/slack/oauth_redirect?code=none&state=made-up";
    expect((await visit(forged, "slack-app-oauth-state=made-up")).status).toBe(400);
    expect((await visit("/slack/oauth_redirect?code=none")).status).toBe(400);
    expect((await visit("/slack/oauth_redirect")).status).toBe(400);
    expect(slack.calls("oauth.v2.access")).toEqual([]);
    expect(news).toEqual([]);
  });
});

describe("what goes wrong is said in words", () => {
  test("who says no reads that nothing was installed", async () => {
    const { setOut, visit, slack, kept } = await openTown(two);
    const { location, cookie } = await setOut();
    const page = await visit(slack.declines(location), cookie);
    expect(page.text).toContain("Nothing was installed");
    expect(kept()).toEqual([]);
  });

  test.each([
    [{ error: "invalid_code" }, 400, "This page has had its time"],
    [{ error: "bad_client_secret" }, 500, "SLACK_CLIENT_SECRET"],
    [{ error: "cannot_install_an_org_installed_app" }, 403, "single workspaces only"],
    [{ status: 503 }, 502, "Slack cannot be reached"],
    [{ cut: "before" }, 502, "Slack cannot be reached"],
    [{ ratelimited: 20 }, 502, "Slack cannot be reached"],
  ] as const)("where Slack answers %o", async (mishap, status, words) => {
    const { install, slack, acme, kept, logged } = await openTown(two);
    slack.next("oauth.v2.access", mishap);
    const page = await install(acme.place);
    expect(page.status).toBe(status);
    expect(page.text).toContain(words);
    expect(kept()).toEqual([]);
    expect(logged.join("\n")).toContain("an installation on Slack did not come about");
  });

  test("what cannot be saved is not installed", async () => {
    const { install, acme, file, events } = await openTown(two);
    const { default: Database } = await import("better-sqlite3");
    const other = new Database(file);
    other.exec("begin immediate");
    const page = await install(acme.place);
    other.exec("rollback");
    other.close();
    expect(page.status).toBe(500);
    expect(page.text).toContain("could not be saved");
    await acme.ada.types(acme.study, "/streak");
    expect(events).toEqual([]);
    expect((await install(acme.place)).status).toBe(200);
  });
});
