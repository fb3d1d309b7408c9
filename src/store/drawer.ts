/** The same shape that platforms are handed. */
export interface Drawer {
  get(name: string): Promise<string | null>;
  put(name: string, value: string): Promise<void>;
  remove(name: string): Promise<void>;
  all(): Promise<readonly { readonly name: string; readonly value: string }[]>;
}
