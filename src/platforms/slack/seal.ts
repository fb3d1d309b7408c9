import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto";
import { promisify } from "node:util";

/** Words that only who knows the secret can read, each bound to its name: under another one it does not open. */
export type Seal = {
  close(name: string, words: string): string;
  /** Null where it was sealed with another secret, for another name, or was changed. */
  open(name: string, sealed: string): string | null;
};

/** AES-256-GCM under a key derived from the secret; deriving it takes a moment. */
export async function makeSeal(secret: string): Promise<Seal> {
  const key = (await promisify(scrypt)(secret, "cuecard: what is sealed for Slack", 32)) as Buffer;
  return {
    close(name, words) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(name));
      const closed = Buffer.concat([cipher.update(words, "utf8"), cipher.final()]);
      return [
        version,
        ...[nonce, cipher.getAuthTag(), closed].map((part) => part.toString("base64url")),
      ].join(".");
    },
    open(name, sealed) {
      const [mark, ...parts] = sealed.split(".");
      const [nonce, tag, closed] = parts.map((part) => Buffer.from(part, "base64url"));
      if (mark !== version || !closed || nonce?.length !== 12 || tag?.length !== 16) return null;
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, nonce)
          .setAAD(Buffer.from(name))
          .setAuthTag(tag);
        return Buffer.concat([decipher.update(closed), decipher.final()]).toString("utf8");
      } catch {
        return null;
      }
    },
  };
}

const version = "v1";
