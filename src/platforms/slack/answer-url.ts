import { openPostJson, type PostJson } from "../post-json.js";
import type { Sheet } from "./render.js";

/** How an answer is shown; `replace`: in place of the message whose button was pressed. */
export type Manner = "ephemeral" | "in_channel" | "replace";

/** What Slack is told of an answer, over its address or with an acknowledgement. */
export function answerBody({ text, blocks }: Sheet, manner: Manner): object {
  const said = { text, blocks, unfurl_links: false, unfurl_media: false };
  if (manner === "replace") return { ...said, replace_original: true };
  return { ...said, response_type: manner, replace_original: false };
}

/** Sends an answer to the address that came with an act. Rejects. */
export type SendAnswer = (url: string, body: object) => Promise<void>;

/** So many answers are on their way at once: what comes in and is acknowledged goes first when a thousand press. */
const lanes = 32;

export function openAnswers(): SendAnswer {
  const post = openPostJson(5000);
  let free = lanes;
  const waiting: (() => void)[] = [];
  return async (url, body) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      await send(post, url, body);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

/** A second try where no answer came to the first: what is shown twice is better than what is not. */
async function send(post: PostJson, url: string, body: object): Promise<void> {
  const once = () => post(url, body);
  const { status, words } = await once().catch(once);
  if (status < 200 || status > 299) throw new LateAnswer(`${status} ${words.slice(0, 200)}`);
}

/** Slack takes no answer there any more, or not this one. */
export class LateAnswer extends Error {
  override readonly name = "LateAnswer";
}
