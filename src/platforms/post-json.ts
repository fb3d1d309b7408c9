import { Agent, type Dispatcher, util } from "undici";

/** What came back; `wait`: so many milliseconds are to pass before more is sent, where that is said. */
export type Came = { readonly status: number; readonly words: string; readonly wait: number };

/** Posts JSON and gives what came back, whatever it says; follows no redirect. Rejects where nothing came. */
export type PostJson = (url: string, body: object) => Promise<Came>;

/**
 * The short way out for answers that somebody waits for, one attempt each: `fetch` and the libraries' queues cost more
 * than all the rest of a press. `patience`: milliseconds.
 */
export function openPostJson(patience: number, more: Readonly<Record<string, string>> = {}): PostJson {
  const connect = { timeout: patience };
  const agent = new Agent({ connect, headersTimeout: patience, bodyTimeout: patience });
  const headers = { "content-type": "application/json; charset=utf-8", ...more };
  return (url, body) =>
    new Promise((resolve, reject) => {
      const { origin, pathname, search } = new URL(url);
      const sent = {
        origin,
        path: pathname + search,
        method: "POST",
        headers,
        body: JSON.stringify(body),
      } as const;
      agent.dispatch(sent, takeIn(resolve, reject));
    });
}

function takeIn(done: (came: Came) => void, onError: (cause: Error) => void): Dispatcher.DispatchHandlers {
  const parts: Buffer[] = [];
  let [status, wait] = [0, 0];
  return {
    onConnect() {},
    onHeaders(code, heads) {
      status = code;
      if (code === 429) wait = 1000 * (Number(util.parseHeaders(heads)["retry-after"]) || 1);
      return true;
    },
    onData: (part) => parts.push(part) > 0,
    onComplete: () => done({ status, wait, words: Buffer.concat(parts).toString() }),
    onError,
  };
}
