// Presses a second, and the bot's CPU for each: the whole bot, which stores an answer on disk before it says a word,
// against a handler on the same library that answers at once; both whisper the same words. On Discord the whisper is the
// answer to the press. On Slack the press is acknowledged first, and only that is timed: the whispers go their way
// meanwhile and after; the CPU that they take is counted. The server is this process, each bot is another one; pairs are
// interleaved, so that a noisy neighbour slows both.
import { fork } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { median, onDisk, tell } from "./measure.mjs";
import { withFakes } from "./presses-fakes.mjs";

const [pairs, warm, inFlight] = [9, 2, 50];
const harbour = `# Harbour

## A red light ahead

Coming home at night, Mia sees one red light of another boat crossing ahead. Which side of that boat does she see?

- [ ] Its starboard side

  Starboard shows green.

- [x] Its port side

  Port shows red, so she is looking at its left.

- [ ] Its stern

  The stern light is white.

- [ ] Its bow, straight on

  Straight on she would see red and green at once.

Why: Red is port. Seeing red alone means that the other boat passes from right to left.
`;
/** How far the bots' time is ahead of ours: it is a minute before nine, then the question stands there. */
function morning() {
  const ahead = (time) => Date.parse(`2026-03-02T${time}Z`) - Date.now();
  return { eve: ahead("08:59:00"), nine: ahead("09:00:01") };
}

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
    kind,
    ask,
    async close() {
      await ask("close").catch(console.error);
      child.disconnect();
    },
  };
}

/** One press of each of these people, so many in flight, each until it is answered; `rest`: what is not timed. */
async function storm({ bot, people, press, rest = () => {} }) {
  const before = await bot.ask("cpu");
  const [from, waiting, delays] = [performance.now(), [...people], []];
  const hand = async () => {
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      const began = performance.now();
      await press(one);
      delays.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, hand));
  const took = performance.now() - from;
  for (const one of people) await rest(one);
  await pause(40);
  const after = await bot.ask("cpu");
  const cpu = after.user + after.system - before.user - before.system;
  const count = people.length;
  return { rate: count / (took / 1000), delay: median(delays), cpu: cpu / count / 1000 };
}

/** Alternately first: each pair is the bot and the no-op. */
async function interleaved(presses, own, other) {
  const runs = [];
  for (let nth = -warm; nth < pairs; nth += 1) {
    const order = nth % 2 === 0 ? [own, other] : [other, own];
    const done = new Map();
    for (const one of order) done.set(one, await storm(one.crowd(presses)));
    if (nth >= 0) runs.push({ own: done.get(own), other: done.get(other) });
  }
  return runs;
}

function report(name, what, runs) {
  const of = (side, what, digits) => median(runs.map((run) => run[side][what])).toFixed(digits);
  const ratio = (what) => median(runs.map(({ own, other }) => own[what] / other[what]));
  const both = (what, digits) => [of("own", what, digits), of("other", what, digits)];
  const [[rate, noOpRate], [delay, noOpDelay]] = [both("rate", 0), both("delay", 0)];
  const [cpu, noOpCpu] = both("cpu", 3);
  console.log(
    `${name}: ${rate} presses a second, each ${what} after ${delay} ms; ${noOpRate} and ${noOpDelay} ms by the no-op`,
  );
  tell(`presses ${what} on ${name}, against a no-op`, ratio("rate").toFixed(2), {
    unit: "×",
    aim: "≥ 0.85 ×",
    kept: ratio("rate") >= 0.85,
  });
  console.log(`${name}: ${cpu} ms of the bot's CPU for a press with its whisper, ${noOpCpu} of the no-op's`);
  tell(`CPU for a press on ${name}, against a no-op`, ratio("cpu").toFixed(2), {
    unit: "×",
    aim: "≤ 1.25 ×",
    kept: ratio("cpu") <= 1.25,
  });
}

