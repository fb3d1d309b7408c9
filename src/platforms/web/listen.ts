import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Resolves with the port; only this machine can reach it. Rejects with a sentence for whoever started the bot. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(new Error(reasonOf(error, port))));
    server.on("request", (_request, response) => response.on("close", () => letGo(server)));
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

/** Once closed, a server waits for browsers that keep a connection for later: after their last answer it need not. */
function letGo(server: Server): void {
  if (!server.listening) setImmediate(() => server.closeIdleConnections());
}

function reasonOf(error: NodeJS.ErrnoException, port: number): string {
  const cure = "Set CUECARD_PLAYGROUND_PORT to a free one";
  if (error.code === "EADDRINUSE") {
    return `The playground cannot open: port ${port} is in use. ${cure}, or stop what uses it.`;
  }
  if (error.code === "EACCES")
    return `The playground cannot open: port ${port} is not allowed. ${cure} above 1023.`;
  return `The playground cannot open at port ${port}: ${error.message}`;
}
