import type { Posting, Receipt } from "../../../src/app/platform.js";
import { keyOf } from "../../../src/core/ids.js";
import { channelOf } from "../../../src/platforms/discord/names.js";
import { theDaily } from "../web/gallery.js";
import { openLine } from "./line.js";

/** A server with a channel, the people Mina, who manages it, and Ada. */
export async function openStudy(options: Parameters<typeof openLine>[0] = {}) {
  const line = await openLine(options);
  line.fake.person("Mina", { mayManage: true });
  const ada = line.fake.person("Ada");
  const harbour = line.fake.server({ name: "Harbour" });
  const study = harbour.channel({ name: "study" });
  const id = channelOf(harbour.id, study.id);
  const place = { kind: "channel", id } as const;
  return { ...line, ada, harbour, study, id, place };
}

/** The same, with a question in the channel: `r41`. */
export async function openDaily(options: Parameters<typeof openLine>[0] = {}) {
  const study = await openStudy(options);
  receiptOf(await study.platform.post(study.place, theDaily(0), keyOf("r41")));
  return { ...study, daily: study.study.read()[0] ?? null };
}

export function receiptOf(posting: Posting): Receipt {
  if (posting.kind !== "posted") throw new Error(JSON.stringify(posting));
  return posting.receipt;
}
