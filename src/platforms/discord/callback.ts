import { setTimeout as sleep } from "node:timers/promises";
import {
  type APIInteraction,
  DefaultUserAgent,
  DiscordAPIError,
  HTTPError,
  type RawFile,
  type REST,
  Routes,
} from "discord.js";
import { openPostJson } from "../post-json.js";

/** The first answer to an interaction. */
export type Callback = { readonly body: object; readonly files: RawFile[] };

/** Rejects with what the library would. */
export type SendCallback = (
  to: Pick<APIInteraction, "id" | "token">,
  { body, files }: Callback,
) => Promise<void>;

/**
 * Each of these addresses is called once, so there is nothing to queue for: the library is left only what has files,
 * and what Discord asks to wait for.
 */
export function openCallbacks(rest: REST): SendCallback {
  const { api, version, timeout } = rest.options;
  const post = openPostJson(timeout, { "content-type": "application/json", "user-agent": DefaultUserAgent });

  return async ({ id, token }, { body, files }) => {
    const route = Routes.interactionCallback(id, token);
    const query = "with_response=false";
    const atLeisure = () => rest.post(route, { query: new URLSearchParams(query), body, files, auth: false });
    if (files.length > 0) return void (await atLeisure());
    const { status, words, wait } = await post(`${api}/v${version}${route}?${query}`, body);
    if (status === 429) {
      await sleep(wait);
      await atLeisure();
    } else if (status < 200 || status > 299) throw faultOf(status, words, { route, body });
  };
}

type Sent = { readonly route: string; readonly body: object };

/** Without JSON it was not Discord's API that spoke. */
function faultOf(status: number, words: string, { route, body }: Sent): Error {
  const said = jsonIn(words);
  const sent = { body, files: undefined };
  return said === null || status >= 500
    ? new HTTPError(status, words.slice(0, 200), "POST", route, sent)
    : new DiscordAPIError(said, said.code, status, "POST", route, sent);
}

type Said = ConstructorParameters<typeof DiscordAPIError>[0] & { readonly code: number };

function jsonIn(words: string): Said | null {
  try {
    const said: unknown = JSON.parse(words);
    return typeof said === "object" && said !== null && "code" in said ? (said as Said) : null;
  } catch {
    return null;
  }
}
