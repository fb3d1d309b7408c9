import type { ServerResponse } from "node:http";
import type { Page } from "./install-pages.js";

/** The address of this page holds what nobody else is to see. */
export function guard(response: ServerResponse): void {
  response.setHeader("cache-control", "no-store");
  response.setHeader("referrer-policy", "no-referrer");
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
}

export function show(response: ServerResponse, page: Page): void {
  guard(response);
  response.writeHead(page.status, { "content-type": "text/html; charset=utf-8" });
  response.end(htmlOf(page));
}

function htmlOf({ title, words, link }: Page): string {
  const paragraphs = words.map((line) => `<p>${marked(line)}</p>`);
  const further = link ? [`<p><a href="${escaped(link.url)}">${escaped(link.words)}</a></p>`] : [];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
:root { color-scheme: light dark }
body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1.5rem }
code { font-size: 0.95em; padding: 0.1em 0.3em; border: 1px solid; border-radius: 0.3em; overflow-wrap: anywhere }
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${[...paragraphs, ...further].join("\n")}
</main>
</body>
</html>
`;
}

function marked(line: string): string {
  return escaped(line).replace(/`([^`]+)`/g, "<code>$1</code>");
}

function escaped(words: string): string {
  return words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
