import { describe, expect, test } from "vitest";
import { ConfigFault, readConfig } from "../src/config.js";

const http = { SLACK_SIGNING_SECRET: "0123456789abcdef" };
const client = { SLACK_CLIENT_ID: "1234.5678", SLACK_CLIENT_SECRET: "0123456789abcdef" };
const sealed = { CUECARD_SECRET: "0123456789abcdef0123456789abcdef" };

/** What is wrong, line by line. */
function faultsOf(env: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (fault) {
    if (!(fault instanceof ConfigFault)) throw fault;
    return fault.message.split("\n").filter((line) => line.startsWith("  "));
  }
}

describe("Slack’s settings", () => {
  test("a token with a socket, a token with a port, or a client with a port, with or without a token", () => {
    const token = { SLACK_BOT_TOKEN: "xoxb-1" };
    const socket = readConfig({ ...token, SLACK_APP_TOKEN: "xapp-1" }).slack;
    expect(socket).toMatchObject({ token: "xoxb-1", door: { kind: "socket" } });
    expect(readConfig({ ...token, ...http }).slack?.door).toMatchObject({ kind: "http", oauth: null });
    const open = readConfig({ ...http, ...client, ...sealed });
    expect(open.slack).toMatchObject({ token: null, door: { port: 3000, oauth: { clientId: "1234.5678" } } });
    expect([open.database, open.playground]).toEqual(["data/cuecard.db", false]);
    expect(readConfig({ ...token, ...http, ...client, ...sealed }).slack?.token).toBe("xoxb-1");
    expect(readConfig({ ...sealed }).slack).toBeNull();
    expect(readConfig({ ...token, ...http, SLACK_COMMAND_PREFIX: "study" }).slack?.prefix).toBe("study");
    expect(faultsOf({ SLACK_COMMAND_PREFIX: "/Study" })).toEqual([expect.stringContaining("a-z, 0-9 and -")]);
  });

  test("every fault at once, with the cure", () => {
    expect(faultsOf({ SLACK_CLIENT_ID: "mine", CUECARD_SECRET: "short", SLACK_PORT: "many" })).toEqual([
      expect.stringContaining("SLACK_PORT is no number"),
      expect.stringContaining("SLACK_CLIENT_ID is no client id"),
      expect.stringContaining("CUECARD_SECRET is too short"),
      expect.stringContaining("SLACK_CLIENT_SECRET is missing beside SLACK_CLIENT_ID"),
      expect.stringContaining("SLACK_SIGNING_SECRET is missing"),
    ]);
    expect(faultsOf({ ...client, SLACK_APP_TOKEN: "xapp-1" })).toEqual([
      expect.stringContaining("SLACK_SIGNING_SECRET is missing"),
      expect.stringContaining(
        "CUECARD_SECRET is missing: it seals their tokens. Make one with openssl rand -hex 32",
      ),
    ]);
  });

  test("a token without a way in, and a way in without a token", () => {
    expect(faultsOf({ SLACK_BOT_TOKEN: "xoxb-1" })).toEqual([
      expect.stringContaining("needs SLACK_APP_TOKEN"),
    ]);
    expect(faultsOf(http)).toEqual([expect.stringContaining("SLACK_BOT_TOKEN is missing")]);
    expect(faultsOf({})).toEqual([]);
  });
});
