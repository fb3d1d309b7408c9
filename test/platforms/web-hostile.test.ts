import { describe, expect, it } from "vitest";
import { buttons, heading, type Message, passages } from "../../src/core/message.js";
import { code, emphasis, link, type Span, strong, text } from "../../src/core/prose.js";
import { renderMessage } from "../../src/platforms/web/render.js";

const write = async (message: Message) =>
  String(await renderMessage(message, { card: "m7", zone: "Europe/Berlin" }));

describe("hostile notes", () => {
  const hostile = `</p><script>alert(1)</script> "'> @everyone <!channel> \u202Egnp.exe & &lt;`;
  const spans: Span[] = [
    text(hostile),
    code(hostile),
    strong(hostile),
    emphasis(hostile),
    link(hostile, hostile),
    link("x", "javascript:alert(1)"),
    link("y", 'https://a.example/"onmouseover="x'),
  ];
  it("stay words wherever they stand", async () => {
    const body = passages([
      { kind: "prose", prose: spans },
      { kind: "list", ordered: false, items: [spans] },
      { kind: "code", code: hostile, language: '"><script>' },
      { kind: "image", url: `https://a.example/${hostile}`, alt: hostile },
      { kind: "image", url: 'data:image/svg+xml,<svg onload="x">', alt: hostile },
    ]);
    const html = await write({
      summary: hostile,
      tell: hostile,
      blocks: [
        heading(hostile),
        ...body,
        { kind: "options", items: [{ letter: "A", body: [{ kind: "prose", prose: spans }], mark: "key" }] },
        { kind: "quote", lines: [spans], place: hostile, url: "javascript:alert(1)" },
        { kind: "note", prose: spans },
        { kind: "table", head: [hostile], rows: [[hostile, hostile], [hostile]], caption: hostile, you: 0 },
        { kind: "year", days: [], sentence: hostile },
        { kind: "picture", png: new Uint8Array(), alt: hostile },
        { kind: "file", name: hostile, bytes: new Uint8Array() },
        buttons({ label: hostile, press: hostile, spoken: hostile }, { label: ` · ${hostile}`, press: "b" }),
      ],
    });
    expect(html).not.toMatch(/<script|<!channel|<svg onload|javascript:/i);
    // Every quote that is left belongs to a tag of ours: no attribute was broken out of.
    expect(html.replace(/<[a-z0-9]+( [a-zA-Z-]+(="[^"<>]*")?)*\/?>|<\/[a-z0-9]+>/g, "")).not.toMatch(
      /[<>"']/,
    );
    expect(html).toContain("&lt;script&gt;");
    expect(html).toContain("@everyone");
  });
  it("an empty message still says its summary", async () => {
    expect(await write({ summary: "Nothing here.", blocks: [] })).toBe("<p>Nothing here.</p>");
  });
});
