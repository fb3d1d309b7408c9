import { describe, expect, it, test } from "vitest";
import type { Day } from "../../src/core/calendar.js";
import { type Block, buttons, heading, type Message, note } from "../../src/core/message.js";
import { code, emphasis, paragraph, strong, text, time } from "../../src/core/prose.js";
import { renderMessage } from "../../src/platforms/web/render.js";
import { theDaily, theReveal, theToggles } from "./web/gallery.js";
import { theCode, thePractice, theYear } from "./web/gallery-private.js";

const write = async (message: Message) =>
  String(await renderMessage(message, { card: "m7", zone: "Europe/Berlin" }));
const writeBlocks = (...blocks: readonly Block[]) => write({ summary: "", blocks });

test.each<[string, Block, string]>([
  ["a heading breaks only after its sign", heading("Storage › EFS"), "<h3>Storage\u00a0› EFS</h3>"],
  ["a verdict", heading("Right", "right"), '<h3 class="right">Right</h3>'],
  [
    "a list",
    { kind: "passage", passage: { kind: "list", ordered: true, items: [[text("one")]] } },
    "<ol><li>one</li></ol>",
  ],
  [
    "a remote image is a link",
    { kind: "passage", passage: { kind: "image", url: "https://a.example/x.png", alt: "A plan" } },
    '<p><a href="https://a.example/x.png" target="_blank" rel="noopener noreferrer">A plan</a></p>',
  ],
  [
    "an image inside the notes is its words",
    { kind: "passage", passage: { kind: "image", url: "plan.png", alt: "A plan" } },
    "<p>A plan</p>",
  ],
  [
    "what stands out in a note",
    note(strong("12 answers."), text(" Open.")),
    '<p class="note"><b>12 answers.</b> Open.</p>',
  ],
  [
    "spans",
    { kind: "passage", passage: paragraph(strong("a"), emphasis("b"), code("c")) },
    "<p><strong>a</strong><em>b</em><code>c</code></p>",
  ],
  [
    "an instant in the channel's zone, in winter",
    note(time(new Date("2026-03-11T08:00:00Z"))),
    '<time datetime="2026-03-11T08:00:00.000Z">Wed 11 March, 09:00</time>',
  ],
  [
    "an instant in the channel's zone, in summer",
    note(time(new Date("2026-07-01T22:30:00Z"))),
    '<time datetime="2026-07-01T22:30:00.000Z">Thu 2 July, 00:30</time>',
  ],
  [
    "a quote",
    { kind: "quote", lines: [[text("a")], [text("b")]], place: "x.md › Y" },
    '<figure class="quote"><blockquote><p>a</p><p>b</p></blockquote><figcaption>Your team’s notes: <cite>x.md\u00a0› Y</cite></figcaption></figure>',
  ],
  [
    "a button",
    buttons({ label: "Go", press: "k.1", tone: "primary" }),
    '<form class="buttons" method="post" action="/press"><input type="hidden" name="card" value="m7"><button name="press" value="k.1" class="primary">Go</button></form>',
  ],
  [
    "a toggle, and what is said of it",
    buttons({ label: "A", press: "k.1", pressed: false, spoken: "A, not picked" }),
    '<button name="press" value="k.1" aria-pressed="false" aria-label="A, not picked">A</button>',
  ],
  [
    "a picture",
    { kind: "picture", png: new Uint8Array(), alt: "The year" },
    '<img src="/file/m7.0" alt="The year">',
  ],
  [
    "a file",
    { kind: "file", name: "me.json", bytes: new Uint8Array(2048) },
    '<a href="/file/m7.0" download="me.json">me.json</a> (2 KB)',
  ],
])("%s", async (_what, block, expected) => {
  expect(await writeBlocks(block)).toContain(expected);
});

