import { dayIn, utc } from "../core/calendar.js";
import { type RecordMark, type RecordPage, readMark, writeMark } from "../core/record.js";
import { askJson, recordFormat, recordJson, roundJson } from "../core/record-json.js";
import { recordMessage, recordSentMessage } from "../views/my-data.js";
import { directClosedMessage, unknownPressMessage } from "../views/trouble.js";
import type { App } from "./app.js";
import type { Event, Reply } from "./platform.js";

/** Bytes of one file: below what Discord lets a bot send, the least of all platforms. */
export const largestFile = 8_000_000;

/** So many answers are read and written out before others have their turn. */
const atOnce = 50;

/** `/mydata export`: everything that is kept, in as few files as platforms carry; `words`: where the one before ended. */
export async function exportMine(
  app: App,
  event: Event,
  words: string | null,
  most = largestFile,
): Promise<Reply> {
  const from = words === null ? null : readMark(words);
  if (words !== null && !from) return { whisper: unknownPressMessage() };
  const part = from ? from.part + 1 : 1;
  const { bytes, end } = await writePart(app, event, { from: from?.mark ?? null, part, most });
  const name = `cuecard-${dayIn(utc, event.at)}${part > 1 || end ? `-part-${part}` : ""}.json`;
  const direct = recordMessage({ name, bytes }, { part, more: end && writeMark(part, end) });
  if (event.place.kind === "direct") return { direct };
  return { direct, whisper: recordSentMessage(), instead: directClosedMessage() };
}

/** `end`: the last answer that fitted, where there are more. */
async function writePart(
  app: App,
  { person, at }: Event,
  { from, part, most }: { readonly from: RecordMark | null; readonly part: number; readonly most: number },
): Promise<{ readonly bytes: Uint8Array; readonly end: RecordMark | null }> {
  const whole = from ? {} : recordJson(await app.store.record(person.id));
  const sheet = openSheet({ format: recordFormat, writtenAt: at, part, ...whole });
  for (let mark = from; ; ) {
    const page = await app.store.recordPage(person.id, mark, atOnce);
    for (const { line, mark: its } of linesOf(page)) {
      if (!sheet.add(page.list, line, most)) return { bytes: sheet.close(), end: mark };
      mark = its;
    }
    if (page.list === "asks" && page.rows.length < atOnce) return { bytes: sheet.close(), end: null };
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function linesOf(page: RecordPage): readonly { readonly line: string; readonly mark: RecordMark }[] {
  const { list } = page;
  if (list === "asks") {
    return page.rows.map((ask) => ({
      line: JSON.stringify(askJson(ask)),
      mark: { list, at: ask.askedAt, key: ask.key },
    }));
  }
  return page.rows.map((row) => ({
    line: JSON.stringify(roundJson(row)),
    mark: { list, at: row.attempt.at, key: row.round.key },
  }));
}

/** A file of JSON that grows line by line: a line that no longer fits is refused, but one always does. */
function openSheet(head: object) {
  const encoder = new TextEncoder();
  const ends = {
    start: `${JSON.stringify(head).slice(0, -1)},\n"answers":[\n`,
    middle: `\n],\n"asks":[\n`,
    end: "\n]}\n",
  };
  const chunks: Record<RecordPage["list"], Uint8Array[]> = { rounds: [], asks: [] };
  let size = Object.values(ends).reduce((sum, words) => sum + encoder.encode(words).length, 0);
  return {
    add(to: RecordPage["list"], line: string, most: number): boolean {
      const chunk = encoder.encode(chunks[to].length === 0 ? line : `,\n${line}`);
      const isFirst = chunks.rounds.length + chunks.asks.length === 0;
      if (!isFirst && size + chunk.length > most) return false;
      size += chunk.length;
      chunks[to].push(chunk);
      return true;
    },
    close(): Uint8Array {
      const bytes = new Uint8Array(size);
      let at = 0;
      const lay = (chunk: Uint8Array) => {
        bytes.set(chunk, at);
        at += chunk.length;
      };
      lay(encoder.encode(ends.start));
      chunks.rounds.forEach(lay);
      lay(encoder.encode(ends.middle));
      chunks.asks.forEach(lay);
      lay(encoder.encode(ends.end));
      return bytes;
    },
  };
}
