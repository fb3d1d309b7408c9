/** Small pieces of raw payloads, for tests that write them by hand. */
export const flagV2 = 1 << 15;

export const button = (custom_id: string, more: object = {}) => ({
  type: 2,
  style: 2,
  label: "A",
  custom_id,
  ...more,
});
export const row = (...components: readonly unknown[]) => ({ type: 1, components });
export const text = (content: string) => ({ type: 10, content });
export const embed = (fields: object) => ({ type: "rich", ...fields });
/** An option of a select. */
export const say = (value: string) => ({ label: value, value });
export const many = (count: number, make: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => make(index));
