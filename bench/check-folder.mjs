// `irsa-sim check` of a large folder, from a cold start, as a ratio to a process that only parses the same files with the same parsers; medians of rounds that take turns.
// node bench/check-folder.mjs [--manifests 2000] [--roles 500] [--rounds 3] [--json]
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { describeFolder } from "./check-folder/describe-folder.mjs";

const MAIN = fileURLToPath(new URL("../packages/cli/dist/main.js", import.meta.url));
const TELL_USAGE = new URL("check-folder/tell-usage.mjs", import.meta.url).href;
const PARSE = fileURLToPath(new URL("check-folder/parse-folder.mjs", import.meta.url));

const { values } = parseArgs({
  options: {
    manifests: { type: "string", default: "2000" },
    roles: { type: "string", default: "500" },
    rounds: { type: "string", default: "3" },
    json: { type: "boolean", default: false },
  },
});
const size = { manifests: Number(values.manifests), roles: Number(values.roles) };
const folder = mkdtempSync(join(tmpdir(), "irsa-sim-folder-"));
try {
  for (const [name, text] of describeFolder(size)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const runs = { parsing: [], checking: [] };
  for (let round = 0; round < Number(values.rounds); round += 1) {
    runs.parsing.push(measure([PARSE, folder]));
    runs.checking.push(measure([MAIN, "check", folder, "--json"]));
  }
  const [parsing, checking] = [medians(runs.parsing), medians(runs.checking)];
  const { workloads } = JSON.parse(runs.checking[0].output);
  const result = {
    ...size,
    workloads: workloads.length,
    broken: workloads.filter(({ verdict }) => verdict === "broken").length,
    parsing,
    checking,
    ratio: checking.cpuMs / parsing.cpuMs,
  };
  console.log(values.json ? JSON.stringify(result) : inWords(result));
} finally {
  rmSync(folder, { recursive: true });
}

/** @returns wall clock and processor time in milliseconds, the most memory that the process held, and what it printed */
function measure(args) {
  const start = performance.now();
  const { stdout, stderr, status, output } = spawnSync(process.execPath, ["--import", TELL_USAGE, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const wallMs = performance.now() - start;
  // 1 says that something is broken, which is so.
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return { ...JSON.parse(output[3]), wallMs, output: stdout };
}

function medians(runs) {
  const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return Object.fromEntries(["wallMs", "cpuMs", "peakMiB"].map((name) => [name, Math.round(median(runs.map((run) => run[name])))]));
}

function inWords({ manifests, roles, workloads, broken, parsing, checking, ratio }) {
  const line = (name, { wallMs, cpuMs, peakMiB }) =>
    `${name.padEnd(10)} ${String(wallMs).padStart(6)} ms wall  ${String(cpuMs).padStart(6)} ms processor  ${String(peakMiB).padStart(5)} MiB`;
  return [
    `${manifests} manifests, ${roles} roles: ${workloads} workloads have to do with a role, ${broken} of them are broken`,
    line("parsing", parsing),
    line("checking", checking),
    `${ratio.toFixed(1)} x the processor time of parsing alone`,
  ].join("\n");
}
