// The clock's long step: where it leads, and whether the clock walks.
export const step = document.querySelector(".clock [value=ahead]");

export const isWalking = () => step.getAttribute("aria-disabled") === "true";

/** Where the clock's long step leads now; while the clock walks it says so until it has arrived. */
export function nameStep(words) {
  step.dataset.words = words;
  if (!isWalking()) step.textContent = words;
}
