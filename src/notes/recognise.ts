import { type Format, type Found, problemAt } from "./formats/format.js";
import { leaveOut } from "./left-out.js";
import type { ReadSection } from "./outline.js";
import { type Pins, pinsIn } from "./pins.js";
import type { Problem } from "./problem.js";
import type { Section } from "./sections.js";

/** A section with its questions taken out, and the problems found in it. */
export type Recognised = ReadSection & { readonly problems: readonly Problem[] };

/** Lets each format in turn take what the ones before it left; a pinned format is the only one. */
export function recogniseSection(section: Section, formats: readonly Format[], head: Pins): Recognised {
  const { pins, faults } = pinsIn([...section.headings, ...section.blocks]);
  const said = faults.map((fault) =>
    problemAt(section, section.start, ["warning", "pin"], `A pin is not understood: ${fault}.`),
  );
  if (pins.skip === true || head.skip === true) {
    return { section, pins, ...nothing, problems: head.skip === true ? said : [...said, skipped(section)] };
  }
  const { rest, problems } = leaveOut(section);
  const pinned = pins.format ?? head.format;
  const found = takeTurns(
    { ...section, blocks: rest },
    formats.filter(({ name }) => !pinned || name === pinned),
  );
  return { section, pins, ...found, problems: [...said, ...problems, ...found.problems] };
}

const nothing = { readings: [], rest: [], tookHeading: false } as const;

function takeTurns(section: Section, formats: readonly Format[]): Found {
  let all: Found = { ...nothing, problems: [], rest: section.blocks };
  let left = section;
  for (const format of formats) {
    const found = format.recognise(left);
    if (!found) continue;
    all = {
      readings: [...all.readings, ...found.readings],
      problems: [...all.problems, ...found.problems],
      rest: found.rest,
      tookHeading: all.tookHeading || found.tookHeading,
    };
    if (all.tookHeading && all.rest.length === 0) break;
    left = { ...section, headings: [], blocks: all.rest };
  }
  return all;
}

function skipped(section: Section): Problem {
  const message = "This part is left out, as `skip` says. Remove the pin to read it.";
  return problemAt(section, section.start, ["info", "skipped"], message);
}
