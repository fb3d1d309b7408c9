// Presses a second, and the bot's CPU for each: the whole bot, which stores an answer on disk and whispers the verdict,
// against a handler on the same library that whispers the same words at once. The server is this process, each bot is
// another one; pairs are interleaved, so that a noisy neighbour slows both.
import { fork } from "node:child_process";
import { join } from "node:path";
import Database from "better-sqlite3";
import { median, onDisk, tell } from "./measure.mjs";
import { withFakes } from "./presses-fakes.mjs";

const [pairs, warm, presses, inFlight] = [9, 2, 800, 50];
const notes = "test/story/notes";
const begun = Date.now();
/** The bots' time: a minute before nine, and when the question stands there. */
const ahead = Date.parse("2026-03-02T08:59:00Z") - begun;
const nine = Date.parse("2026-03-02T09:00:01Z") - begun;

/** A bot in a process of its own. */
function startBot(kind) {
  const child = fork("bench/presses-bot.mjs", [kind], { stdio: "inherit" });
  const asked = new Map();
  child.on("message", ({ nth, done, fault }) => {
    const { resolve, reject } = asked.get(nth);
    asked.delete(nth);
    if (fault === undefined) resolve(done);
    else reject(new Error(fault));
  });
  child.on("exit", (code) => {
    for (const { reject } of asked.values()) reject(new Error(`the ${kind} ended with ${code}`));
  });
  let count = 0;
  const ask = (deed, given = {}) =>
    new Promise((resolve, reject) => {
      count += 1;
      asked.set(count, { resolve, reject });
      child.send({ nth: count, deed, given });
    });
  return {
    ask,
    async close() {
      await ask("close").catch(console.error);
      child.disconnect();
      child.kill();
    },
  };
}

/** One press of each of these people, so many in flight; `settled` resolves when every whisper has come. */
async function storm({ bot, people, press, settled }) {
  const before = await bot.ask("cpu");
  const [from, waiting] = [performance.now(), [...people]];
  const hand = async () => {
    for (let one = waiting.pop(); one; one = waiting.pop()) await press(one);
  };
  await Promise.all(Array.from({ length: inFlight }, hand));
  const acked = performance.now() - from;
  await settled();
  const took = performance.now() - from;
  await pause(40);
  const after = await bot.ask("cpu");
  const cpu = after.user + after.system - before.user - before.system;
  const count = people.length;
  return { rate: count / (took / 1000), acked: count / (acked / 1000), cpu: cpu / count };
}

/** Alternately first: each pair is the bot and the no-op. */
async function interleaved(own, other) {
  const runs = [];
  for (let nth = -warm; nth < pairs; nth += 1) {
    const order = nth % 2 === 0 ? [own, other] : [other, own];
    const done = new Map();
    for (const one of order) done.set(one, await storm(one.crowd(presses)));
    if (nth >= 0) runs.push({ own: done.get(own), other: done.get(other) });
  }
  return runs;
}

function report(name, runs, rates) {
  const of = (side, what) => median(runs.map((run) => run[side][what]));
  const ratio = (what) => median(runs.map(({ own, other }) => own[what] / other[what]));
  for (const [what, words] of rates) {
    const [ours, theirs] = [of("own", what), of("other", what)].map(Math.round);
    console.log(`${name}: ${ours} presses ${words} a second, ${theirs} by the no-op`);
    const kept = ratio(what) >= 0.85;
    tell(`${name}: presses ${words}, against a no-op`, ratio(what).toFixed(2), { unit: "×", aim: "≥ 0.85 ×", kept });
  }
  const [ours, theirs] = [of("own", "cpu"), of("other", "cpu")].map((cpu) => (cpu / 1000).toFixed(3));
  console.log(`${name}: ${ours} ms of the bot's CPU for a press, ${theirs} of the no-op's`);
  const kept = ratio("cpu") <= 1.25;
  tell(`${name}: CPU for a press, against a no-op`, ratio("cpu").toFixed(2), { unit: "×", aim: "≤ 1.25 ×", kept });
}

