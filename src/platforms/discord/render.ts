import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
  type RawFile,
} from "discord.js";
import { type Message, note } from "../../core/message.js";
import { text } from "../../core/prose.js";
import { limits, TooLong } from "./limits.js";
import { fileName, roleIn } from "./names.js";
import { broken, fits, paged } from "./pages.js";
import { type Piece, piecesOf, type Tightness } from "./pieces.js";

/** One message as Discord takes it, and the files that go with it. */
export type Sheet = {
  readonly body: {
    readonly flags: number;
    readonly components: APIMessageTopLevelComponent[];
    readonly allowed_mentions: { readonly parse: []; readonly roles?: string[] };
    readonly attachments: { id: number; filename: string; description?: string }[];
  };
  readonly files: RawFile[];
};

/** A message that must be one, such as a daily: explanations give way first. Throws TooLong. */
export function renderOne(message: Message): Sheet {
  const page = onePage(message);
  if (page) return sheetOf(page, message);
  throw new TooLong(`the message is longer than ${limits.text} characters`);
}

/** A message that may be several where it is too long for one: nothing of prompt and options is left out. */
export function renderAll(message: Message): readonly Sheet[] {
  const page = onePage(message);
  if (page) return [sheetOf(page, message)];
  const pieces = broken(piecesOf(message, { why: 1000, long: 1200, manner: "rich" }));
  const pages = paged(pieces, around(message));
  const { tell: _, ...untold } = message;
  if (pages.every((each) => fits(each, around(message)))) {
    return pages.map((each, index) => sheetOf(each, index === 0 ? message : untold));
  }
  const rows = message.blocks.filter((block) => block.kind === "buttons");
  return [renderOne({ ...untold, blocks: [note(text(message.summary)), ...rows] })];
}

function onePage(message: Message): readonly Piece[] | undefined {
  for (const tight of tightenings) {
    const [page, ...more] = paged(piecesOf(message, tight), around(message));
    if (page && more.length === 0 && fits(page, around(message))) return page;
  }
  return undefined;
}

function around(message: Message) {
  const tell = tellOf(message);
  return { text: tell.length, components: tell === "" ? 1 : 2 };
}

const whole = Number.POSITIVE_INFINITY;

const tightenings: readonly Tightness[] = [
  ...[whole, 1500, 800, 400, 200, 100].map((why) => ({ why, long: whole, manner: "rich" as const })),
  ...[400, 100, 0].map((why) => ({ why, long: whole, manner: "fenced" as const })),
];

function sheetOf(page: readonly Piece[], message: Message): Sheet {
  const files = page.flatMap((piece, index) =>
    piece.kind === "picture" || piece.kind === "file"
      ? [{ name: fileName(piece.name, index), data: Buffer.from(piece.bytes), alt: piece.alt }]
      : [],
  );
  const tell = tellOf(message);
  const role = roleIn(message.tell);
  const accent = accentOf(message);
  return {
    body: {
      flags: MessageFlags.IsComponentsV2,
      components: [
        ...(tell === "" ? [] : [{ type: ComponentType.TextDisplay as const, content: tell }]),
        {
          type: ComponentType.Container,
          ...(accent === null ? {} : { accent_color: accent }),
          components: page.map((piece, index) => componentOf(piece, index)),
        },
      ],
      allowed_mentions: role === null ? { parse: [] } : { parse: [], roles: [role] },
      attachments: files.map(({ name, alt }, id) =>
        alt === ""
          ? { id, filename: name }
          : { id, filename: name, description: alt.slice(0, limits.altText) },
      ),
    },
    files: files.map(({ name, data }) => ({ name, data })),
  };
}

function componentOf(piece: Piece, index: number): APIComponentInContainer {
  switch (piece.kind) {
    case "text":
      return { type: ComponentType.TextDisplay, content: piece.text };
    case "row":
      return piece.row;
    case "rule":
      return { type: ComponentType.Separator };
    case "picture": {
      const media = { url: `attachment://${fileName(piece.name, index)}` };
      const alt = piece.alt.slice(0, limits.altText);
      return {
        type: ComponentType.MediaGallery,
        items: [alt === "" ? { media } : { media, description: alt }],
      };
    }
    case "file":
      return { type: ComponentType.File, file: { url: `attachment://${fileName(piece.name, index)}` } };
  }
}

/** The colour only repeats what the heading says. */
function accentOf({ blocks }: Message): number | null {
  const tone = blocks.flatMap((block) => (block.kind === "heading" && block.tone ? [block.tone] : []))[0];
  if (tone === undefined) return null;
  return tone === "right" ? 0x2e8b57 : 0xd9730d;
}

function tellOf({ tell }: Message): string {
  const role = roleIn(tell);
  return role === null ? "" : `<@&${role}>`;
}
