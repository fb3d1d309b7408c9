import { createServer } from "node:http";
import { onTestFinished } from "vitest";
import { WebSocketServer } from "ws";

/** A Discord that lets everybody knock and turns them away with one close code. */
export async function openGate(code: number): Promise<string> {
  const http = createServer((_request, response) => {
    const limit = { total: 1000, remaining: 1000, reset_after: 1000, max_concurrency: 1 };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ url: address("ws"), shards: 1, session_start_limit: limit }));
  });
  const sockets = new WebSocketServer({ server: http });
  sockets.on("connection", (socket) => {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 40_000 }, s: null, t: null }));
    socket.on("message", (raw) => JSON.parse(String(raw)).op === 2 && socket.close(code));
  });
  await new Promise<void>((ready) => http.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    sockets.close();
    http.closeAllConnections();
    http.close();
  });
  const address = (protocol: string) =>
    `${protocol}://127.0.0.1:${(http.address() as { port: number }).port}`;
  return `${address("http")}/api`;
}
