/** The permissions that the server knows, by Discord's names in discord.js. */
export const bits = {
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  Administrator: 1n << 3n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  UseExternalEmojis: 1n << 18n,
  ManageRoles: 1n << 28n,
  UseApplicationCommands: 1n << 31n,
  ManageThreads: 1n << 34n,
  CreatePublicThreads: 1n << 35n,
  SendMessagesInThreads: 1n << 38n,
} as const;

export type Permission = keyof typeof bits;

/** Every bit that Discord defines, so that what is not allowed is denied. */
export const everyBit = (1n << 53n) - 1n;

export function sum(names: readonly Permission[]): bigint {
  return names.reduce((all, name) => all | bits[name], 0n);
}

/** What a bot has where its invitation was followed and nothing was changed. */
export const invited: readonly Permission[] = [
  "ViewChannel",
  "SendMessages",
  "EmbedLinks",
  "AttachFiles",
  "ReadMessageHistory",
  "CreatePublicThreads",
  "SendMessagesInThreads",
];

/** What every member has. */
export const ordinary: readonly Permission[] = [
  "ViewChannel",
  "SendMessages",
  "EmbedLinks",
  "AttachFiles",
  "ReadMessageHistory",
  "CreatePublicThreads",
  "SendMessagesInThreads",
  "UseApplicationCommands",
];
