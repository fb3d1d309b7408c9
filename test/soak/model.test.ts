import { expect, test } from "vitest";
import { scratchFolder } from "../support/scratch.js";
import { Model } from "./model.js";
import { diceFrom } from "./wonders.js";

const steps = Number(process.env["CUECARD_STEPS"] ?? 200_000);
const seed = Number(process.env["CUECARD_SEED"] ?? 20_260_309);
/** One channel's history is kept short, so that the last step costs what the first did. */
const stepsALife = 5_000;

test(`${steps} random steps (seed ${seed}): no double post, no lost answer, totals equal to a recount`, async () => {
  const dice = diceFrom(seed);
  let [answers, posts] = [0, 0];
  for (let done = 0; done < steps; done += stepsALife) {
    const model = new Model(scratchFolder(), dice);
    await model.start();
    await model.say("Person0", "daily set 09:00 Europe/Berlin daily");
    for (let step = 0; step < Math.min(stepsALife, steps - done); step += 1) {
      await model.step();
      if (step % 500 === 499) expect(await model.check(), `after step ${done + step}`).toEqual([]);
    }
    expect(await model.check(), `at the end of a life, step ${done + stepsALife}`).toEqual([]);
    answers += model.confirmed.size;
    posts += model.platform.posted.length;
    await model.stop();
  }
  expect(answers).toBeGreaterThan(steps / 1000);
  console.log(`${steps} steps: ${posts} messages, ${answers} confirmed answers that nobody deleted`);
});
