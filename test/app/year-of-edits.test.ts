import { describe, expect, test } from "vitest";
import type { QuestionId } from "../../src/core/ids.js";
import { anApp, study } from "../support/app.js";

const light = (prompt: string, right: string, options: readonly string[]) =>
  `## A red light ahead\n\n${prompt}\n\n${options
    .map((option) => `- [${option === right ? "x" : " "}] ${option}`)
    .join("\n")}\n`;

const sides = ["Its starboard side", "Its port side", "Its stern", "Its bow, straight on"];
const asked =
  "Coming home at night, Mia sees one red light crossing ahead. Which side of that boat does she see?";
const knots =
  "## Which knot\n\nA line must hold a ring and come loose under no load. Which knot fits?\n\n- [x] A round turn\n- [ ] A bow\n";

describe("a year of edits keeps everybody's history", () => {
  test("through typo fixes, a new title, a moved section, a renamed file, a corrected key, absence and return", async () => {
    const app = await anApp();
    await study(app, { "harbour.md": `# Harbour\n\n${light(asked, "Its port side", sides)}\n${knots}` });
    const id = idOf(app, "Mia");
    const other = idOf(app, "ring");
    const now = () => [idOf(app, "Mia"), idOf(app, "ring")];

    const typo = asked.replace("Coming home", "Comming home");
    expect(
      await study(app, { "harbour.md": `# Harbour\n\n${light(typo, "Its port side", sides)}\n${knots}` }),
    ).toMatchObject({
      added: [],
      changed: [id],
      retired: [],
    });

    const titled = light(asked, "Its port side", sides).replace("A red light ahead", "One light in the dark");
    expect(await study(app, { "harbour.md": `# Harbour\n\n${titled}\n${knots}` })).toMatchObject({
      added: [],
      retired: [],
    });
    expect(now()).toEqual([id, other]);

    expect(await study(app, { "harbour.md": `# Harbour\n\n${knots}\n${titled}` })).toMatchObject({
      added: [],
      changed: [],
    });
    expect(now()).toEqual([id, other]);

    expect(
      await study(app, { "sea/night.md": `# Night\n\n${titled}`, "harbour.md": `# Harbour\n\n${knots}` }),
    ).toMatchObject({
      added: [],
      retired: [],
      changed: [],
    });
    expect(now()).toEqual([id, other]);

    const corrected = light(asked, "Its stern", sides).replace("A red light ahead", "One light in the dark");
    expect(
      (await study(app, { "sea/night.md": `# Night\n\n${corrected}`, "harbour.md": knots })).changed,
    ).toEqual([id]);
    expect(now()).toEqual([id, other]);

    expect(await study(app, { "harbour.md": knots })).toMatchObject({ retired: [id] });
    expect(app.bank.now.byId.get(id)?.retired).toBe(true);
    expect(
      await study(app, { "sea/night.md": `# Night\n\n${corrected}`, "harbour.md": knots }),
    ).toMatchObject({
      added: [],
      returned: [id],
    });
    expect(now()).toEqual([id, other]);
    expect(app.bank.now.byId.get(id)?.version).toBe(4);
  });

  test("but a new question in the place of a deleted one is a new question", async () => {
    const app = await anApp();
    await study(app, { "harbour.md": `# Harbour\n\n${light(asked, "Its port side", sides)}` });
    const id = idOf(app, "Mia");
    await study(app, {
      "harbour.md": `# Harbour\n\n${light("Which light shines forward from the mast?", "A white one", ["A white one", "A red one"]).replace("A red light ahead", "The light on the mast")}`,
    });
    expect(app.bank.now.byId.get(id)?.retired).toBe(true);
    expect(idOf(app, "mast")).not.toBe(id);
  });

  test("and two recall questions that differ in their one word that matters are two", async () => {
    const app = await anApp();
    const list = (word: string) =>
      `# Ports\n\n- SMB is for Windows.\n\n### Questions\n\n- What does ${word} stand for?\n`;
    await study(app, { "ports.md": list("SMB") });
    expect(await study(app, { "ports.md": list("NFS") })).toMatchObject({
      added: [expect.anything()],
      retired: [expect.anything()],
    });
  });
});

function idOf(app: Awaited<ReturnType<typeof anApp>>, words: string): QuestionId {
  const found = app.bank.now.entries.find(
    ({ retired, question }) => !retired && JSON.stringify(question.prompt).includes(words),
  );
  if (!found) throw new Error(`no live question holds ${words}`);
  return found.question.id;
}
