import { type Agent, type IncomingHttpHeaders, request } from "node:http";

export type Heard = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

/** Nothing came back in time. */
export class Slow extends Error {}

/** One POST over a connection that is kept only where the app was content with it, so that the app can stop at once. */
export function exchange(
  url: string,
  ask: {
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly agent: Agent;
    readonly patience: number;
  },
): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const { headers, body, agent, patience } = ask;
    const length = { "content-length": String(Buffer.byteLength(body)) };
    const going = request(url, { method: "POST", headers: { ...headers, ...length }, agent }, (response) => {
      const { socket } = response;
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        clearTimeout(timer);
        const status = response.statusCode ?? 0;
        if (status >= 300) socket.destroy();
        resolve({ status, headers: response.headers, text: Buffer.concat(parts).toString() });
      });
    });
    let timer: NodeJS.Timeout | undefined;
    going.on("socket", () => {
      timer = setTimeout(() => going.destroy(new Slow()), patience);
      timer.unref();
    });
    going.on("error", (problem) => {
      clearTimeout(timer);
      reject(problem);
    });
    going.end(body);
  });
}
