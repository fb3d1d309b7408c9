import { describe, expect, it } from "vitest";
import { renderAccuracy } from "../../src/platforms/web/render-accuracy.js";
import { historyMessage, type Past } from "../../src/views/history.js";

const past: Past = {
  asked: { topicTitle: "EFS", prompt: [] } as unknown as Past["asked"],
  right: true,
  answer: null,
  selfGrade: null,
  at: new Date("2026-03-09T08:00:00Z"),
};
const score = (label: string, right: number, answered: number) => ({ label, right, answered });

describe("/quiz history", () => {
  it("shows at most twelve topics and fifteen answers, and counts all", () => {
    const scores = Array.from({ length: 14 }, (_, at) => score(`T${at}`, at, 14));
    const message = historyMessage(Array(40).fill(past), { scores });
    expect(message.summary).toBe("Your last 15 answers. 91 of 196 answers right (46\u00a0%).");
    expect(message.blocks[1]).toEqual({
      kind: "accuracy",
      rows: scores.slice(0, 12),
      sentence: "91 of 196 answers right (46\u00a0%), the weakest topic first. 2 stronger topics not shown.",
    });
    expect(message.blocks[3]).toMatchObject({ kind: "table", rows: { length: 15 } });
  });

  it("has no topics while nothing is told", () => {
    const message = historyMessage([{ ...past, right: null }], { scores: [] });
    expect(message.blocks.map(({ kind }) => kind)).toEqual(["heading", "table"]);
    expect(message.summary).toBe("Your last 1 answer.");
  });
});

describe("the topics on the page", () => {
  it("are rows with a bar and its numbers", async () => {
    const html = String(await renderAccuracy([score("Storage › EFS", 1, 3)], "1 of 3 answers right."));
    expect(html).toContain("<figcaption>1 of 3 answers right.</figcaption>");
    expect(html).toContain(
      '<tr><th scope="row">Storage\u00a0› EFS <svg class="share" aria-hidden="true"><rect width="33%" height="100%"/></svg></th><td class="number">1 of 3</td><td class="number">33 %</td></tr>',
    );
  });

  it("stay words, whatever they are called, and are none where there are none", async () => {
    const html = String(await renderAccuracy([score("</th><script>x</script>", 0, 0)], "<b>"));
    expect(html).not.toMatch(/<script|<b>/);
    expect(html).toContain('<td class="number">0 of 0</td>');
    expect(String(await renderAccuracy([], "Nothing"))).toBe(
      '<figure class="accuracy"><figcaption>Nothing</figcaption></figure>',
    );
  });
});
