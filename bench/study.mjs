export const mega = 1024 * 1024;

/** Notes of so many bytes in our own form, in files of at most 1 MB; the same for ever. */
export function generatedNotes(bytes) {
  const files = [];
  for (let left = bytes; left > 0; left -= mega) {
    files.push({ path: `ports/port-${files.length}.md`, text: fileOf(Math.min(left, mega), files.length) });
  }
  return files;
}

function fileOf(bytes, nth) {
  const parts = [`# Port ${nth}\n`];
  for (let size = 0, at = 0; size < bytes; at += 1) {
    const part = at % 4 === 3 ? topic(nth, at) : scenario(nth, at);
    parts.push(part);
    size += part.length + 1;
  }
  return parts.join("\n").slice(0, bytes);
}

function scenario(file, nth) {
  const ship = `${name(nth)} ${file}-${nth}`;
  const options = ["green", "red", "white", "yellow"].map((light, at) => {
    const mark = at === nth % 4 ? "x" : " ";
    return `- [${mark}] Show a ${light} light from \`mast ${at}\` of ${ship}

  A ${light} light means that ${ship} is **${at === nth % 4 ? "under way" : "at anchor"}**, as rule ${nth + at} says.
`;
  });
  return `## ${name(nth + 3)} of ${ship}

${ship} enters the harbour of ${name(nth + 1)} at night with ${nth % 90} containers; the pilot cannot see *her stern*.

What does the master of ${ship} do first?

${options.join("\n")}
Why: Who meets ${ship} must know her course, and nothing else on board of ${name(nth + 2)} tells it at night.

Source: <https://example.com/rules/${file}/${nth}>
`;
}

function topic(file, nth) {
  const place = `${name(nth)} ${file}-${nth}`;
  return `## Quay ${place}

- The quay of ${place} takes ships of up to ${nth} metres.
- At low water \`gate ${nth}\` is shut, and [the harbour master](https://example.com/${file}/${nth}) opens it.
- Cranes of ${place} lift **${nth % 60} tons** each.

### Questions

- How long may a ship at the quay of ${place} be?
- Who opens the gate of ${place} at low water?
- What do the cranes of ${place} lift?
`;
}

function name(nth) {
  const names = "Albatross Bittern Cormorant Dunlin Eider Fulmar Gannet Heron Ibis Jaeger Kittiwake".split(
    " ",
  );
  return names[nth % names.length];
}
