// `irsa-sim check --fix` of folders in which two of five workloads are broken, from a cold start, as ratios: to `check` of the same folder, and of each folder to the one half as large.
// node bench/check-fixes.mjs [--workloads 500] [--rounds 3] [--json]
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { describeFolder } from "./check-folder/describe-folder.mjs";

const MAIN = fileURLToPath(new URL("../packages/cli/dist/main.js", import.meta.url));
const TELL_USAGE = new URL("check-folder/tell-usage.mjs", import.meta.url).href;
const HALVINGS = 3;

const { values } = parseArgs({
  options: { workloads: { type: "string", default: "500" }, rounds: { type: "string", default: "3" }, json: { type: "boolean", default: false } },
});
const sizes = Array.from({ length: HALVINGS }, (_, index) => Math.round(Number(values.workloads) / 2 ** (HALVINGS - 1 - index)));
const rows = sizes.map(measureSize);
const results = rows.map((row, index) => ({
  ...row,
  toChecking: row.fixing.cpuMs / row.checking.cpuMs,
  toHalf: index === 0 ? null : row.fixing.cpuMs / rows[index - 1].fixing.cpuMs,
}));
console.log(values.json ? JSON.stringify(results) : results.map(inWords).join("\n"));

function measureSize(workloads) {
  const folder = mkdtempSync(join(tmpdir(), "irsa-sim-fixes-"));
  try {
    // A workload has an account of its own, and each account a role.
    for (const [name, text] of describeFolder({ manifests: Math.round(workloads / 0.6), roles: workloads, broken: 0.6 })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const runs = { checking: [], fixing: [] };
    for (let round = 0; round < Number(values.rounds); round += 1) {
      runs.checking.push(measure(["check", folder, "--json"]));
      runs.fixing.push(measure(["check", folder, "--json", "--fix"]));
    }
    const report = JSON.parse(runs.fixing[0].output);
    const broken = report.workloads.filter(({ verdict }) => verdict === "broken").length;
    return {
      ...{ workloads: report.workloads.length, broken, mended: report.fixes.verdict === "works", files: report.fixes.files.length },
      ...{ checking: medians(runs.checking), fixing: medians(runs.fixing) },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @returns processor time in milliseconds, and what was printed */
function measure(args) {
  const { stdout, stderr, status, output } = spawnSync(process.execPath, ["--import", TELL_USAGE, MAIN, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  // 1 says that something is broken, which is so.
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return { ...JSON.parse(output[3]), output: stdout };
}

function medians(runs) {
  const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
  return Object.fromEntries(["cpuMs", "peakMiB"].map((name) => [name, Math.round(median(runs.map((run) => run[name])))]));
}

function inWords({ workloads, broken, mended, files, checking, fixing, toChecking, toHalf }) {
  return [
    `${workloads} workloads, ${broken} of them broken; ${files} files changed, ${mended ? "then all works" : "some stay broken"}`,
    `  check ${checking.cpuMs} ms processor, check --fix ${fixing.cpuMs} ms and ${fixing.peakMiB} MiB: ${toChecking.toFixed(2)} x`,
    ...(toHalf === null ? [] : [`  ${toHalf.toFixed(2)} x the folder half as large`]),
  ].join("\n");
}
