import { readManifest } from "./manifest.js";
import { newId, newSecret, type World } from "./world.js";

type Beginning = {
  readonly manifest?: unknown;
  readonly images?: readonly string[];
  readonly distributed?: boolean;
};

/** A world with an app and no workspace. */
export function newWorld(options: Beginning, now: () => number): World {
  const fresh: World = {
    appId: "A0CUECARD00",
    appToken: newSecret("xapp-1-A0CUECARD00-"),
    clientId: "1111.2222",
    clientSecret: newSecret(""),
    signingSecret: newSecret(""),
    manifest: readManifest(options.manifest),
    distributed: options.distributed ?? false,
    now,
    teams: new Map(),
    members: new Map(),
    conversations: new Map(),
    views: new Map(),
    screens: new Map(),
    triggers: new Map(),
    files: new Map(),
    uploads: new Map(),
    codes: new Map(),
    images: new Set(options.images ?? []),
    calls: [],
    strange: [],
    counter: 0,
    lastTs: 0,
  };
  newId(fresh, "");
  return fresh;
}
