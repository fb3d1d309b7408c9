// tsc copies no styles: the playground's page reads its style sheet from beside the built file.
import { chmodSync, cpSync } from "node:fs";

cpSync("src/platforms/web/style.css", "dist/platforms/web/style.css");
chmodSync("dist/cli.js", 0o755);
