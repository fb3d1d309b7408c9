import type { Notes } from "../support/stage.js";

/** Words of every right option, and of every wrong one. */
export const right = "true meaning";
export const wrong = "false meaning, the near one";

/** Notes with so many questions in three topics: `signal 7` stands in each text of the seventh. */
export function signals(count: number): Notes {
  const files: Record<string, string> = {};
  for (let nth = 1; nth <= count; nth += 1) {
    const file = `${["east", "north", "south"][nth % 3]}.md`;
    files[file] ??= "# Signals\n\n- A signal is read from the top down.\n- Two balls mean danger.\n";
    files[file] += signal(nth);
  }
  return files;
}

/** The notes with the mark of one signal on the option that holds these words, and on no other. */
export function keyed(notes: Notes, signal: string, option: string): Notes {
  const moved = (text: string) =>
    text.replace(/^- \[.\] (.*)$/gm, (line, words: string) => {
      if (!words.endsWith(` of ${signal}`)) return line;
      return `- [${words.includes(option) ? "x" : " "}] ${words}`;
    });
  return Object.fromEntries(Object.entries(notes).map(([file, text]) => [file, moved(text ?? "")]));
}

function signal(nth: number): string {
  return `
## Hoist ${nth}

Off the cape a ship hoists signal ${nth}. How do you read it?

- [x] By its true meaning in the book of signal ${nth}

- [ ] By its false meaning, the near one of signal ${nth}

  Near is not right.

- [ ] By its false meaning, the far one of signal ${nth}

Why: The book says so of signal ${nth}.
`;
}
