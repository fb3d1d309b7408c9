import { request } from "node:http";

type Sending = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
};

/** As plain as HTTP gets: no redirect is followed and every header can be set. */
export function send(url: string, { method = "GET", headers = {}, form }: Sending = {}) {
  type Answer = {
    status: number;
    headers: NodeJS.Dict<string | string[]>;
    text: string;
    bytes: Buffer;
    location?: string | undefined;
  };
  return new Promise<Answer>((resolve, reject) => {
    const type = form ? { "content-type": "application/x-www-form-urlencoded" } : {};
    const sent = request(url, { method, headers: { ...type, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, bytes, text: bytes.toString("utf8"), location: headers.location });
      });
    });
    sent.on("error", reject);
    sent.end(form ? new URLSearchParams(form).toString() : undefined);
  });
}

/** An open `/events`: every event in its order, each awaited by `next`. */
export async function listenTo(url: string, member: string) {
  const response = await fetch(url, { headers: { cookie: `member=${member}` } });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  const next = async (): Promise<{ event: string; id: string; data: string } | null> => {
    const end = buffer.indexOf("\n\n");
    if (end >= 0) {
      const lines = buffer.slice(0, end).split("\n");
      buffer = buffer.slice(end + 2);
      const of = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? "";
      return { event: of("event"), id: of("id"), data: of("data") };
    }
    const read = await reader?.read();
    if (!read || read.done) return null;
    buffer += read.value;
    return next();
  };
  return { status: response.status, next, close: () => reader?.cancel() };
}
