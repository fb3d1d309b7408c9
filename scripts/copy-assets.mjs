// tsc copies no styles, scripts and fonts: the page and the pictures read them from beside the built files.
import { chmodSync, cpSync, readdirSync, rmSync, writeFileSync } from "node:fs";

for (const asset of readdirSync("src/platforms/web").filter((name) => /\.(css|js)$/.test(name))) {
  cpSync(`src/platforms/web/${asset}`, `dist/platforms/web/${asset}`);
}
for (const font of ["dejavu-sans-condensed.ttf", "dejavu-sans-condensed-bold.ttf", "fonts-licence.txt"]) {
  cpSync(`src/pictures/${font}`, `dist/pictures/${font}`);
}
chmodSync("dist/cli.js", 0o755);

// The bundled terms as they are read, since reading YAML takes long: once here, not at each start.
rmSync("dist/notes/bundled-terms.json", { force: true });
const { readBundledTerms } = await import("../dist/notes/read-notes.js");
const { readTermsFile } = await import("../dist/notes/terms-file.js");
const bundled = await readBundledTerms();
writeFileSync(
  "dist/notes/bundled-terms.json",
  JSON.stringify({ text: bundled.text, read: readTermsFile(bundled) }),
);
