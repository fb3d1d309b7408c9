import type { Answer } from "./api.js";
import type { Json } from "./json.js";

/** How a call goes wrong. */
export type Mishap =
  /** Answers with this HTTP status; `accepted`: after the call was carried out. */
  | { readonly status: number; readonly accepted?: true }
  /** The connection is cut without an answer, before or after the call was carried out. */
  | { readonly cut: "before" | "after" }
  /** Carried out at once, answered so many real milliseconds later. */
  | { readonly delay: number }
  /** Carried out when the promise is kept. */
  | { readonly until: Promise<unknown> }
  /** 429 with these seconds in Retry-After. */
  | { readonly ratelimited: number }
  /** Refused with this word of Slack's. */
  | { readonly error: string };

/** How often, 1 unless told, and for which calls. */
export type Extent = { readonly times?: number; readonly only?: Only };

/** Which calls, by what they say and by whom. */
export type Only = (args: Json, token: string) => boolean;

type Planned = { readonly mishap: Mishap; left: number; readonly only: Only };

/** What is to go wrong next, by method; `response_url` and `*` count as methods. */
export class Mishaps {
  private readonly planned = new Map<string, Planned[]>();

  plan(method: string, mishap: Mishap, { times = 1, only = () => true }: Extent = {}): void {
    const list = this.planned.get(method) ?? [];
    list.push({ mishap, left: times, only });
    this.planned.set(method, list);
  }

  clear(): void {
    this.planned.clear();
  }

  take(method: string, args: Json, token: string): Mishap | null {
    for (const name of [method, "*"]) {
      const list = this.planned.get(name) ?? [];
      const found = list.find(({ left, only }) => left > 0 && only(args, token));
      if (!found) continue;
      found.left -= 1;
      if (found.left === 0) list.splice(list.indexOf(found), 1);
      return found.mishap;
    }
    return null;
  }
}

/** Null where the connection is to be cut. */
export async function goWrong(
  mishap: Mishap | null,
  how: { readonly run: () => Answer; readonly limited: (seconds: number) => Answer },
): Promise<Answer | null> {
  if (!mishap) return how.run();
  if ("ratelimited" in mishap) return how.limited(mishap.ratelimited);
  if ("error" in mishap) return { status: 200, body: { ok: false, error: mishap.error }, headers: {} };
  if ("until" in mishap) {
    await mishap.until;
    return how.run();
  }
  if ("delay" in mishap) {
    const answer = how.run();
    await new Promise((resolve) => setTimeout(resolve, mishap.delay));
    return answer;
  }
  if ("cut" in mishap) {
    if (mishap.cut === "after") how.run();
    return null;
  }
  if (mishap.accepted) how.run();
  return { status: mishap.status, body: { text: "" }, headers: {} };
}
