// The whole catalogue, each scenario with its fix, from a cold start, as a ratio against `node -e 0` in the same run: medians of processes that take turns.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../packages/cli/dist/main.js", import.meta.url));
const ROUNDS = Number(process.argv[2] ?? 5);

const commands = {
  "node -e 0": ["-e", "0"],
  "irsa-sim lint": [MAIN, "lint"],
  "irsa-sim test --json": [MAIN, "test", "--json"],
  "… --jobs 1": [MAIN, "test", "--json", "--jobs", "1"],
  "… --jobs 2": [MAIN, "test", "--json", "--jobs", "2"],
};

const millis = new Map(Object.keys(commands).map((name) => [name, []]));
let scenarios = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, args] of Object.entries(commands)) {
    const start = performance.now();
    const output = execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 });
    millis.get(name).push(performance.now() - start);
    if (args.includes("--json")) scenarios = JSON.parse(output).scenarios.length;
  }
}

const yardstick = median(millis.get("node -e 0"));
console.log(`${scenarios} scenarios`);
for (const [name, values] of millis) {
  console.log(`${name.padEnd(24)} ${median(values).toFixed(0).padStart(6)} ms  ${(median(values) / yardstick).toFixed(1)} x`);
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
