/** What the bot asks a workspace for, and why. `also`: it works without, as `why` says. */
export type Scope = { readonly name: string; readonly why: string; readonly also?: true };

export const scopes: readonly Scope[] = [
  { name: "commands", why: "the slash commands" },
  { name: "chat:write", why: "to post the daily question, and to edit it" },
  { name: "im:write", why: "to open direct messages, for practice and for words to a channel’s keeper" },
  { name: "im:history", why: "to hear what is typed to the bot in direct messages, and nowhere else" },
  { name: "users:read", why: "display names and time zones, and who is an admin" },
  { name: "channels:read", why: "names of channels, and to hear when one is archived or the bot is removed" },
  { name: "groups:read", why: "the same for private channels that the bot is in" },
  {
    name: "channels:history",
    why: "to look, after a broken connection, whether a question got out; without it that is left to people",
    also: true,
  },
  { name: "groups:history", why: "the same in private channels that the bot is in", also: true },
  {
    name: "usergroups:read",
    why: "to tell a group by its handle (/daily options tell=@study); without it by mention only",
    also: true,
  },
  {
    name: "files:write",
    why: "to send a file that somebody asked for (/mydata export), in direct messages; without it they are told why not",
    also: true,
  },
];

/** What the bot has to hear of. */
export const events = [
  "app_home_opened",
  "app_uninstalled",
  "channel_archive",
  "channel_deleted",
  "channel_left",
  "group_archive",
  "group_deleted",
  "group_left",
  "message.im",
  "tokens_revoked",
] as const;
