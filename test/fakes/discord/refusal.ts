import { type Fault, nest } from "./form.js";

/** An answer that is no success, in Discord's own shape. */
export type Refusal = {
  readonly status: number;
  readonly code: number;
  readonly message: string;
  readonly errors?: object;
};

type Name = keyof typeof known;

/** Discord's documented error codes, with the status and the words that go with each. */
const known = {
  general: [404, 0, "404: Not Found"],
  broken: [500, 0, "500: Internal Server Error"],
  method: [405, 0, "405: Method Not Allowed"],
  unauthorized: [401, 0, "401: Unauthorized"],
  channel: [404, 10003, "Unknown Channel"],
  guild: [404, 10004, "Unknown Guild"],
  application: [404, 10002, "Unknown Application"],
  member: [404, 10007, "Unknown Member"],
  message: [404, 10008, "Unknown Message"],
  user: [404, 10013, "Unknown User"],
  webhook: [404, 10015, "Unknown Webhook"],
  interaction: [404, 10062, "Unknown interaction"],
  notYours: [403, 20012, "You are not authorized to perform this action on this application"],
  tooManyCommands: [400, 30032, "Maximum number of application commands reached (100)."],
  tooLarge: [413, 40005, "Request entity too large"],
  forum: [400, 40058, "Cannot send a message in a forum channel"],
  acknowledged: [400, 40060, "Interaction has already been acknowledged."],
  followUps: [400, 40094, "This interaction has hit the maximum number of follow up messages."],
  cloudflare: [403, 40333, "internal network error"],
  noAccess: [403, 50001, "Missing Access"],
  notAuthor: [403, 50005, "Cannot edit a message authored by another user"],
  empty: [400, 50006, "Cannot send an empty message"],
  closedDm: [403, 50007, "Cannot send messages to this user"],
  notText: [400, 50008, "Cannot send messages in a non-text channel"],
  noMutual: [403, 50278, "Cannot send messages to this user due to having no mutual guilds"],
  permissions: [403, 50013, "Missing Permissions"],
  channelType: [400, 50024, "Cannot execute action on this channel type"],
  webhookToken: [401, 50027, "Invalid Webhook Token"],
  recipient: [400, 50033, "Invalid Recipient(s)"],
  form: [400, 50035, "Invalid Form Body"],
  version: [400, 50041, "Invalid API version provided"],
  archived: [400, 50083, "Thread is archived"],
  json: [400, 50109, "The request body contains invalid JSON."],
  threadExists: [400, 160004, "A thread has already been created for this message"],
  locked: [403, 160005, "This thread is locked"],
  noHistory: [400, 160002, "Cannot reply without permission to read message history"],
} as const satisfies Record<string, readonly [number, number, string]>;

const mark = Symbol("refusal");

/** Throws one of Discord's refusals. */
export function refuse(name: Name): never {
  const [status, code, message] = known[name];
  throw Object.assign(new Error(message), { [mark]: { status, code, message } satisfies Refusal });
}

/** Throws 50035 with an error for every field, if there is one. */
export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  const [status, code, message] = known.form;
  const refusal: Refusal = { status, code, message, errors: nest(faults) };
  throw Object.assign(new Error(message), { [mark]: refusal });
}

/** What was thrown, if it is a refusal and no mistake of ours. */
export function refusalIn(thrown: unknown): Refusal | null {
  return thrown instanceof Error && mark in thrown ? (thrown[mark] as Refusal) : null;
}
