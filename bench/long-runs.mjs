// Runs that last long or have many pods: their time as a ratio to as many RS256 signatures in the same process, one after another, and the most memory that they took.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BudgetError, loadScenario, runScenario } from "../packages/scenario-runner/dist/index.js";
import { WELL_KNOWN_KEYS } from "../packages/simulation/dist/index.js";

const APPLY = "  - apply: [service-account.yaml, pod.yaml]";
const CALL = '  - call: { pod: my-pod, sdk: go-v2, action: "s3:GetObject", bucket: my-bucket, key: hello.txt, every: 1h }';
const WINDOW = { keepEvents: 20_000 };

const RUNS = {
  "10 years without a pod": { timeline: "  - advance: 3650d" },
  "a year with one pod, in a window": { timeline: `${APPLY}\n  - advance: 365d`, options: WINDOW },
  "a year with one pod, all kept": { timeline: `${APPLY}\n  - advance: 365d` },
  "50 pods, 24 h, hourly calls, in a window": { replicas: 50, timeline: `${APPLY}\n${CALL}\n  - advance: 24h`, options: WINDOW },
  "50 pods, 24 h, hourly calls, all kept": { replicas: 50, timeline: `${APPLY}\n${CALL}\n  - advance: 24h` },
  "10 years with one pod": { timeline: `${APPLY}\n  - advance: 3650d` },
};

const [asked] = process.argv.slice(2);
if (asked === undefined) compareAll();
else console.log(JSON.stringify(await measure(RUNS[asked])));

function compareAll() {
  const start = performance.now();
  execFileSync(process.execPath, ["-e", "0"]);
  console.log(`node -e 0 takes ${(performance.now() - start).toFixed(0)} ms`);
  for (const name of Object.keys(RUNS)) {
    const { millis, signatures, signMillis, peakMiB, outcome } = JSON.parse(
      execFileSync(process.execPath, [fileURLToPath(import.meta.url), name], { encoding: "utf8" }),
    );
    const ratio = signatures === 0 ? "" : `${(millis / signMillis).toFixed(1)} x its ${signatures} signatures`;
    console.log(`${name.padEnd(42)} ${millis.toFixed(0).padStart(6)} ms  ${String(peakMiB).padStart(5)} MiB  ${ratio}  ${outcome}`);
  }
}

async function measure({ timeline, replicas = 1, options = {} }) {
  const scenario = loadScenario(filesWith(`title: long\nbase: basic\nreplicas: ${replicas}\ntimeline:\n${timeline}\n`), "long");
  const counted = countSignatures();
  const start = performance.now();
  const outcome = await play(scenario, options);
  const millis = performance.now() - start;
  const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024);
  const { signatures, sign } = counted();
  const signingStart = performance.now();
  for (let done = 0; done < signatures; done += 1) await sign();
  return { millis, signatures, signMillis: performance.now() - signingStart, peakMiB, outcome };
}

async function play(scenario, options) {
  try {
    const { window, events, failure } = await runScenario(scenario, {
      ...{ seed: "1", startAt: Date.UTC(2026, 0, 5, 9), keys: WELL_KNOWN_KEYS, keysAre: "well-known", ...options },
    });
    return `${window?.recorded ?? events.length} events${failure === null ? "" : `, refused: ${failure.code}`}`;
  } catch (error) {
    if (!(error instanceof BudgetError)) throw error;
    return `stopped: ${error.excess.found}`;
  }
}

/** Counts RSA signatures from now on; the result gives their number and how to make one more. */
function countSignatures() {
  const original = crypto.subtle.sign;
  let signatures = 0;
  let last = [];
  crypto.subtle.sign = function (...args) {
    if (args[1].algorithm.name === "RSASSA-PKCS1-v1_5") {
      signatures += 1;
      last = args;
    }
    return original.apply(this, args);
  };
  return () => {
    crypto.subtle.sign = original;
    return { signatures, sign: () => original.apply(crypto.subtle, last) };
  };
}

function filesWith(yaml) {
  const catalogue = fileURLToPath(new URL("../scenarios/", import.meta.url));
  return {
    folderOf: (name) => (existsSync(join(catalogue, name)) ? name : null),
    read: (folder, file) => (folder === "long" ? (file === "scenario.yaml" ? yaml : null) : readOrNull(join(catalogue, folder, file))),
    displayPath: (folder, file) => `${folder}/${file}`,
  };
}

function readOrNull(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}
