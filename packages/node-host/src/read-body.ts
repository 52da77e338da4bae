import type { IncomingMessage } from "node:http";

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
 * @throws {BodyError} 413 when it is longer than `maxBytes`, 400 when it breaks off
 */
export async function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLong = (): BodyError => new BodyError(413, `a body of more than ${maxBytes} bytes`);
  if (Number(incoming.headers["content-length"] ?? 0) > maxBytes) throw tooLong();
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of incoming) {
      length += (chunk as Buffer).length;
      if (length > maxBytes) throw tooLong();
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ECONNRESET") throw new BodyError(400, "the body broke off");
    throw error;
  }
  return Buffer.concat(chunks);
}
