/** Each file that the command reads, in each of twenty ways in which it can be something else. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { actingIn } from "./acting-in.js";
import { HOSTILE_FILES } from "./hostile-files.js";
import { playCases } from "./play-cases.js";

const MAX_CPU_MS = 2000;
const MAX_RSS_BYTES = 300 * 1024 * 1024;
const BASIC = new URL("../../scenarios/basic", import.meta.url).pathname;
const SCENARIO = "title: good\nbase: basic\nexpect: { outcome: succeeded }\ngolden: true\n";

const root = mkdtempSync(join(tmpdir(), "irsa-sim-"));
afterAll(() => rmSync(root, { recursive: true }));

test.each<{ readonly file: string; readonly args: readonly string[]; readonly codes: readonly number[] }>([
  { file: "s/scenario.yaml", args: ["lint", "s"], codes: [2, 3] },
  { file: "s/scenario.yaml", args: ["run", "s"], codes: [2, 3] },
  { file: "s/pod.yaml", args: ["run", "s"], codes: [2, 3] },
  { file: "s/trust-policy.json", args: ["run", "s"], codes: [2, 3] },
  { file: "irsa-sim.config.yaml", args: ["list"], codes: [2, 3] },
  // A text that is another text deviates; what cannot be read is invalid.
  { file: "s/trace.golden.txt", args: ["test", "s"], codes: [1, 3] },
])("$file, $args: refused with a place, in time, and nothing acts", { timeout: 5 * 60_000 }, async ({ file, args, codes }) => {
  const cases = HOSTILE_FILES.map(({ put }, seed) => {
    const cwd = mkdtempSync(join(root, "case-"));
    writeGood(cwd);
    rmSync(join(cwd, file), { force: true });
    put(join(cwd, file));
    return { seed, args, cwd };
  });
  const played = await playCases(cases, { cache: join(root, "cache") });
  const faults = played.flatMap(({ seed, code, stdout, stderr, cpuMs, maxRssBytes }) => {
    const found = actingIn({ stdout, stderr });
    if (code === null || !codes.includes(code)) found.push(`exit ${code}`);
    // A link that leads nowhere is no file: its folder is told to be one without it.
    if (!`${stdout}${stderr}`.includes(file) && !stderr.includes("s is a folder without a scenario.yaml")) found.push("no place");
    if (cpuMs > MAX_CPU_MS) found.push(`${cpuMs.toFixed(0)} ms of processor time`);
    if (maxRssBytes > MAX_RSS_BYTES) found.push(`${maxRssBytes >> 20} MiB`);
    return found.map((fault) => `${HOSTILE_FILES[seed]?.name}: ${fault}: ${JSON.stringify(`${stdout}${stderr}`.slice(0, 300))}`);
  });
  expect(faults).toEqual([]);
  expect(played).toHaveLength(HOSTILE_FILES.length);
});

test("the state of the last run: whatever it is, it is told, and the scenario is tested", { timeout: 5 * 60_000 }, async () => {
  const cache = join(root, "state-cache");
  const cases = HOSTILE_FILES.map((_, seed) => {
    const cwd = mkdtempSync(join(root, "state-"));
    writeGood(cwd);
    writeFileSync(join(cwd, "s/scenario.yaml"), SCENARIO.replace("golden: true\n", ""));
    return { seed, args: ["test", "s"], cwd };
  });
  await playCases(cases, { cache });
  // Each folder has a state of its own, under a name that says nothing of it.
  const states = readdirSync(join(cache, "irsa-sim"));
  for (const [index, { put }] of HOSTILE_FILES.entries()) {
    const path = join(cache, "irsa-sim", states[index] ?? "");
    rmSync(path);
    put(path);
  }
  const played = await playCases(cases, { cache });
  const told = played.map(({ code, stdout, stderr }) => ({
    code,
    acting: actingIn({ stdout, stderr }),
    of: states.filter((state) => stderr.includes("is not known") && stderr.includes(state)).length,
  }));
  expect(states).toHaveLength(HOSTILE_FILES.length);
  expect(told).toEqual(HOSTILE_FILES.map(() => ({ code: 0, acting: [], of: 1 })));
});

/** A scenario with files of its own, all as they should be. */
function writeGood(cwd: string): void {
  mkdirSync(join(cwd, "s"));
  cpSync(BASIC, join(cwd, "s"), { recursive: true });
  writeFileSync(join(cwd, "s/scenario.yaml"), SCENARIO);
}
