import { describe, expect, test } from "vitest";
import type { Asked } from "../../src/core/asked.js";
import { keyOf } from "../../src/core/ids.js";
import { paragraph, plainPassages } from "../../src/core/prose.js";
import { renderModal as discordModal } from "../../src/platforms/discord/render-modal.js";
import { renderModal as slackModal } from "../../src/platforms/slack/render-modal.js";
import { renderQuestionnaire } from "../../src/platforms/web/render-questionnaire.js";
import { reportForm } from "../../src/views/report.js";
import { anAsked, aQuestion, choice } from "../core/things.js";
import { faultsOf } from "../fakes/discord/form.js";
import { modal } from "../fakes/discord/modal-form.js";
import { checkView } from "../fakes/slack/view-rules.js";
import { askedWith } from "./discord/views.js";
import { hostile } from "./discord/words.js";

const key = keyOf("r41");
const formOf = (asked: Asked) => reportForm(key, asked, null);
const harbour = anAsked(aQuestion("port/signals", choice("*Two green lights", "A red <flag> & a bell")));

/** The words above the fields. */
function aboutOf(asked: Asked): string {
  const lines = (formOf(asked).about ?? []).map((block) => {
    if (block.kind === "passage") return plainPassages([block.passage]);
    if (block.kind !== "options") return block.kind;
    return block.items.map(({ letter, body }) => `${letter} ${plainPassages(body)}`).join("\n");
  });
  return lines.join("\n");
}

describe("the form of a report repeats the question", () => {
  test("topic, beginning, and the options under the letters that were shown", () => {
    expect(aboutOf(harbour)).toBe("port: What of port/signals?\nA Two green lights\nB A red <flag> & a bell");
  });

  test("in short, however long the question is", () => {
    const long = "a word and another ".repeat(60);
    const many = choice(...Array.from({ length: 26 }, (_, at) => `${at === 0 ? "*" : ""}${long}`));
    const asked = anAsked({ ...aQuestion("port/signals", many), prompt: [paragraph(long)] });
    expect(aboutOf(asked)).toMatch(/^port: a word .*…\nA a word .*…\n/);
    expect(aboutOf(asked).length).toBeLessThan(2000);
  });

  test("on the page above the fields, escaped", async () => {
    const page = String(await renderQuestionnaire(formOf(harbour), { card: "m1", zone: "UTC" }));
    expect(page).toMatch(/<b class="letter">B<\/b> <span>A red &lt;flag&gt; &amp; a bell<.*<form/);
  });

  const long = { "4,000 stars": "*".repeat(4000), "4,000 signs of three bytes": "字".repeat(4000) };
  const texts = Object.entries({ ...hostile, ...long });
  test.each(texts)("%s: Discord and Slack take it, question and all", (_name, words) => {
    const form = formOf(askedWith(words));
    const parts = discordModal(form).components;
    expect(faultsOf(discordModal(form), modal)).toEqual([]);
    expect(parts.map(({ type }) => type)).toEqual([10, 18, 18, 18]);
    const assets = { images: new Set<string>(), files: new Set<string>() };
    expect(checkView(slackModal(form, "carried"), "modal", assets)).toHaveProperty("blocks");
  });

  test("what is more than Discord takes is left out, and the fields stay", () => {
    const about = [{ kind: "passage", passage: paragraph("x".repeat(4001)) }] as const;
    const parts = discordModal({ ...formOf(harbour), about }).components;
    expect(parts.map(({ type }) => type)).toEqual([18, 18, 18]);
  });
});
