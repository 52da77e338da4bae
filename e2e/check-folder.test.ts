/** A large folder costs little more than reading it, and twice as much of it costs twice as much: the folder and the figures of `bench/check-folder.mjs`, made smaller. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const BENCH = fileURLToPath(new URL("../bench/check-folder.mjs", import.meta.url));

/** Of processor time; on an idle machine it is below 5. */
const MOST_TIMES_PARSING = 12;
const MOST_GROWTH = 2.5;

interface Measured {
  readonly workloads: number;
  readonly broken: number;
  readonly ratio: number;
  readonly checking: { readonly cpuMs: number; readonly peakMiB: number };
}

async function measure(manifests: number): Promise<Measured> {
  const args = [BENCH, "--manifests", String(manifests), "--roles", String(manifests / 4), "--rounds", "1", "--json"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}

test("the costs of a folder grow as the folder does", { timeout: 300_000 }, async () => {
  const [small, large] = [await measure(400), await measure(800)];
  expect([small.workloads, small.broken, large.workloads > small.workloads]).toEqual([expect.any(Number), expect.any(Number), true]);
  expect(small.broken).toBeGreaterThan(0);
  expect(large.ratio).toBeLessThan(MOST_TIMES_PARSING);
  expect(large.checking.cpuMs / small.checking.cpuMs).toBeLessThan(MOST_GROWTH);
});
