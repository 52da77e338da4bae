// Start-up, as a ratio against `node -e 0` in the same run: the median of several cold processes each.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../packages/cli/dist/main.js", import.meta.url));
const ROUNDS = 11;

const commands = {
  "node -e 0": ["-e", "0"],
  "irsa-sim --help": [MAIN, "--help"],
  "irsa-sim list": [MAIN, "list"],
  "irsa-sim run basic": [MAIN, "run", "basic"],
  "irsa-sim run rotation": [MAIN, "run", "rotation"],
};

const millis = new Map(Object.keys(commands).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, args] of Object.entries(commands)) {
    const start = performance.now();
    execFileSync(process.execPath, args, { stdio: "ignore" });
    millis.get(name).push(performance.now() - start);
  }
}

const yardstick = median(millis.get("node -e 0"));
for (const [name, values] of millis) {
  console.log(`${name.padEnd(24)} ${median(values).toFixed(0).padStart(6)} ms  ${(median(values) / yardstick).toFixed(1)} x`);
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
