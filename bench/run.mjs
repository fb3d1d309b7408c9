// Every benchmark in turn; ends with 1 where an aim is missed.
for (const name of ["notes", "answers", "board", "presses", "start"]) await import(`./${name}.bench.mjs`);
