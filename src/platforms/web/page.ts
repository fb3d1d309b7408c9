import { html } from "hono/html";
import { renderBar } from "./bar.js";
import type { Html } from "./html.js";
import { renderChannel, renderPrivate } from "./panes.js";
import type { Face } from "./parts.js";
import type { Member } from "./people.js";
import type { Pile } from "./pile.js";

export type View = {
  readonly member: Member;
  /** Which of the two a narrow window shows. */
  readonly pane: "channel" | "private";
  readonly face: Face;
  readonly pile: Pile;
  readonly now: Date;
  /** The newest private card that was seen, by its turn. */
  readonly seen: number;
};

/** The whole page, complete without any script. */
export function renderPage({ member, pane, face, pile, now, seen }: View): Html {
  const fresh = pane === "private" ? 0 : countUnseen(pile, member, seen);
  const newest = pile.in(member)[0]?.turn ?? 0;
  const current = (name: string) => (name === pane ? html` aria-current="page"` : "");
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Cuecard playground</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/style.css">
  <script type="module" src="/script.js"></script>
</head>
<body data-pane="${pane}">
<a class="skip" href="#cards">Skip the clock and the members</a>
${renderBar(member, pane, now, face)}
<nav class="tabs" aria-label="Panes">
  <a href="?pane=channel&amp;seen=${newest}"${current("channel")}>${face.name} <b class="new" hidden></b></a>
  <a href="?pane=private"${current("private")}>Only you <b class="new"${fresh > 0 ? "" : html` hidden`}>${fresh} new</b></a>
</nav>
<main id="cards" tabindex="-1" data-after="${pile.latest()}" data-as="${member}">
${renderChannel(face, pile, now)}
${renderPrivate(member, face, { pile, now })}
</main>
</body>
</html>`;
}

/** Private cards that came unasked since the last that was asked for: that one was looked at. */
function countUnseen(pile: Pile, member: Member, seen: number): number {
  const cards = pile.in(member);
  const asked = cards.findIndex((kept) => kept.why !== undefined);
  return (asked < 0 ? cards : cards.slice(0, asked)).filter((kept) => kept.turn > seen).length;
}