/** Every press is an answer on disk, and every count is right. */
async function checkStored(bot, file, expected) {
  const wrong = await bot.ask("audit");
  const sqlite = new Database(file, { readonly: true });
  const { count } = sqlite.prepare("select count(*) as count from attempt").get();
  sqlite.close();
  if (count !== expected || wrong.length > 0) throw new Error(`${count} of ${expected} stored, ${wrong}`);
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const stored = (warm + pairs) * presses + 1;

async function onDiscord({ startDiscord }, folder) {
  const token = "a-token-that-is-long-enough-for-a-bot";
  const town = async () => {
    const time = { ahead };
    const fake = await startDiscord({ token, now: () => new Date(Date.now() + time.ahead) });
    const server = fake.server({ name: "Harbour" });
    return { time, fake, study: server.channel({ name: "study" }) };
  };
  const side = ({ fake, study }, bot) => ({
    crowd: (count) => ({
      bot,
      people: Array.from({ length: count }, (_, nth) => fake.person(`Person ${nth}`)),
      press: async (person) => {
        const seen = await person.presses(study.read()[0], "B");
        if (seen.kind !== "whisper") throw new Error(`a press on Discord led to ${seen.kind}: ${seen.text}`);
      },
      settled: async () => {},
    }),
  });

  const [here, there] = [await town(), await town()];
  const [own, other] = [startBot("discord cuecard"), startBot("discord no-op")];
  const file = join(folder, "discord.db");
  try {
    await own.ask("open", { token, api: here.fake.api, file, notes, ahead });
    const ada = here.fake.person("Ada", { mayManage: true });
    await ada.types(here.study, "/daily set time:09:00 zone:UTC days:mon-sun");
    here.time.ahead = nine;
    there.time.ahead = nine;
    await own.ask("walk", { ahead: nine });
    await ada.presses(here.study.read()[0], "B");
    const daily = here.fake.requestsTo("POST /channels/:c/messages").at(-1).json;
    const whisper = here.fake.requests.findLast(({ route }) => route.startsWith("POST /interactions")).json.data;
    console.log(`Discord: whispers of ${JSON.stringify(whisper).length} bytes`);
    const channel = there.study.id;
    await other.ask("open", { token, api: there.fake.api, channel, daily, whisper });
    report("Discord", await interleaved(side(here, own), side(there, other)), [["rate", "answered"]]);
    await checkStored(own, file, stored);
    const strange = [...here.fake.strange, ...there.fake.strange];
    if (strange.length > 0) throw new Error(strange.join("\n"));
  } finally {
    await Promise.all([own.close(), other.close()]);
    await Promise.all([here.fake.close(), there.fake.close()]);
  }
}

async function onSlack({ startSlack }, folder) {
  const town = async () => {
    const time = { ahead };
    const fake = await startSlack({ now: () => Date.now() + time.ahead });
    const acme = fake.workspace({ name: "Harbour" });
    return { time, fake, acme, study: acme.channel("study") };
  };
  const side = ({ fake, acme, study }, bot) => {
    let [seen, answered, expected] = [0, 0, 0];
    const isDone = () => {
      const { calls } = fake.world;
      for (; seen < calls.length && calls[seen].status !== 0; seen += 1)
        if (calls[seen].method === "response_url") answered += 1;
      return answered >= expected;
    };
    return {
      crowd(count) {
        isDone();
        expected = answered + count;
        return {
          bot,
          people: Array.from({ length: count }, (_, nth) => acme.person(`Person ${nth}`)),
          press: async (person) => {
            const { trouble } = await person.presses(study.messages()[0], "B");
            if (trouble) throw new Error(`a press on Slack led to ${trouble}`);
          },
          settled: () => fake.calm.until(isDone, 10_000),
        };
      },
    };
  };
  const given = ({ fake, acme }) => {
    const { api, signingSecret } = fake;
    return { token: acme.token, api, signingSecret };
  };

  const [here, there] = [await town(), await town()];
  const [own, other] = [startBot("slack cuecard"), startBot("slack no-op")];
  const file = join(folder, "slack.db");
  try {
    const opened = await own.ask("open", { ...given(here), file, notes, ahead });
    here.fake.deliverTo(`http://127.0.0.1:${opened.port}/slack/events`);
    const ada = here.acme.person("Ada", { admin: true });
    await ada.types(here.study, "/cuecard daily set 09:00 UTC mon-sun");
    for (const { time } of [here, there]) time.ahead = nine;
    await own.ask("walk", { ahead: nine });
    await ada.presses(here.study.messages()[0], "B");
    const daily = here.fake.calls("chat.postMessage").at(-1).args;
    const whisper = here.fake.calls("response_url").at(-1).args;
    console.log(`Slack: whispers of ${JSON.stringify(whisper).length} bytes`);
    const { port } = await other.ask("open", { ...given(there), channel: there.study.id, daily, whisper });
    there.fake.deliverTo(`http://127.0.0.1:${port}/slack/events`);
    for (const { fake } of [here, there]) fake.calm.linger = 0;
    const rates = [
      ["acked", "acknowledged"],
      ["rate", "answered"],
    ];
    report("Slack", await interleaved(side(here, own), side(there, other)), rates);
    await checkStored(own, file, stored);
    const strange = [...here.fake.strange, ...there.fake.strange];
    if (strange.length > 0) throw new Error(strange.join("\n"));
  } finally {
    await Promise.all([own.close(), other.close()]);
    await Promise.all([here.fake.close(), there.fake.close()]);
  }
}

await withFakes((fakes) =>
  onDisk(async (folder) => {
    await onDiscord(fakes, folder);
    await onSlack(fakes, folder);
  }),
);
