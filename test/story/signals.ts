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
