import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { openPostJson } from "../../src/platforms/post-json.js";

async function served(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("what came back is given as it is, a refusal and a redirect too", async () => {
  const seen: string[] = [];
  const url = await served(async (request, response) => {
    let words = "";
    for await (const part of request) words += part;
    seen.push(`${request.method} ${request.url} ${request.headers["content-type"]} ${words}`);
    const status = Number(request.url?.slice(1, 4));
    response.writeHead(status, { location: "/200", "retry-after": "1.5" }).end(`no “${status}”`);
  });
  const post = openPostJson(2000, { "user-agent": "us" });
  expect(await post(`${url}/404?a=b`, { name: "Zoë" })).toEqual({ status: 404, words: "no “404”", wait: 0 });
  expect(await post(`${url}/302`, {})).toEqual({ status: 302, words: "no “302”", wait: 0 });
  expect(await post(`${url}/429`, {})).toEqual({ status: 429, words: "no “429”", wait: 1500 });
  expect(seen[0]).toBe('POST /404?a=b application/json; charset=utf-8 {"name":"Zoë"}');
  expect(seen).toHaveLength(3);
});

test("nothing came: the connection broke, was refused, or was silent for too long", async () => {
  const post = openPostJson(300);
  const broken = await served((request) => void request.socket.destroy());
  await expect(post(broken, {})).rejects.toThrow();
  const silent = await served(() => {});
  await expect(post(silent, {})).rejects.toThrow(/timeout/i);
  await expect(post("http://127.0.0.1:1", {})).rejects.toThrow(/ECONNREFUSED/);
  await expect(post("nowhere", {})).rejects.toThrow(/URL/);
});
