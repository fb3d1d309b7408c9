import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FakeDiscord, startDiscord } from "./discord/discord.js";
import { flagV2, text } from "./discord/parts.js";
import type { FakeChannel, FakeServer } from "./discord/place.js";
import { send } from "./discord/raw.js";

let fake: FakeDiscord;
let server: FakeServer;
let channel: FakeChannel;

beforeEach(async () => {
  fake = await startDiscord({ token: "abc" });
  server = fake.server({ name: "Harbour" });
  channel = server.channel({ name: "study" });
});
afterEach(() => fake.close());

const post = (body: object) => send(fake, `POST /channels/${channel.id}/messages`, body);
const pinged = () => [...(channel.read()[0]?.pinged ?? [])];

describe("who is pinged", () => {
  test("everyone named, where nothing is said", async () => {
    const ada = fake.person("Ada");
    const role = server.role("study");
    await post({ content: `@everyone @here <@${ada.id}> <@!${ada.id}> <@&${role.id}>` });
    expect(pinged()).toEqual(["@everyone", "@here", `<@${ada.id}>`, `<@&${role.id}>`]);
  });
  test("nobody, where nobody is allowed, and on an edit that forgets it: all of them", async () => {
    const { json } = await post({ content: "@everyone", allowed_mentions: { parse: [] } });
    expect(pinged()).toEqual([]);
    await send(fake, `PATCH /channels/${channel.id}/messages/${json.id}`, { content: "@everyone!" });
    expect(pinged()).toEqual(["@everyone"]);
  });
  test("one role and no other, also in new components", async () => {
    const [study, other] = [server.role("study"), server.role("other", { mentionable: false })];
    const words = `<@&${study.id}> <@&${other.id}> @everyone`;
    await post({
      flags: flagV2,
      components: [{ type: 17, components: [text(words)] }],
      allowed_mentions: { roles: [study.id] },
    });
    expect(pinged()).toEqual([`<@&${study.id}>`]);
    expect(channel.read()[0]?.notified).toEqual(new Set([`<@&${study.id}>`]));
    await post({ content: words, allowed_mentions: { roles: [other.id] } });
    expect(pinged()).toEqual([`<@&${other.id}>`]);
    expect(channel.read()[0]?.notified).toEqual(new Set());
  });
  test("nobody by an embed", async () => {
    await post({ embeds: [{ title: "@everyone" }] });
    expect(pinged()).toEqual([]);
  });
});
