import { button, embed, flagV2, many, row, say, text } from "./parts.js";

/** A body for a new message, and what Discord finds wrong with it. */
export type Wrong = { readonly body: unknown; readonly code: number; readonly field?: string };

const form = 50035;

/** Wrong rows, buttons, selects, and components of the new kind. */
export const wrongComponents: Readonly<Record<string, Wrong>> = {
  "six rows": {
    body: { components: many(6, (index) => row(button(`b${index}`))) },
    code: form,
    field: "components: BASE_TYPE_MAX_LENGTH",
  },
  "six buttons in a row": {
    body: { components: [row(...many(6, (index) => button(`b${index}`)))] },
    code: form,
    field: "components.0.components: BASE_TYPE_BAD_LENGTH",
  },
  "an empty row": {
    body: { components: [row()] },
    code: form,
    field: "components.0.components: BASE_TYPE_BAD_LENGTH",
  },
  "the same custom_id twice": {
    body: { components: [row(button("a")), row(button("a"))] },
    code: form,
    field: "components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED",
  },
  "a custom_id of 101": {
    body: { components: [row(button("x".repeat(101)))] },
    code: form,
    field: "components.0.components.0.custom_id: BASE_TYPE_BAD_LENGTH",
  },
  "an empty custom_id": {
    body: { components: [row(button(""))] },
    code: form,
    field: "components.0.components.0.custom_id: BASE_TYPE_REQUIRED",
  },
  "a label of 81": {
    body: { components: [row(button("a", { label: "x".repeat(81) }))] },
    code: form,
    field: "components.0.components.0.label: BASE_TYPE_MAX_LENGTH",
  },
  "a button without a label": {
    body: { components: [row({ type: 2, style: 1, custom_id: "a" })] },
    code: form,
    field: "components.0.components.0",
  },
  "a button without a style": {
    body: { components: [row({ type: 2, label: "A", custom_id: "a" })] },
    code: form,
    field: "components.0.components.0.style: BASE_TYPE_REQUIRED",
  },
  "a link button with a custom_id": {
    body: { components: [row(button("a", { style: 5, url: "https://a.example" }))] },
    code: form,
    field: "components.0.components.0.custom_id",
  },
  "a link button to a script": {
    body: { components: [row({ type: 2, style: 5, label: "A", url: "javascript://x" })] },
    code: form,
    field: "components.0.components.0.url: URL_TYPE_INVALID_SCHEME",
  },
  "a word for an emoji": {
    body: { components: [row(button("a", { emoji: { name: "fire" } }))] },
    code: form,
    field: "components.0.components.0.emoji.name: COMPONENT_INVALID_EMOJI",
  },
  "a button outside a row": {
    body: { components: [button("a")] },
    code: form,
    field: "components.0.type: UNION_TYPE_CHOICES",
  },
  "a select of 26": {
    body: {
      components: [
        row({
          type: 3,
          custom_id: "s",
          options: many(26, (index) => ({ label: `${index}`, value: `${index}` })),
        }),
      ],
    },
    code: form,
    field: "components.0.components.0.options",
  },
  "a select with one value twice": {
    body: { components: [row({ type: 3, custom_id: "s", options: [say("a"), say("a")] })] },
    code: form,
    field: "components.0.components.0.options: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
  },
  "a select beside a button": {
    body: { components: [row(button("a"), { type: 3, custom_id: "s", options: [say("a")] })] },
    code: form,
    field: "components.0.components.1: COMPONENT_LAYOUT_WIDTH_EXCEEDED",
  },
  "a text input in a message": {
    body: { components: [row({ type: 4, custom_id: "a", style: 1, label: "A" })] },
    code: form,
    field: "components.0.components.0.type: UNION_TYPE_CHOICES",
  },
  "new components without the flag": {
    body: { components: [text("a")] },
    code: form,
    field: "components.0.type: UNION_TYPE_CHOICES",
  },
  "content beside new components": {
    body: { flags: flagV2, content: "a", components: [text("a")] },
    code: form,
    field: "content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
  },
  "embeds beside new components": {
    body: { flags: flagV2, embeds: [embed({ title: "a" })], components: [text("a")] },
    code: form,
    field: "embeds: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
  },
  "the flag and nothing": { body: { flags: flagV2, components: [] }, code: 50006 },
  "41 components": {
    body: { flags: flagV2, components: [{ type: 17, components: many(40, () => text("a")) }] },
    code: form,
    field: "components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
  },
  "4001 characters over two texts": {
    body: { flags: flagV2, components: [text("x".repeat(2001)), text("x".repeat(2000))] },
    code: form,
    field: "components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
  },
  "an empty text": {
    body: { flags: flagV2, components: [text("")] },
    code: form,
    field: "components.0.content: BASE_TYPE_REQUIRED",
  },
  "a section without an accessory": {
    body: { flags: flagV2, components: [{ type: 9, components: [text("a")] }] },
    code: form,
    field: "components.0.accessory: BASE_TYPE_REQUIRED",
  },
  "a container in a container": {
    body: { flags: flagV2, components: [{ type: 17, components: [{ type: 17, components: [text("a")] }] }] },
    code: form,
    field: "components.0.components.0.type: UNION_TYPE_CHOICES",
  },
  "a file that is not there": {
    body: { flags: flagV2, components: [{ type: 13, file: { url: "attachment://a.csv" } }] },
    code: form,
    field: "components: UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
  },
};
