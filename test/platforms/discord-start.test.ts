import { describe, expect, test } from "vitest";
import { createDiscord } from "../../src/platforms/discord/discord.js";
import { DiscordFault } from "../../src/platforms/discord/parts.js";
import { openGate } from "./discord/gate.js";
import { memoryDrawer, openLine, token } from "./discord/line.js";

const put = "PUT /applications/:a/commands";

describe("starting", () => {
  test("registers the commands once, and again only when they are others", async () => {
    const { fake, again, drawer, platform } = await openLine();
    expect(fake.requestsTo(put)).toHaveLength(1);
    expect(fake.world.commands.map(({ name }) => name)).toContain("quiz");
    await platform.stop();
    await (await again()).stop();
    expect(fake.requestsTo(put)).toHaveLength(1);
    await drawer.put("commands", "others");
    await again();
    expect(fake.requestsTo(put)).toHaveLength(2);
  });

  test("goes on where the commands cannot be registered, and says so", async () => {
    const line = await openLine({ start: false });
    line.fake.next(put, { status: 500, times: 5 });
    await line.again();
    expect(line.logged).toContainEqual(expect.stringContaining("could not be told of the commands"));
  });

  const startWith = async (about: { readonly token: string; readonly api: string }) => {
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    await createDiscord({ ...about, drawer: memoryDrawer(), log }).start(
      async () => ({}),
      async () => {},
    );
  };

  test("a token that Discord does not know is named with its cure, and is in no word of it", async () => {
    const { fake } = await openLine();
    const wrong = "a-token-that-nobody-ever-made";
    const fault = await startWith({ token: wrong, api: fake.api }).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(DiscordFault);
    expect(String(fault)).toContain("Reset Token");
    expect(String(fault)).not.toContain(wrong);
  });

  test("a Discord that cannot be reached is named with its address", async () => {
    const fault = await startWith({ token, api: "http://127.0.0.1:9/api" }).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(DiscordFault);
    expect(String(fault)).toContain("http://127.0.0.1:9/api cannot be reached");
  });

  test.each([
    [4004, "Reset Token"],
    [4014, "Privileged Gateway Intents"],
  ])("a gateway that turns the bot away with %i is a fault, not a silence", async (code, words) => {
    const gate = await openGate(code);
    const fault = await startWith({ token, api: gate }).catch((error: unknown) => error);
    expect(String(fault)).toContain(words);
  });
});
