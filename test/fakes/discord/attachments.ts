import { isRecord, say } from "./form.js";
import type { Body } from "./messages.js";
import { refuse, refuseFaults } from "./refusal.js";
import type { Attachment, World } from "./world.js";

const largest = 10 * 1024 * 1024;

/** The files of a message after a request: those that stay, and those that came. */
export function attach(
  world: World,
  body: Body,
  json: Record<string, unknown>,
  path: readonly string[],
  present: readonly Attachment[] = [],
): readonly Attachment[] {
  const told = Array.isArray(json.attachments) ? json.attachments.filter(isRecord) : null;
  const kept = told ? present.filter(({ id }) => told.some((one) => String(one.id) === id)) : present;
  const found: Parameters<typeof say>[0] = [];
  const fresh = body.files.map(({ index, name, bytes }): Attachment => {
    const about = told?.find((one) => String(one.id) === index);
    if (name === "")
      say(found, [...path, "attachments", index], "BASE_TYPE_REQUIRED", "This field is required");
    if (bytes.length > largest) refuse("tooLarge");
    const description = typeof about?.description === "string" ? { description: about.description } : {};
    return { id: world.id(), filename: name, size: bytes.length, bytes, ...description };
  });
  for (const one of told ?? []) {
    const known =
      body.files.some(({ index }) => index === String(one.id)) ||
      present.some(({ id }) => id === String(one.id));
    if (!known)
      say(
        found,
        [...path, "attachments", String(one.id)],
        "ATTACHMENT_NOT_FOUND",
        "There is no file for this attachment",
      );
  }
  if (fresh.length + kept.length > 10)
    say(found, [...path, "attachments"], "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.");
  refuseFaults(found);
  return [...kept, ...fresh];
}