/** Every press is an answer on disk. */
function checkStored(file, expected) {
  const sqlite = new Database(file, { readonly: true });
  const { count } = sqlite.prepare("select count(*) as count from attempt").get();
  sqlite.close();
  if (count !== expected) throw new Error(`${count} of ${expected} answers are stored`);
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function onDiscord({ startDiscord }, { folder, notes }) {
  const token = "a-token-that-is-long-enough-for-a-bot";
  const { eve, nine } = morning();
  const town = async () => {
    const time = { ahead: eve };
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
    }),
  });

  const [here, there] = [await town(), await town()];
  const [own, other] = [startBot("discord cuecard"), startBot("discord no-op")];
  const file = join(folder, "discord.db");
  try {
    await own.ask("open", { token, api: here.fake.api, file, notes, ahead: eve });
    const ada = here.fake.person("Ada", { mayManage: true });
    await ada.types(here.study, "/daily set time:09:00 zone:UTC days:mon-sun");
    here.time.ahead = nine;
    there.time.ahead = nine;
    await own.ask("walk", { ahead: nine });
    await ada.presses(here.study.read()[0], "B");
    const daily = here.fake.requestsTo("POST /channels/:c/messages").at(-1).json;
    const whisper = here.fake.requests.findLast(({ route }) => route.startsWith("POST /interactions")).json
      .data;
    console.log(`Discord: whispers of ${JSON.stringify(whisper).length} bytes`);
    const channel = there.study.id;
    await other.ask("open", { token, api: there.fake.api, channel, daily, whisper });
    const presses = 600;
    report("Discord", "whispered to", await interleaved(presses, side(here, own), side(there, other)));
    checkStored(file, 1 + (warm + pairs) * presses);
    const strange = [...here.fake.strange, ...there.fake.strange];
    if (strange.length > 0) throw new Error(strange.join("\n"));
  } finally {
    await Promise.all([own.close(), other.close()]);
    await Promise.all([here.fake.close(), there.fake.close()]);
  }
}

async function onSlack({ startSlack }, { folder, notes }) {
  const { eve, nine } = morning();
  const town = async () => {
    const time = { ahead: eve };
    const fake = await startSlack({ now: () => Date.now() + time.ahead, patience: 10_000 });
    const acme = fake.workspace({ name: "Harbour" });
    return { time, fake, acme, study: acme.channel("study") };
  };
  const side = ({ fake, acme, study }, bot) => ({
    crowd(count) {
      // Kept connections have aged while the other bot had its turn.
      fake.signed.close();
      return {
        bot,
        people: Array.from({ length: count }, (_, nth) => acme.person(`Person ${nth}`)),
        press: async (person) => {
          const { trouble } = await person.presses(study.messages()[0], "B");
          if (trouble) throw new Error(`a press on Slack led to ${trouble} by ${bot.kind}`);
        },
        rest: async (person) => {
          while (person.ephemerals().length === 0) await pause(1);
        },
      };
    },
  });
  const given = ({ fake, acme }) => {
    const { api, signingSecret } = fake;
    return { token: acme.token, api, signingSecret };
  };

  const [here, there] = [await town(), await town()];
  const [own, other] = [startBot("slack cuecard"), startBot("slack no-op")];
  const file = join(folder, "slack.db");
  try {
    const opened = await own.ask("open", { ...given(here), file, notes, ahead: eve });
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
    const presses = 400;
    report("Slack", "acknowledged", await interleaved(presses, side(here, own), side(there, other)));
    checkStored(file, 1 + (warm + pairs) * presses);
    const strange = [...here.fake.strange, ...there.fake.strange];
    if (strange.length > 0) throw new Error(strange.join("\n"));
  } finally {
    await Promise.all([own.close(), other.close()]);
    await Promise.all([here.fake.close(), there.fake.close()]);
  }
}

await withFakes((fakes) =>
  onDisk(async (folder) => {
    const notes = join(folder, "notes");
    mkdirSync(notes);
    writeFileSync(join(notes, "harbour.md"), harbour);
    await onDiscord(fakes, { folder, notes });
    await onSlack(fakes, { folder, notes });
  }),
);
