import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Says which port it was and what helps: a sentence for whoever started the bot. */
export class PortFault extends Error {
  override readonly name = "PortFault";
}

export type Line = {
  readonly port: number;
  /** Takes no new connection, waits for the answers under way, and hangs up on whoever keeps a line for later. */
  readonly close: () => Promise<void>;
};

/** Resolves when the server can be reached, by this machine alone. Rejects with a PortFault. */
export function listen(server: Server, port: number): Promise<Line> {
  let underWay = 0;
  // Browsers open connections that they never use, and Node counts those among the busy ones.
  const hangUp = () => {
    if (underWay === 0 && !server.listening) server.closeAllConnections();
  };
  server.on("request", (_request, response) => {
    underWay += 1;
    response.on("close", () => {
      underWay -= 1;
      hangUp();
    });
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      hangUp();
    });
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(new PortFault(reasonOf(error, port))));
    server.listen(port, "127.0.0.1", () => resolve({ port: (server.address() as AddressInfo).port, close }));
  });
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
