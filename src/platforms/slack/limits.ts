/** What Slack takes; it counts code points, and we count code units, which are never fewer. */
export const limits = {
  blocks: 50,
  /** A home tab or a modal. */
  viewBlocks: 100,
  /** All blocks of a message together. Slack names no number; 13,297 was found (bolt-js, issue 2509). */
  message: 12_000,
  /** What each block counts for besides its words. */
  perBlock: 125,
  /** The plain words beside the blocks; `chat.update` takes no more. */
  fallback: 4000,
  header: 150,
  /** One text object, and one run of rich text: that is documented for sections alone. */
  text: 3000,
  /** Sections, lists and code of one rich text block. */
  richElements: 100,
  actions: 25,
  label: 75,
  spoken: 75,
  value: 2000,
  choice: 75,
  choices: 100,
  radios: 10,
  modalTitle: 24,
  modalText: 1000,
  modalHint: 150,
  privateMetadata: 3000,
  address: 3000,
  fileName: 100,
} as const;

/** A display name in graphemes; and in code units, as one grapheme can be a thousand of them. */
export const longestName = { graphemes: 32, units: 128 } as const;

/** A message that Slack would not take; nothing was sent. */
export class TooLong extends Error {
  override readonly name = "TooLong";
}
