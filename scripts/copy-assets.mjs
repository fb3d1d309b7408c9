// tsc copies no styles and scripts: the playground's page reads them from beside the built files.
import { chmodSync, cpSync } from "node:fs";

for (const asset of ["style.css", "script.js", "complete.js"]) {
  cpSync(`src/platforms/web/${asset}`, `dist/platforms/web/${asset}`);
}
chmodSync("dist/cli.js", 0o755);
