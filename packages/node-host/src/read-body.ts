import type { IncomingMessage } from "node:http";
import type { HeldBytes } from "./connections/held-bytes.js";

/** A body that is longer than it may be, or whose sender went away; `status` is what the sender is told. */
class BodyError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Reads a message's body as it was sent: what a sender says of its encoding (`aws-chunked`, `gzip`) is for whoever answers.
 *
 * @param held what all bodies that are being read come to
 * @throws {BodyError} 413 when it is longer than `maxBytes`, 400 when it breaks off, 503 when too much is held already
 */
export async function readBody(incoming: IncomingMessage, maxBytes: number, held: HeldBytes): Promise<Buffer> {
  const tooLong = (): BodyError => new BodyError(413, `a body of more than ${maxBytes} bytes`);
  if (Number(incoming.headers["content-length"] ?? 0) > maxBytes) throw tooLong();
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of incoming) {
      const { length: more } = chunk as Buffer;
      if (length + more > maxBytes) throw tooLong();
      if (!held.take(more)) throw new BodyError(503, "too many bodies are under way");
      length += more;
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ECONNRESET") throw new BodyError(400, "the body broke off");
    throw error;
  } finally {
    held.give(length);
  }
  return Buffer.concat(chunks);
}
