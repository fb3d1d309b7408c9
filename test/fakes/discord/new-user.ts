import type { User } from "./world.js";

/** What sets somebody apart. */
export type About = {
  /** May use commands for *Manage Server*: everywhere, or in these servers. */
  readonly mayManage?: boolean | readonly { readonly id: string }[];
  /** Where she is a member; left out: everywhere. */
  readonly servers?: readonly { readonly id: string }[];
  /** Of her own device: Discord never tells it. */
  readonly zone?: string;
  readonly locale?: string;
  readonly closedDirect?: boolean;
  /** Has installed the bot for herself. */
  readonly installed?: boolean;
};

export function newUser(id: string, name: string, about: About = {}): User {
  const { mayManage = false, servers } = about;
  return {
    id,
    name,
    bot: false,
    locale: about.locale ?? "en-US",
    closedDirect: about.closedDirect ?? false,
    installed: about.installed ?? false,
    mayManage: typeof mayManage === "boolean" ? mayManage : mayManage.map((server) => server.id),
    servers: servers?.map((server) => server.id) ?? null,
    dm: null,
  };
}
