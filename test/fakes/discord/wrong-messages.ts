import { embed, many } from "./parts.js";
import { type Wrong, wrongComponents } from "./wrong-components.js";

const form = 50035;
const someone = "1".repeat(18);

/** Every wrong message, by what is wrong with it. */
export const wrongMessages: Readonly<Record<string, Wrong>> = {
  ...wrongComponents,
  "nothing at all": { body: {}, code: 50006 },
  "only blanks": { body: { content: "  \n " }, code: 50006 },
  "2001 characters": {
    body: { content: "x".repeat(2001) },
    code: form,
    field: "content: BASE_TYPE_MAX_LENGTH",
  },
  "a number as content": { body: { content: 5 }, code: form, field: "content" },
  "an unknown field": { body: { content: "a", colour: 1 }, code: form, field: "colour" },
  "eleven embeds": {
    body: { embeds: many(11, () => embed({ title: "a" })) },
    code: form,
    field: "embeds: BASE_TYPE_MAX_LENGTH",
  },
  "an embed with a long title": {
    body: { embeds: [embed({ title: "x".repeat(257) })] },
    code: form,
    field: "embeds.0.title: BASE_TYPE_MAX_LENGTH",
  },
  "an embed with a long description": {
    body: { embeds: [embed({ description: "x".repeat(4097) })] },
    code: form,
    field: "embeds.0.description",
  },
  "26 fields": {
    body: { embeds: [embed({ fields: many(26, () => ({ name: "a", value: "b" })) })] },
    code: form,
    field: "embeds.0.fields",
  },
  "a field without a value": {
    body: { embeds: [embed({ fields: [{ name: "a", value: "" }] })] },
    code: form,
    field: "embeds.0.fields.0.value: BASE_TYPE_REQUIRED",
  },
  "a long field": {
    body: { embeds: [embed({ fields: [{ name: "x".repeat(257), value: "x".repeat(1025) }] })] },
    code: form,
    field: "embeds.0.fields.0.name",
  },
  "a long footer": {
    body: { embeds: [embed({ footer: { text: "x".repeat(2049) } })] },
    code: form,
    field: "embeds.0.footer.text",
  },
  "6001 characters over two embeds": {
    body: { embeds: [embed({ description: "x".repeat(3001) }), embed({ description: "x".repeat(3000) })] },
    code: form,
    field: "embeds: MAX_EMBED_SIZE_EXCEEDED",
  },
  "an embed with a colour beyond white": {
    body: { embeds: [embed({ title: "a", color: 0x1000000 })] },
    code: form,
    field: "embeds.0.color: NUMBER_TYPE_MAX",
  },
  "an embed with a link to nowhere": {
    body: { embeds: [embed({ title: "a", url: "note.md" })] },
    code: form,
    field: "embeds.0.url: URL_TYPE_INVALID_SCHEME",
  },
  "mentions allowed twice over": {
    body: { content: "a", allowed_mentions: { parse: ["users"], users: [someone] } },
    code: form,
    field: "allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
  },
  "mentions of everything": {
    body: { content: "a", allowed_mentions: { parse: ["all"] } },
    code: form,
    field: "allowed_mentions.parse.0: BASE_TYPE_CHOICES",
  },
  "a nonce of 26": {
    body: { content: "a", nonce: "x".repeat(26), enforce_nonce: true },
    code: form,
    field: "nonce: BASE_TYPE_MAX_LENGTH",
  },
  "an enforced nonce that is not there": {
    body: { content: "a", enforce_nonce: true },
    code: form,
    field: "nonce: BASE_TYPE_REQUIRED",
  },
  "a reply to nothing": {
    body: { content: "a", message_reference: { message_id: someone } },
    code: form,
    field: "message_reference: REPLIES_UNKNOWN_MESSAGE",
  },
};
