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

/** An open `/events`: every event in its order, each awaited by `next`, but for those that `there` awaits. */
export async function listenTo(url: string, member: string) {
  const response = await fetch(url, { headers: { cookie: `member=${member}` } });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  type Told = { event: string; id: string; data: string };
  const any = async (): Promise<Told | null> => {
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
    return any();
  };
  const next = async (): Promise<Told | null> => {
    const told = await any();
    return told?.event === "there" ? next() : told;
  };
  /** The cards of the own pane that are left. */
  const there = async (): Promise<readonly string[]> => {
    const told = await any();
    return told === null || told.event === "there" ? JSON.parse(told?.data ?? "null") : there();
  };
  return { status: response.status, next, there, close: () => reader?.cancel() };
}
