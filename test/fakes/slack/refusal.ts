import type { Json } from "./json.js";

/** An answer `ok: false` with Slack's own word for it; `problems` name the fields, without the leading `[ERROR]`. */
export class Refusal extends Error {
  readonly code: string;
  readonly problems: readonly string[];
  readonly more: Json;

  constructor(code: string, problems: readonly string[] = [], more: Json = {}) {
    super(`${code} ${problems.join("; ")}`.trim());
    this.code = code;
    this.problems = problems;
    this.more = more;
  }

  /** The body that Slack answers with. */
  body(): Json {
    const named = this.problems.length > 0;
    return {
      ok: false,
      error: this.code,
      ...(named && this.code === "invalid_blocks" ? { errors: this.problems } : {}),
      ...(named ? { response_metadata: { messages: this.problems.map((one) => `[ERROR] ${one}`) } } : {}),
      ...this.more,
    };
  }
}
