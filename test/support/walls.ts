import { posix } from "node:path";

/** A source file: its path below the project, and its text. */
export type SourceFile = { readonly path: string; readonly text: string };

/** Which rooms a room may import, and which packages; every other import is a breach. */
type Wall = { readonly rooms: readonly string[]; readonly packages: readonly string[] };

const libraries: Readonly<Record<string, readonly string[]>> = {
  web: ["hono", "@hono/node-server", "node:"],
  discord: ["discord.js", "undici", "node:"],
  slack: ["@slack/", "node:"],
};

const platformDoor = [
  "src/core/message",
  "src/core/prose",
  "src/core/ids",
  "src/core/command",
  "src/app/platform",
  "src/platforms/post-json",
];

/** The rooms of the house, by path; the first that fits holds. */
function wallOf(path: string): Wall | null {
  const platform = /^src\/platforms\/(\w+)\//.exec(path)?.[1];
  if (platform) {
    return { rooms: [`src/platforms/${platform}/`, ...platformDoor], packages: libraries[platform] ?? [] };
  }
  const own: Readonly<Record<string, Wall>> = {
    "src/core/card.ts": { rooms: ["src/core/"], packages: ["ts-fsrs"] },
    "src/core/calendar.ts": { rooms: ["src/core/"], packages: ["temporal-polyfill"] },
    "src/platforms/post-json.ts": { rooms: [], packages: ["undici"] },
    "src/notes/read-notes.ts": { rooms: ["src/core/", "src/notes/"], packages: ["node:fs", "node:path"] },
  };
  const rooms: Readonly<Record<string, Wall>> = {
    "src/core/": { rooms: ["src/core/"], packages: [] },
    "src/notes/": { rooms: ["src/core/", "src/notes/"], packages: ["markdown-it", "yaml"] },
    "src/store/": {
      rooms: ["src/core/", "src/store/"],
      packages: ["drizzle-orm", "better-sqlite3", "node:"],
    },
    "src/views/": { rooms: ["src/core/", "src/views/"], packages: [] },
    "src/pictures/": { rooms: ["src/core/", "src/pictures/"], packages: ["@resvg/resvg-js", "node:"] },
    "src/app/": {
      rooms: ["src/core/", "src/notes/", "src/store/store", "src/views/", "src/app/"],
      packages: ["p-limit"],
    },
  };
  const room = Object.keys(rooms).find((prefix) => path.startsWith(prefix));
  return own[path] ?? (room ? (rooms[room] ?? null) : null);
}

const longest = 200;
const clockless = /^src\/(core|views|notes|app)\//;
const world = /\bnew Date\(\s*\)|\bDate\.now\b|\bMath\.random\b|\bprocess\./;

/** Every breach of the walls, as `file: what is wrong`. */
export function breaches(files: readonly SourceFile[]): readonly string[] {
  return [...files.flatMap(breachesIn), ...circles(files)];
}

function breachesIn({ path, text }: SourceFile): readonly string[] {
  const found: string[] = [];
  const lines = text.split("\n").length - 1;
  if (lines > longest && !isSchema(path)) found.push(`${path}: ${lines} lines, the wall is ${longest}`);
  if (!path.startsWith("src/")) return found;
  const code = withoutComments(text);
  const wall = wallOf(path);
  for (const name of importsOf(text)) {
    const target = name.startsWith(".") ? posix.join(posix.dirname(path), name) : name;
    const allowed = name.startsWith(".") ? wall?.rooms : wall?.packages;
    if (allowed && !allowed.some((start) => target.startsWith(start)))
      found.push(`${path}: may not import ${target}`);
  }
  if (clockless.test(path) && world.test(code))
    found.push(`${path}: the clock, the dice and the process stay outside`);
  if (/\bprocess\.env\b/.test(code) && path !== "src/main.ts" && !/^src\/cli[\w-]*\.ts$/.test(path)) {
    found.push(`${path}: only main.ts and cli.ts hand on the environment`);
  }
  if (/^export default\b/m.test(code)) found.push(`${path}: no default export`);
  if (posix.basename(path) === "index.ts") found.push(`${path}: no barrel`);
  return found;
}

/** The schema is SQL in another spelling: all tables on one page, however long that is. */
function isSchema(path: string): boolean {
  return path === "src/store/sqlite/schema.ts";
}

const statements =
  /^\s*(?:import|export)\b[^;"]*?\bfrom\s*"([^"]+)"|^\s*import\s*"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;

function importsOf(text: string): readonly string[] {
  return [...text.matchAll(statements)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

function circles(files: readonly SourceFile[]): readonly string[] {
  const graph = new Map(
    files
      .filter(({ path }) => path.startsWith("src/"))
      .map(({ path, text }) => [
        path,
        importsOf(text)
          .filter((name) => name.startsWith("."))
          .map((name) => posix.join(posix.dirname(path), name).replace(/\.js$/, ".ts")),
      ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push(`${[...way.slice(way.indexOf(path)), path].join(" → ")}: a circle`);
    else if (!done.has(path)) {
      for (const next of graph.get(path) ?? []) visit(next, [...way, path]);
      done.add(path);
    }
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:])\/\/.*$/gm, "$1");
}
