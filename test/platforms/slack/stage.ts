import { setTimeout as pause } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { createSlack } from "../../../src/platforms/slack/slack.js";
import type { Channel } from "../../fakes/slack/channel.js";
import { type FakeSlack, startSlack } from "../../fakes/slack/slack.js";
import type { Name, Need, OpenStage, Stage } from "../../support/stage.js";
import { until } from "../../support/until.js";
import { openWalkingBot, type WalkingBot } from "../../support/walking-bot.js";
import { type SlackActor, slackActor } from "./actor.js";
import { freePort, type Mode } from "./line.js";
import { seeSlack } from "./seen.js";

export type SlackStage = Stage & WalkingBot & { readonly slack: FakeSlack; readonly study: Channel };

/** By mode: what a story may ask of this stage. */
export const slackCan: Readonly<Record<Mode, readonly Need[]>> = {
  socket: ["late press", "redelivery", "dead connection"],
  http: ["late press", "redelivery"],
};

/** One workspace with a channel #study and four people in it, of whom Ada is an admin; the whole bot on it. */
export function openSlackStage(mode: Mode): (...set: Parameters<OpenStage>) => Promise<SlackStage> {
  return async ({ notes, now }) => {
    const time = { now };
    const slack = await startSlack({ now: () => time.now.getTime(), pace: "none" });
    const acme = slack.workspace({ name: "Acme" });
    const study = acme.channel("study");
    const person = (name: Name) => acme.person(name, { admin: name === "Ada", tz: "Europe/Berlin" });
    const people = { Ada: person("Ada"), Ben: person("Ben"), Chidi: person("Chidi"), Dana: person("Dana") };
    const actors = new Map<Name, SlackActor>();
    const port = mode === "http" ? await freePort() : 0;
    if (mode === "http") slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
    const door =
      mode === "http"
        ? ({ kind: "http", signingSecret: slack.signingSecret, port } as const)
        : ({ kind: "socket", appToken: slack.appToken } as const);
    const quiet = () => quietOf(slack);
    const bot = await openWalkingBot({
      ...{ notes, time, workspaces: null, quiet },
      platform: ({ store, ...own }) =>
        createSlack({ ...own, token: acme.token, api: slack.api, drawer: store.drawer("slack"), door }),
    });
    let isAlive = true;
    let closing: Promise<void> | undefined;
    const close = () => {
      closing ??= bot.close().then(() => slack.close());
      return closing;
    };
    onTestFinished(async () => {
      await close();
      const wrong = [...slack.strange, ...bot.faults];
      if (wrong.length > 0) throw new Error(wrong.join("\n"));
    });
    const actor = (name: Name): SlackActor => {
      const known = actors.get(name) ?? slackActor({ slack, channel: study, time }, people[name]);
      actors.set(name, known);
      return known;
    };
    return {
      ...bot,
      ...{ actor, close, slack, study },
      async walkTo(at) {
        await until(() => bot.connected() === isAlive, 20_000);
        await bot.walkTo(at);
      },
      async channel() {
        await quiet();
        return study
          .messages()
          .flatMap((one) => [one, ...study.replies(one)])
          .map((one) => seeSlack(one));
      },
      async shownTo(name) {
        await quiet();
        return actor(name).shown();
      },
      connection(state) {
        isAlive = state === "alive";
        slack.goesDown(isAlive ? "up" : "down");
      },
    };
  };
}

/** Until no call is under way, and none has come for a moment; a call that was cut stays open for ever. */
async function quietOf({ world }: FakeSlack): Promise<void> {
  const now = () => `${world.calls.length} ${world.calls.filter(({ status }) => status === 0).length}`;
  for (let before = "", still = 0; still < (before.endsWith(" 0") ? 1 : 6); ) {
    await pause(12);
    still = now() === before ? still + 1 : 0;
    before = now();
  }
}
