/** What Discord takes, in its own units: lengths are UTF-16 code units. */
export const limits = {
  /** All texts of one message together. */
  text: 4000,
  /** The same in UTF-8: documented nowhere, and answered with a 500 (discord-api-docs, issue 8554). */
  textBytes: 10_000,
  /** Components of one message, those inside others too. */
  components: 40,
  buttonsInRow: 5,
  /** Above this many the buttons of a block become a list to choose from. */
  buttonsInBlock: 20,
  customId: 100,
  buttonLabel: 80,
  selectOptions: 25,
  selectLabel: 100,
  modalTitle: 45,
  modalLabel: 45,
  modalParts: 5,
  modalText: 1000,
  modalHint: 100,
  choices: 25,
  choice: 100,
  threadName: 100,
  altText: 1024,
  fileName: 100,
  link: 512,
  heading: 200,
  note: 1000,
  cell: 80,
  commandAbout: 100,
} as const;

/** A display name in graphemes; and in code units, as one grapheme can be a thousand of them. */
export const longestName = { graphemes: 32, units: 128 } as const;

/** A message that Discord would not take; nothing was sent. */
export class TooLong extends Error {
  override readonly name = "TooLong";
}
