import { createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createPieceQueue, type PieceQueue } from "@irsa-sim/core";
import { afterEach, expect, test } from "vitest";
import { writeResponse } from "./write-response.js";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(pieces: PieceQueue["pieces"]): Promise<string> {
  server = createServer((_incoming, outgoing) => writeResponse({ status: 200, headers: { "content-type": "text/plain" }, body: "a", more: pieces }, outgoing));
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("pieces come as they are pushed, and the answer ends with them", async () => {
  const queue = createPieceQueue(() => {});
  const response = await fetch(await serve(queue.pieces));
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe("a");
  queue.push("b");
  expect((await reader?.read())?.value).toBe("b");
  queue.end();
  expect((await reader?.read())?.done).toBe(true);
});

test("a client that goes ends what is made for it", async () => {
  let tell = (): void => {};
  const hasEnded = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const queue = createPieceQueue(tell);
  const request = get(await serve(queue.pieces), (incoming) => incoming.once("data", () => request.destroy()));
  request.on("error", () => {});
  await hasEnded;
});
