import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** Lets in nobody but a page of our own on this machine, and sets what a browser must keep to. */
export function guard(port: () => number): MiddlewareHandler {
  return async (c, next) => {
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    const host = (c.req.header("host") ?? "").toLowerCase();
    if (!hostsAt(port()).includes(host)) {
      return smallPage(
        c,
        421,
        "This is not the address of the playground: open it as localhost or 127.0.0.1.",
      );
    }
    if (c.req.method !== "GET" && c.req.method !== "HEAD" && !isOurs(c, host)) {
      return smallPage(
        c,
        403,
        "This came from another site, so nothing was done. Use the playground's own page.",
      );
    }
    return next();
  };
}

/** Forms are small: what is larger than 64 KB is none of ours. */
export const limit = bodyLimit({
  maxSize: 64 * 1024,
  onError: (c) => smallPage(c, 413, "That is more than the playground takes at once."),
});

/** A page of one sentence and a way back. */
export function smallPage(c: Context, status: ContentfulStatusCode, words: string) {
  return c.html(
    html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Cuecard playground</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"></head><body class="small"><main class="card"><h1>Cuecard playground</h1><p>${words}</p><p><a href="/">Back to the playground</a></p></main></body></html>`,
    status,
  );
}

const policy = [
  "default-src 'none'",
  ...["style-src 'self'", "script-src 'self'", "img-src 'self' data:", "connect-src 'self'"],
  ...["form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
].join("; ");

// No `no-referrer`: with it browsers send `Origin: null` with our own forms.
const headers = {
  "Content-Security-Policy": policy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-store",
};

/** A name that somebody else made to lead here (DNS rebinding) is not among them. */
function hostsAt(port: number): readonly string[] {
  const names = ["localhost", "127.0.0.1", "[::1]"];
  return [...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])];
}

/** Browsers name the page that a form came from; what names none is a program of this machine's own user. */
function isOurs(c: Context, host: string): boolean {
  const origin = c.req.header("origin");
  if (origin !== undefined) return origin === `http://${host}`;
  return ["same-origin", "none", undefined].includes(c.req.header("sec-fetch-site"));
}
