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
  let free = lanes;
  const waiting: (() => void)[] = [];
  return async (url, body) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      await send(url, body);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

/** A second try where no answer came to the first: what is shown twice is better than what is not. */
async function send(url: string, body: object): Promise<void> {
  const once = () =>
    fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(5000),
    });
  const response = await once().catch(once);
  const words = await response.text();
  if (!response.ok) throw new LateAnswer(`${response.status} ${words.slice(0, 200)}`);
}

/** Slack takes no answer there any more, or not this one. */
export class LateAnswer extends Error {
  override readonly name = "LateAnswer";
}
