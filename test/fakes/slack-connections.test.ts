import { once } from "node:events";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { rawCall } from "./slack/raw.js";
import { startSlack } from "./slack/slack.js";

test("ten connections at once, and the eleventh is sent away; an address opens one", async () => {
  const slack = await startSlack();
  const addresses: string[] = [];
  for (let at = 0; at < 11; at += 1) {
    const { body } = await rawCall(slack.api, "apps.connections.open", { token: slack.appToken });
    addresses.push(String(body.url));
  }
  const first = async (url: string) => {
    const socket = new WebSocket(url);
    const [frame] = await once(socket, "message").catch((problem: unknown) => [problem]);
    const said =
      frame instanceof Error
        ? frame.message
        : (JSON.parse(String(frame)) as { type: string; reason?: string });
    return { socket, said };
  };
  const all = [];
  for (const url of addresses) all.push(await first(url));
  expect(all.slice(0, 10).map(({ said }) => said)).toEqual(
    Array.from({ length: 10 }, (_, at) =>
      expect.objectContaining({ type: "hello", num_connections: at + 1 }),
    ),
  );
  expect(all[10]?.said).toMatchObject({ type: "disconnect", reason: "too_many_websockets" });
  expect((await first(addresses[0] ?? "")).said).toContain("408");
  for (const { socket } of all) socket.terminate();
  await slack.calm.until(() => slack.sockets.open === 0);
  await slack.close();
});

test("what is acknowledged twice, or with a reply that is not wanted, is written down", async () => {
  const slack = await startSlack();
  const acme = slack.workspace();
  const ada = acme.person("Ada");
  const { body } = await rawCall(slack.api, "apps.connections.open", { token: slack.appToken });
  const socket = new WebSocket(String(body.url));
  await once(socket, "message");
  socket.on("message", (frame) => {
    const envelope_id = (JSON.parse(String(frame)) as { envelope_id: string }).envelope_id;
    for (const payload of [{ text: "no" }, {}]) socket.send(JSON.stringify({ envelope_id, payload }));
  });
  await slack.tells(acme, { type: "app_home_opened", user: ada.id, tab: "home" });
  await slack.calm.until(() => slack.strange.length === 2);
  expect(slack.strange.map((words) => words.split(":", 2).join(":"))).toEqual([
    "socket: a reply in an acknowledgement that takes none",
    "socket: acknowledged what was not waiting",
  ]);
  socket.terminate();
  await slack.close();
});
