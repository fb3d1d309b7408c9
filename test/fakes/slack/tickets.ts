export type Trigger = { readonly person: string; readonly team: string; readonly at: number; used: boolean };

/** A file on its way: `bytes` are null until they were uploaded, `shared` once it is somewhere for people. */
export type StoredFile = {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  readonly length: number;
  readonly at: number;
  title: string;
  bytes: Buffer | null;
  shared: boolean;
};

/** `redirect`: as it was sent, null where it was not. */
export type Code = {
  readonly team: string;
  readonly at: number;
  readonly redirect: string | null;
  readonly scopes: readonly string[];
  used: boolean;
};
