import type { FakeSlack } from "./slack.js";

/** A workspace with a channel of every sort, and three other workspaces: without scopes, without the app, revoked. */
export function populate(slack: FakeSlack) {
  const acme = slack.workspace({ name: "Acme" });
  const ada = acme.person("Ada");
  const study = acme.channel("study");
  const written = acme.channel("written");
  const outside = acme.channel("outside", { member: false });
  const secret = acme.channel("secret", { member: false, private: true });
  const old = acme.channel("old", { archived: true });
  const still = acme.channel("still");
  still.restricts("on");
  const gone = acme.channel("gone");
  gone.deletes();
  const bare = slack.workspace({ name: "Bare", scopes: [] });
  const left = slack.workspace({ name: "Left" });
  left.uninstalls();
  const revoked = slack.workspace({ name: "Revoked" });
  revoked.revokesToken();
  const zoe = bare.person("Zoe");
  return { acme, ada, study, written, outside, secret, old, still, gone, bare, left, revoked, zoe };
}
