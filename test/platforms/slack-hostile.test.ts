import { describe, expect, test } from "vitest";
import { keyOf } from "../../src/core/ids.js";
import type { Message } from "../../src/core/message.js";
import { usual } from "../../src/core/practice-settings.js";
import { link, strong, text } from "../../src/core/prose.js";
import { escapeText, isPlain, unescapeText } from "../../src/platforms/slack/escape.js";
import { personOf, shownName } from "../../src/platforms/slack/names.js";
import { renderAll, renderHome, renderOne, type Sheet } from "../../src/platforms/slack/render.js";
import { homeMessage } from "../../src/views/home.js";
import { everyMessage } from "./discord/views.js";
import { hostile as signs } from "./discord/words.js";
import { faultsOf } from "./slack/faults.js";
import { openLine } from "./slack/line.js";
import { wordsOf } from "./slack/words.js";

const hostile: Readonly<Record<string, string>> = {
  ...signs,
  "Slack's mentions":
    "<!channel> <!here|x> <!everyone> <@U0AAAAAAA> <@W1|x> <!subteam^S0GROUP|@group> <#C0AAAAAAA>",
  "escaped twice": "&lt;!channel&gt; &amp;lt;!here&amp;gt; &amp; &",
  "names of groups": "@channel @here @everyone @group",
  "Slack's marks": "*a* _b_ ~c~ `d` ```e``` > f\n> g :smile: :+1: <https://evil.example|bank> <mailto:a@b>",
  "Slack's dates": "<!date^1^{date}^https://evil.example|x>",
};

const long: Readonly<Record<string, string>> = {
  "4,000 characters": "word ".repeat(800),
  "4,000 asterisks": "*".repeat(4000),
  "4,000 signs that are escaped": "<&>!".repeat(1000),
  "4,000 signs of three bytes": "字".repeat(4000),
  "a word of 4,000 letters": "x".repeat(4000),
  "a hundred line starts": "# a\n> b\n".repeat(100),
};

const texts = Object.entries({ ...hostile, ...long });
const untold = ({ tell: _, ...message }: Message): Message => message;

describe("faults 47, 48, 50, 51: hostile words in every message that the views can say", () => {
  test.each(texts)("%s: within Slack's limits, and nobody is called", (_name, words) => {
    const found = Object.entries(everyMessage(words)).flatMap(([name, message]) =>
      renderAll(untold(message)).flatMap((sheet) => faultsOf(sheet).map((fault) => `${name}: ${fault}`)),
    );
    expect(found).toEqual([]);
  });

  test.each([
    ["all that is hostile together", Object.values(hostile).join(" ")],
    ["4,000 characters", long["4,000 characters"] ?? ""],
    ["4,000 signs that are escaped", long["4,000 signs that are escaped"] ?? ""],
  ])("%s: taken by the server, and calls nobody on create and edit", async (_name, words) => {
    const { acme, platform } = await openLine({ pace: "none" });
    acme.group("group");
    for (const [name, message] of Object.entries(everyMessage(words))) {
      const reader = acme.person("Reader");
      const place = { kind: "direct", person: personOf(acme.id, reader.id) } as const;
      const posting = await platform.post(place, untold(message), keyOf("v1"));
      if (posting.kind !== "posted") throw new Error(`${name}: ${JSON.stringify(posting)}`);
      const edited = await platform.edit(posting.receipt, untold(message));
      if (edited.kind !== "later" && renderAll(message).length === 1)
        expect([name, edited.kind]).toEqual([name, "posted"]);
      const called = reader.directMessages().flatMap((one) => [...one.notified, ...one.perhapsNotified]);
      expect([name, called]).toEqual([name, []]);
    }
  });

  test("only the daily tells, and only its one group", () => {
    const daily = everyMessage("<!channel>").daily;
    if (!daily) throw new Error("there is no daily");
    for (const tell of ["<!channel>", "<!subteam^S0GROUP> <!here>", "@here", "U0AAAAAAA"]) {
      expect(faultsOf(renderOne({ ...daily, tell }))).toEqual([]);
    }
    expect(faultsOf(renderOne({ ...daily, tell: "<!subteam^S0GROUP|@group>" }))).toEqual(["tells S0GROUP"]);
  });

  test("the home tab", () => {
    const part = { channel: hostile["Slack's mentions"] ?? "", open: new Date(0) };
    const streak = { current: 3, longest: 4, freezes: 1, gap: 0 };
    const parts = Array.from({ length: 40 }, () => ({ ...part, streak }));
    const home = renderHome(
      homeMessage({ parts, due: 3, topics: 5, hidden: false, reminder: null, settings: usual }),
    );
    expect(home.blocks.length).toBeLessThanOrEqual(100);
    expect(
      home.blocks.flatMap((block) => faultsOf({ text: "x", blocks: [block] as Sheet["blocks"] })),
    ).toEqual([]);
  });
});

describe("words as they are", () => {
  const shown = (words: string) =>
    wordsOf(
      renderOne({
        summary: "x",
        blocks: [
          { kind: "passage", passage: { kind: "prose", prose: [text(words)] } },
          { kind: "note", prose: [text(words)] },
          { kind: "note", prose: [strong("1 answer."), text(` ${words}`)] },
        ],
      }).blocks,
    ).split("\n");

  test("marks of Slack's in the words stay words, and are never in markup", () => {
    expect(shown("a *b* <c>")).toEqual(["a *b* <c>", "~ a *b* <c>", "**1 answer.** a *b* <c>"]);
    expect(shown("a & b")).toEqual(["a & b", "~ a & b", "~ *1 answer.* a &amp; b"]);
  });

  test.each([
    ["plain words, 3 < 4", true],
    ["a_b", false],
    ["`x`", false],
    ["arn:aws:s3", false],
    ["> quoted", false],
  ])("%s: mrkdwn shows it as it is: %s", (words, is) => expect(isPlain(words)).toBe(is));

  test("escaping goes there and back", () => {
    expect(escapeText("a<b>&amp;")).toBe("a&lt;b&gt;&amp;amp;");
    expect(unescapeText(escapeText("a<b>&amp; &lt;"))).toBe("a<b>&amp; &lt;");
  });

  test("names are one line of at most 32 graphemes", () => {
    expect(shownName("\u202eevil\n name")).toBe("evil name");
    expect(shownName("")).toBe("Somebody");
    expect([...new Intl.Segmenter().segment(shownName("👩‍👩‍👧‍👦".repeat(40)))].length).toBeLessThanOrEqual(
      32,
    );
  });

  test("links lead where they say", () => {
    const rendered = (words: string, url: string) =>
      wordsOf(
        renderOne({
          summary: "x",
          blocks: [{ kind: "passage", passage: { kind: "prose", prose: [link(words, url)] } }],
        }).blocks,
      );
    expect(rendered("EFS", "https://a.example/x")).toBe("[EFS](https://a.example/x)");
    expect(rendered("EFS", "javascript:alert(1)")).toBe("EFS");
    expect(rendered("https://bank.example", "https://evil.example/")).toBe(
      "https://bank.example ([https://evil.example/](https://evil.example/))",
    );
  });
});
