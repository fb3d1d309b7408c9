import type { WebSocket } from "ws";
import type { Gateway } from "./gateway.js";
import type { Session } from "./session.js";

/** What can go wrong at the gateway, on order. */
export type Drive = {
  /** Closes every connection with this code; 1006 cuts it. */
  drop(code?: number): void;
  /** Op 7. */
  reconnect(): void;
  /** Op 9; false also forgets the session. */
  invalidate(resumable: boolean): void;
  /** The connections of now look alive, but nothing comes any more and heartbeats are not answered. */
  freeze(): void;
  /** Sends the last dispatches once more, as they were. */
  again(count: number): void;
};

export function driveGateway(gateway: Gateway): Drive {
  const each = (act: (socket: WebSocket, session: Session) => void) => {
    for (const session of [...gateway.sessions]) if (session.socket) act(session.socket, session);
  };
  const say = (op: number, d: unknown) => JSON.stringify({ op, d, s: null, t: null });
  return {
    drop: (code = 4000) => each((socket) => (code === 1006 ? socket.terminate() : socket.close(code))),
    reconnect: () => each((socket) => socket.send(say(7, null))),
    invalidate: (resumable) => {
      each((socket, session) => {
        socket.send(say(9, resumable));
        session.leave(socket);
      });
      if (!resumable) gateway.sessions.splice(0);
    },
    freeze: () =>
      each((_, session) => {
        session.frozen = true;
      }),
    again: (count) => each((_, session) => session.again(count)),
  };
}
