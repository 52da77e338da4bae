/** Many exchanges over many connections at once; `bench/live-exchanges.mjs`, which is run here with fewer, says what is measured. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";

const BENCH = new URL("../../bench/live-exchanges.mjs", import.meta.url).pathname;
const COUNT = 5000;
const CONNECTIONS = 64;
/** A collector that is in no hurry lets memory swing; what is kept for each call would come to more. */
const MAX_GROWTH = 1.5;

interface Measured {
  readonly connections: number;
  readonly answered: number;
  readonly counted: number;
  readonly faults: readonly string[];
  readonly memory: { readonly earlyMiB: number; readonly lateMiB: number };
}

let measured: Measured;
beforeAll(async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [BENCH, "--count", String(COUNT), "--connections", String(CONNECTIONS), "--json"]);
  measured = JSON.parse(stdout) as Measured;
}, 300_000);

test("none is lost, and each answer belongs to its request", () => {
  expect(measured.faults).toEqual([]);
  expect(measured.answered).toBe(COUNT);
});

test("connections are kept, and no further ones are opened", () => {
  expect(measured.connections).toBe(CONNECTIONS);
});

test("each is counted once", () => {
  expect(measured.counted).toBe(COUNT);
});

test("memory stays as it is when warm", () => {
  const { earlyMiB, lateMiB } = measured.memory;
  expect(lateMiB / earlyMiB).toBeLessThan(MAX_GROWTH);
});
