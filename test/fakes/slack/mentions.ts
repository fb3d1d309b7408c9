import { isRecord, type Json, recordsIn, stringIn } from "./json.js";

export type Reach = { readonly notified: readonly string[]; readonly perhaps: readonly string[] };

type Group = { readonly id: string; readonly handle: string };

/**
 * Whom a message reaches. Slack reads `<!…>` and `<@…>` in the text and in every mrkdwn object, never in plain_text;
 * `@here` in plain words counts where the caller asked for it, and perhaps where an object is not `verbatim`.
 */
export function reachOf(
  said: { readonly text: string; readonly blocks: readonly Json[] },
  asked: { readonly linkNames: boolean; readonly groups: readonly Group[] },
): Reach {
  const objects = said.blocks.flatMap(textsIn);
  const texts = [said.text, ...objects.map(({ text }) => text)];
  const marked = [...texts.flatMap(marksIn), ...said.blocks.flatMap(richMarksIn)];
  const named = asked.linkNames ? texts.flatMap((text) => namesIn(text, asked.groups)) : [];
  const perhaps = objects
    .filter(({ verbatim }) => !verbatim)
    .flatMap(({ text }) => namesIn(text, asked.groups));
  return {
    notified: [...new Set([...marked, ...named])],
    perhaps: [...new Set(perhaps)].filter((one) => !named.includes(one)),
  };
}

/** The addresses that Slack would unfold: those in the text and in mrkdwn, unless told not to. */
export function unfurledIn(
  said: { readonly text: string; readonly blocks: readonly Json[] },
  asked: { readonly links: boolean; readonly media: boolean },
): readonly string[] {
  if (!asked.links && !asked.media) return [];
  const texts = [said.text, ...said.blocks.flatMap(textsIn).map(({ text }) => text)];
  const found = texts.flatMap((text) =>
    [...text.matchAll(/https?:\/\/[^\s|>]+/g)].map(([address]) => address),
  );
  const media = /\.(?:png|jpe?g|gif|webp|mp4|mp3)(?:\?|$)|youtube\.com|vimeo\.com/i;
  return [...new Set(found)].filter((address) => asked.links || media.test(address));
}

/** What looks like a mark of Slack's and is none: it would swallow words that were meant to be read. */
export function swallowedIn(said: {
  readonly text: string;
  readonly blocks: readonly Json[];
}): readonly string[] {
  const texts = [said.text, ...said.blocks.flatMap(textsIn).map(({ text }) => text)];
  const mark = /^(?:[@#][A-Z0-9]|!(?:date|subteam)\^|!(?:channel|here|everyone)\b|[a-z][a-z0-9+.-]*:)/i;
  return texts
    .flatMap((text) => [...text.matchAll(/<([^<>\n]+)>/g)].map(([, inner]) => inner ?? ""))
    .filter((inner) => !mark.test(inner));
}

function marksIn(text: string): readonly string[] {
  const special = /<!(channel|here|everyone)(?:\|[^>]*)?>/g;
  const people = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g;
  const groups = /<!subteam\^(S[A-Z0-9]+)(?:\|[^>]*)?>/g;
  return [special, people, groups].flatMap((form) => [...text.matchAll(form)].map(([, who]) => who ?? ""));
}

function namesIn(text: string, groups: readonly Group[]): readonly string[] {
  const names = [...text.matchAll(/(?<![\w<!])@([a-z0-9][\w.-]*)/gi)].map(([, name]) =>
    (name ?? "").toLowerCase(),
  );
  return names.flatMap((name) => {
    if (["channel", "here", "everyone"].includes(name)) return [name];
    const group = groups.find(({ handle }) => handle.toLowerCase() === name);
    return group ? [group.id] : [];
  });
}

type TextObject = { readonly text: string; readonly verbatim: boolean };

function textsIn(value: unknown): readonly TextObject[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isRecord(value)) return [];
  const own =
    (value.type === "mrkdwn" || value.type === "markdown") && typeof value.text === "string"
      ? [{ text: value.text, verbatim: value.verbatim === true }]
      : [];
  return [...own, ...Object.values(value).flatMap(textsIn)];
}

function richMarksIn(block: Json): readonly string[] {
  if (block.type === "user") return [stringIn(block.user_id)];
  if (block.type === "usergroup") return [stringIn(block.usergroup_id)];
  if (block.type === "broadcast") return [stringIn(block.range)];
  const rich = typeof block.type === "string" && block.type.startsWith("rich_text");
  return rich ? recordsIn(block.elements).flatMap(richMarksIn) : [];
}
