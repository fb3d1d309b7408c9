// tsc copies no styles, scripts and fonts: the page and the pictures read them from beside the built files.
import { chmodSync, cpSync } from "node:fs";

for (const asset of ["style.css", "script.js", "complete.js"]) {
  cpSync(`src/platforms/web/${asset}`, `dist/platforms/web/${asset}`);
}
for (const font of ["dejavu-sans-condensed.ttf", "dejavu-sans-condensed-bold.ttf", "fonts-licence.txt"]) {
  cpSync(`src/pictures/${font}`, `dist/pictures/${font}`);
}
chmodSync("dist/cli.js", 0o755);
