import { describe, expect, test } from "vitest";
import { openCountry } from "../support/slack-country.js";
import { until } from "../support/until.js";
import { signals } from "./signals.js";
import { berlin } from "./telling.js";

const nine = "daily set 09:00 Europe/Berlin mon-fri";

/** Two workspaces with a daily at nine each; Monday's is a minute away. */
async function twoDailies() {
  const country = await openCountry({ notes: signals(30), now: berlin("2026-03-09 08:00") });
  const [harbour, lighthouse] = [country.settle("Harbour"), country.settle("Lighthouse")];
  for (const one of [harbour, lighthouse]) {
    await one.install();
    await one.type(nine);
  }
  await country.walkTo(berlin("2026-03-09 08:59"));
  return { ...country, harbour, lighthouse };
}

describe("several workspaces, over the restart of the bot", () => {
  test("are asked, answered and counted each for itself", async () => {
    const { harbour, lighthouse, walkTo, restart, faults, miscounted, quiet } = await twoDailies();
    await walkTo(berlin("2026-03-09 09:00"));
    const [daily] = harbour.study.messages();
    if (!daily) throw new Error("there is no question");
    await harbour.ada.presses(daily, "A");
    await restart();
    await walkTo(berlin("2026-03-10 09:00"));
    await quiet();
    expect(harbour.asked().map(({ text }) => text)).toEqual([
      expect.stringContaining("No answers yet."),
      expect.stringContaining("The key"),
    ]);
    expect(lighthouse.asked()).toHaveLength(2);
    expect(lighthouse.asked()[1]?.text).not.toContain("1 answer");
    expect(await harbour.type("streak")).toContain("1 day in a row");
    expect(await lighthouse.type("streak")).not.toContain("1 day in a row");
    expect([faults, await miscounted()]).toEqual([[], []]);
  });

  test("fault 36: one takes the app out and back: its daily pauses, is kept, and goes on; the other never notices", async () => {
    const { harbour, lighthouse, walkTo, quiet, faults, miscounted } = await twoDailies();
    harbour.place.uninstalls();
    await quiet();
    await walkTo(berlin("2026-03-10 09:00"));
    expect([harbour.asked().length, lighthouse.asked().length]).toEqual([0, 2]);
    await harbour.install();
    await walkTo(berlin("2026-03-11 09:00"));
    expect([harbour.asked().length, lighthouse.asked().length]).toEqual([1, 3]);
    expect(await harbour.type("daily show")).toContain("09:00");
    expect([faults, await miscounted()]).toEqual([[], []]);
  });

  test("fault 34: a removal that nobody told of pauses its daily, and the return resumes it", async () => {
    const { harbour, lighthouse, walkTo, quiet } = await twoDailies();
    harbour.place.team.standing = "revoked";
    await walkTo(berlin("2026-03-09 09:00"));
    await quiet();
    expect([harbour.asked().length, lighthouse.asked().length]).toEqual([0, 1]);
    await harbour.install();
    expect(await harbour.type("daily show")).not.toContain("Paused");
    await walkTo(berlin("2026-03-10 09:00"));
    expect([harbour.asked().length, lighthouse.asked().length]).toEqual([1, 2]);
  });

  test("fault 33: while Slack keeps one of them waiting, the other has its question", async () => {
    const { harbour, lighthouse, fake, walkTo, quiet } = await twoDailies();
    for (let nth = 0; nth < 12; nth += 1) {
      const room = harbour.place.channel(`room-${nth}`);
      room.invitesBot();
      await harbour.ada.types(room, `/${nine}`);
    }
    await quiet();
    let free = () => {};
    const held = new Promise<void>((resolve) => {
      free = resolve;
    });
    const { token } = harbour.place;
    fake.next("chat.postMessage", { until: held }, { times: 1000, only: (_, by) => by === token });
    const walking = walkTo(berlin("2026-03-09 09:00"));
    await until(() => lighthouse.asked().length === 1);
    expect(harbour.asked()).toEqual([]);
    free();
    await walking;
    expect(harbour.asked()).toHaveLength(1);
  });
});
