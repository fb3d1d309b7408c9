import { describe, expect, it } from "vitest";
import { accuracySvg } from "../../src/pictures/accuracy.js";

const row = (label: string, right: number, answered: number) => ({ label, right, answered });
const texts = (svg: string | null) =>
  [...(svg ?? "").matchAll(/<text[^>]*>([^<]*)</g)].map((found) => found[1]);

describe("accuracy by topic as a picture", () => {
  it("names each topic, the part and the whole, and the share", () => {
    expect(texts(accuracySvg([row("Storage › EFS", 1, 7), row("IAM", 9, 9)]))).toEqual([
      ...["By topic, weakest first", "10 of 16 right · 63\u00a0%"],
      ...["Storage › EFS", "1 of 7", "14\u00a0%"],
      ...["IAM", "9 of 9", "100\u00a0%"],
    ]);
  });

  it.each([
    [0, 4, null],
    [1, 4, "H110q"],
    [1, 4, "M22.5 78H110"],
    [4, 4, "H377.5q2.5"],
    [9, 4, "H377.5q2.5"],
  ])("%i of %i is as long as its share", (right, answered, part) => {
    const bars = /<path d="([^"]*)" fill="#17633f"/.exec(
      accuracySvg([row("IAM", right, answered)]) ?? "",
    )?.[1];
    if (part === null) expect(bars).toBeUndefined();
    else if (part === "H110q") expect(bars).toContain("H110v9");
    else expect(bars).toContain(part);
  });

  it("shows twelve topics and counts them all", () => {
    const many = Array.from({ length: 30 }, (_, at) => row(`Topic ${at + 1}`, 1, 2));
    const words = texts(accuracySvg(many));
    expect(words).toContain("Topic 12");
    expect(words).not.toContain("Topic 13");
    expect(words[1]).toBe("30 of 60 right · 50\u00a0%");
  });

  it("keeps names words, whatever they hold", () => {
    const svg =
      accuracySvg([row(`</text><script>alert("x")</script>`, 1, 2), row("R&D's \u0000\u202e&amp;", 1, 2)]) ??
      "";
    expect(svg).not.toContain("<script");
    expect(svg).toContain("&lt;/text&gt;&lt;script&gt;");
    expect(svg).toContain(">R&amp;D&#39;s &amp;amp;<");
  });

  it("leaves the counts their room beside the longest names", () => {
    const long = "Networking › Endpoints, gateways and interfaces with policies of their own";
    const [, , few] = texts(accuracySvg([row(long, 1, 2)]));
    const [, , many] = texts(accuracySvg([row(long, 10_000, 200_000)]));
    expect(few).toMatch(/^… › Endpoints, gateways.*…$/);
    expect(many?.length).toBeLessThan(few?.length ?? 0);
  });

  it.each([
    ["no topics", []],
    ["nothing answered", [row("IAM", 0, 0)]],
    ["a name that the font cannot write", [row("IAM", 1, 2), row("存储", 1, 2)]],
  ])("is nothing where there is %s", (_, rows) => {
    expect(accuracySvg(rows)).toBeNull();
  });
});
