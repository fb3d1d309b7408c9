import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { commandList } from "../../src/core/command.js";
import { keyOf } from "../../src/core/ids.js";
import { checkSlack } from "../../src/platforms/slack/doctor.js";
import { slackManifest, slackManifestText } from "../../src/platforms/slack/manifest.js";
import { channelOf, personOf } from "../../src/platforms/slack/names.js";
import { memoryDrawer, openLine, says } from "./slack/line.js";
import { wordsOf } from "./slack/words.js";
import { theDaily } from "./web/gallery.js";

describe("the manifest", () => {
  test("declares the commands that the bot answers, and the one that always works", () => {
    const names = slackManifest().features.slash_commands.map(({ command }) => command);
    expect(names).toEqual([...commandList.map(({ name }) => `/${name}`), "/cuecard"]);
    const prefixed = slackManifest({ prefix: "Acme Study" }).features.slash_commands;
    expect(prefixed[0]?.command).toBe("/acme-study-quiz");
    expect(prefixed.every(({ should_escape }) => should_escape)).toBe(true);
  });

  test("is Socket Mode without an address, and HTTP with one", () => {
    expect(slackManifest().settings.socket_mode_enabled).toBe(true);
    const { settings, features } = slackManifest({ url: "https://bot.example/" });
    expect(settings.socket_mode_enabled).toBe(false);
    expect(settings.interactivity).toEqual({
      is_enabled: true,
      request_url: "https://bot.example/slack/events",
    });
    expect(features.slash_commands[0]).toMatchObject({ url: "https://bot.example/slack/events" });
    for (const url of ["https://bot.example", "https://bot.example/slack/events"]) {
      const { redirect_urls } = slackManifest({ url }).oauth_config;
      expect(redirect_urls).toEqual(["https://bot.example/slack/oauth_redirect"]);
    }
    expect(slackManifest().oauth_config).not.toHaveProperty("redirect_urls");
  });

  test("as text says the same, and explains every scope", () => {
    const words = slackManifestText({ prefix: "acme" });
    expect(parse(words)).toEqual(slackManifest({ prefix: "acme" }));
    const scopes = slackManifest().oauth_config.scopes.bot;
    for (const scope of scopes) expect(words).toMatch(new RegExp(`- "${scope}" # .{10,}`));
  });

  test("asks for all that the bot does, and for no more", async () => {
    const { acme, study, ada, platform, slack, reply, news } = await openLine({ manifest: slackManifest() });
    const place = { kind: "channel", id: channelOf(acme.id, study.id) } as const;
    acme.group("students");
    const posting = await platform.post(place, { ...theDaily(0), tell: "@students" }, keyOf("r41"));
    expect(posting.kind).toBe("posted");
    expect((await platform.find(place, keyOf("r41"), new Date(0))).kind).toBe("found");
    reply({ whisper: says("Here") });
    for (const line of ["/quiz", "/cuecard streak"]) {
      expect(wordsOf((await ada.types(study, line)).message?.blocks ?? [])).toBe("# Here");
    }
    const secret = acme.channel("secret", { private: true });
    expect(wordsOf((await ada.types(secret, "/daily")).message?.blocks ?? [])).toBe("# Here");
    const to = { kind: "direct", person: personOf(acme.id, ada.id) } as const;
    expect((await platform.post(to, theDaily(0), keyOf("r42"))).kind).toBe("posted");
    await ada.writes("b");
    reply({ replace: says("Home") });
    expect(wordsOf(((await ada.opensHome())?.content.blocks ?? []) as unknown[])).toBe("# Home");
    secret.archives();
    study.removesBot();
    await slack.calm.until(() => news.length === 3);
    const refused = slack.world.calls.filter(({ answer }) => answer?.error === "missing_scope");
    expect(refused).toEqual([]);
  });
});

describe("the doctor", () => {
  test("looks at tokens, scopes and channels", async () => {
    const { acme, study, slack } = await openLine();
    const outside = acme.channel("outside", { member: false });
    const old = acme.channel("old", { archived: true });
    acme.takesAway("channels:history", "im:write");
    const about = { token: acme.token, api: slack.api, drawer: memoryDrawer() } as const;
    const door = { kind: "socket", appToken: slack.appToken } as const;
    const ids = [study, outside, old].map(({ id }) => channelOf(acme.id, id));
    const channels = [...ids, channelOf("T9", "C9"), channelOf(acme.id, "C9")];
    const checks = await checkSlack({ ...about, door, channels });
    expect(checks.map(({ name, ok }) => `${ok ? "ok" : "NOT"} ${name}`)).toEqual([
      "ok bot token",
      "ok app token",
      "NOT scope im:write",
      "ok scope channels:history",
      "ok #study",
      "NOT #outside",
      "NOT #old",
      `NOT ${channelOf(acme.id, "C9")}`,
      `NOT ${channelOf("T9", "C9")}`,
    ]);
    const [wrong] = await checkSlack({ ...about, token: "xoxb-wrong", door, channels: [] });
    expect(wrong).toMatchObject({
      ok: false,
      words: expect.stringContaining("does not know this bot token"),
    });
    const app = await checkSlack({
      ...about,
      door: { kind: "socket", appToken: "xapp-wrong" },
      channels: [],
    });
    expect(app[1]).toMatchObject({ name: "app token", ok: false });
    const http = { kind: "http", signingSecret: slack.signingSecret, port: 3000 } as const;
    expect((await checkSlack({ ...about, door: http, channels: [] }))[1]).toMatchObject({ ok: true });
  });
});
