import type { Message } from "../../core/message.js";
import { oneLine } from "./escape.js";
import { limits } from "./limits.js";
import type { Client } from "./lines.js";

/** A file that lies with Slack and is seen by nobody yet. */
export type Uploaded = { readonly id: string; readonly title: string };

export function holdsFiles({ blocks }: Message): boolean {
  return blocks.some((block) => block.kind === "file");
}

/** Nobody sees them before they are shared. Rejects as Slack does, or where a file does not get through. */
export async function upload(client: Client, { blocks }: Message): Promise<readonly Uploaded[]> {
  const uploaded: Uploaded[] = [];
  for (const block of blocks) {
    if (block.kind !== "file") continue;
    const { name, bytes } = block;
    const title = oneLine(name).slice(-limits.fileName);
    const asked = { filename: title, length: bytes.length };
    const { upload_url: url = "", file_id: id = "" } = await client.files.getUploadURLExternal(asked);
    const headers = { "content-type": "application/octet-stream" };
    const signal = AbortSignal.timeout(patience);
    const body = new Uint8Array(bytes);
    const response = await fetch(url, { method: "POST", headers, body, redirect: "error", signal });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`Slack did not take the file: ${response.status}`);
    uploaded.push({ id, title });
  }
  return uploaded;
}

/** Puts them into a conversation, as one message. */
export async function share(
  client: Client,
  [first, ...more]: readonly Uploaded[],
  { channel, thread }: { readonly channel: string; readonly thread?: string },
): Promise<void> {
  if (!first) return;
  const place = thread ? { channel_id: channel, thread_ts: thread } : { channel_id: channel };
  await client.files.completeUploadExternal({ files: [first, ...more], ...place });
}

/** A file of some megabytes, over a slow line. Milliseconds. */
const patience = 30_000;
