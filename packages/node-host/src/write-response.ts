import type { ServerResponse } from "node:http";
import type { HttpResponse } from "@irsa-sim/core";

/** Writes a response to a socket; one that goes on is written piece by piece, for as long as somebody is there to read. */
export function writeResponse({ status, headers, body, more }: HttpResponse, outgoing: ServerResponse): void {
  outgoing.sendDate = false;
  outgoing.writeHead(status, headers);
  if (more === undefined) outgoing.end(body);
  else void writePieces(body, more, outgoing);
}

async function writePieces(body: HttpResponse["body"], more: AsyncIterable<string>, outgoing: ServerResponse): Promise<void> {
  const reader = more[Symbol.asyncIterator]();
  outgoing.once("close", () => void reader.return?.());
  outgoing.flushHeaders();
  // Nothing is written before there is something: an empty piece would be the last.
  if (body.length > 0) outgoing.write(body);
  for (let piece = await reader.next(); piece.done !== true; piece = await reader.next()) {
    if (!outgoing.write(piece.value)) await drained(outgoing);
  }
  outgoing.end();
}

/** Resolves when the client has read what waits, or has gone. */
function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    outgoing.once("drain", resolve);
    outgoing.once("close", resolve);
  });
}
