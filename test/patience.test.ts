import { expect, test } from "vitest";
import type { Platform } from "../src/app/platform.js";
import { channelId, keyOf, personId } from "../src/core/ids.js";
import { withPatience } from "../src/patience.js";

const [place, ada] = [channelId("fake:w/c"), personId("fake:w/ada")];
const message = { summary: "", blocks: [] };

/** Remembers who was called; what the network is asked never answers. */
class Silent {
  readonly name = "silent";
  readonly draws = true;
  readonly #called: string[] = [];
  called = () => this.#called.join(" ");
  connected(): boolean {
    this.#called.push("connected");
    return false;
  }
  post = () => new Promise<never>(() => {});
  find = this.post;
  edit = this.post;
  async home() {
    this.#called.push("home");
  }
  async tells() {
    this.#called.push("tells");
    return false;
  }
  async forget() {
    this.#called.push("forget");
  }
}

test("what never answers is in doubt, and holds nobody up", async () => {
  const patient = withPatience(new Silent() as unknown as Platform, 1);
  expect(await patient.post({ kind: "channel", id: place }, message, keyOf("k"))).toEqual({ kind: "doubt" });
  expect(await patient.edit({ channel: place, message: "1" }, message)).toEqual({ kind: "doubt" });
  expect(await patient.find({ kind: "channel", id: place }, keyOf("k"), new Date(0))).toEqual({
    kind: "unreadable",
  });
});

test("nor does a group that is asked for and never named", async () => {
  const silent = Object.assign(new Silent(), { tells: () => new Promise<never>(() => {}) });
  expect(await withPatience(silent as unknown as Platform, 1).tells?.(place, "@study")).toBeNull();
});

test("all that a platform can do besides goes through, and what it cannot do is not there", async () => {
  const silent = new Silent();
  const patient = withPatience(silent as unknown as Platform, 1);
  expect([patient.name, patient.draws, patient.connected()]).toEqual(["silent", true, false]);
  await patient.home?.(ada, message);
  expect(await patient.tells?.(place, "@nobody")).toBe(false);
  await patient.forget?.(ada);
  expect(silent.called()).toBe("connected home tells forget");
  expect(withPatience({ name: "bare" } as Platform).forget).toBeUndefined();
});

test("the name of a group is not waited for either, and is asked for only where it can be", async () => {
  const nameless = Object.assign(new Silent(), { groupName: () => new Promise<never>(() => {}) });
  expect(await withPatience(nameless as unknown as Platform, 1).groupName?.(place, "@study")).toBeNull();
  expect(withPatience({ name: "bare" } as Platform).groupName).toBeUndefined();
});