describe("buttons", () => {
  it("sets letters in a row, and I don't know quietly behind them", async () => {
    const html = await write(theDaily(3));
    expect(html).toContain('class="buttons letters"');
    expect(html).toContain(
      '<button name="press" value="r41.3" aria-label="Answer D">D</button><button name="press" value="r41.x" class="quiet">I don&#39;t know</button>',
    );
  });
  it("keeps Submit a strong button below the toggles", async () => {
    const html = await write(theToggles(1));
    expect(html).toContain('aria-pressed="true" aria-label="A, picked"');
    expect(html).toContain('<button name="press" value="x.1.s" class="primary">Submit</button>');
  });
  it("parts a grade from the day it leads to", async () => {
    const html = await write(thePractice);
    expect(html).toContain('class="buttons grades"');
    expect(html).toContain("<b>Good</b> <small>11 days</small>");
  });
});

describe("options", () => {
  it("puts counts and their share beside a bar, and marks the key in words", async () => {
    const html = await write(theReveal);
    expect(html).toContain(
      '<rect width="27%" height="100%"/></svg><span class="count">4 <small>27 %</small></span>',
    );
    expect(html).toContain(
      '<li class="key"><b class="letter">B</b> <span><strong class="label">The key</strong> <mark>An EFS file system',
    );
    expect(html).toContain('<rect width="0%"');
  });
  it("says of a key of two that each is a part", async () => {
    const body = [paragraph("x")];
    const html = await writeBlocks({
      kind: "options",
      items: [
        { letter: "A", body, mark: "both" },
        { letter: "B", body, mark: "unpicked" },
        { letter: "D", body, mark: "pick" },
      ],
    });
    const labels = [...html.matchAll(/<li class="(\w+)">.*?label">(.*?)</g)].map(
      ([, kind, words]) => `${kind}: ${words}`,
    );
    expect(labels).toEqual([
      "key: Your pick, and part of the key",
      "key: Part of the key, not picked",
      "pick: Your pick",
    ]);
  });
  it("gives an option that is code alone a line of its own", async () => {
    expect(await write(theCode)).toContain('<span><code class="alone">&quot;secrets&quot;');
  });
  it("shows no bar while nobody may see the split", async () => {
    expect(await write(theDaily(3))).not.toContain("share");
  });
});

describe("a table", () => {
  it("sets numbers right, lets one cell span, and says which row is yours", async () => {
    const html = await writeBlocks({
      kind: "table",
      head: ["Place", "Member", "Answered"],
      rows: [["1", "Mina", "7 of 7"], ["⋯ 1 more"], ["14", "Ada", ""]],
      you: 2,
      caption: "By share.",
    });
    expect(html).toContain("<caption>By share.</caption>");
    expect(html).toContain(
      '<th scope="col" class="number">Place</th><th scope="col">Member</th><th scope="col" class="number">Answered</th>',
    );
    expect(html).toContain('<tr><td colspan="3">⋯ 1 more</td></tr>');
    expect(html).toContain(
      '<tr class="you"><td class="number">14</td><th scope="row">Ada (you)</th><td class="number"></td></tr>',
    );
  });
});

describe("the year", () => {
  it("draws a picture a month, says each in words, and frames today", async () => {
    const html = await write(theYear());
    expect(html.match(/role="img"/g)).toHaveLength(12);
    expect(html).toContain('aria-label="April 2025: nothing asked"');
    expect(html).toMatch(/aria-label="June 2025: 16 answered, \d+ right; 4 frozen; 1 missed"/);
    expect(html).toContain(">Jan 2026</span>");
    // 10 March 2026 is a Tuesday in the month's third week; it is open, so only its frame is drawn.
    expect(html.match(/class="today" d="M24 12h12v12h-12z"/g)).toHaveLength(1);
    expect(html).not.toMatch(/class="rest" d="[^"]*M30 18h0"\/><path class="today"/);
    expect(html).toContain("<summary>The year as a table</summary>");
  });
  it("puts the first of a month at its weekday, Monday topmost", async () => {
    const days = [{ day: "2026-02-01" as Day, state: "missed" as const }];
    expect(await writeBlocks({ kind: "year", days, sentence: "" })).toContain(
      'class="missed" d="M3 75l6 6m0-6l-6 6"',
    );
  });
});
