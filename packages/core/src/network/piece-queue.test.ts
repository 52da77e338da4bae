import { expect, test } from "vitest";
import { epochMillis } from "../time/epoch.js";
import { VirtualClock } from "../time/virtual-clock.js";
import { createTrace } from "../trace/create-trace.js";
import type { NoteEvent } from "../trace/trace-event.js";
import { createPieceQueue } from "./piece-queue.js";
import { recordPieces } from "./record-pieces.js";

async function readAll(pieces: AsyncIterable<string>): Promise<readonly string[]> {
  const read: string[] = [];
  for await (const piece of pieces) read.push(piece);
  return read;
}

test("what is pushed before and after somebody reads comes in order, and ends", async () => {
  let ends = 0;
  const queue = createPieceQueue(() => {
    ends += 1;
  });
  queue.push("a");
  const reading = readAll(queue.pieces);
  await Promise.resolve();
  queue.push("b");
  queue.end();
  queue.push("too late");
  queue.end();
  expect(await reading).toEqual(["a", "b"]);
  expect(ends).toBe(1);
});

test("a reader that leaves while it waits ends the queue", async () => {
  let hasEnded = false;
  const { pieces } = createPieceQueue(() => {
    hasEnded = true;
  });
  const reader = pieces[Symbol.asyncIterator]();
  const waiting = reader.next();
  await reader.return?.();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(hasEnded).toBe(true);
});

test.each([
  { name: "many pieces", piece: "x", kept: 1000 },
  { name: "large pieces", piece: "x".repeat(2 ** 20), kept: 16 },
])("a reader that does not keep up is given up: $name", ({ piece, kept }) => {
  let hasEnded = false;
  const queue = createPieceQueue(() => {
    hasEnded = true;
  });
  for (let count = 0; count < kept; count += 1) queue.push(piece);
  expect(hasEnded).toBe(false);
  queue.push(piece);
  expect(hasEnded).toBe(true);
});

test("what was read does not count", async () => {
  let hasEnded = false;
  const queue = createPieceQueue(() => {
    hasEnded = true;
  });
  const reader = queue.pieces[Symbol.asyncIterator]();
  for (let count = 0; count < 40; count += 1) {
    queue.push("x".repeat(2 ** 20));
    await reader.next();
  }
  expect(hasEnded).toBe(false);
});

test("the trace has each piece, shortened, and no more than a hundred", async () => {
  const trace = createTrace(new VirtualClock(epochMillis(0)));
  const queue = createPieceQueue(() => {});
  const reading = readAll(recordPieces(queue.pieces, trace.root));
  queue.push("x".repeat(5000));
  for (let count = 0; count < 150; count += 1) queue.push("y");
  queue.end();
  expect(await reading).toHaveLength(151);
  const notes = trace.events.filter((event): event is NoteEvent => event.kind === "note");
  expect(notes).toHaveLength(100);
  expect(notes[0]?.attributes.piece).toHaveLength(2000);
});
