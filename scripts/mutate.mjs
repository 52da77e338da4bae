// `pnpm mutate <package>`: breaks the package's code in sampled places, one at a time, and tells which breaks its tests do not notice. Writes nothing into the repository.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { judgeMutants } from "./mutation/judge-mutants.mjs";
import { readAccepted } from "./mutation/read-accepted.mjs";
import { renderVerdict } from "./mutation/render-verdict.mjs";
import { sourceChange } from "./mutation/source-change.mjs";
import { strykerOptions } from "./mutation/stryker-options.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const USAGE = "pnpm mutate <package> [--sample 200] [--seed 1] [--concurrency 1] [--at-least 85]";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    concurrency: { type: "string", default: "1" },
    "at-least": { type: "string", default: "85" },
  },
});
const [name] = positionals;
const numbers = Object.values(values).map(Number);
if (positionals.length !== 1 || !existsSync(join(ROOT, "packages", name, "src")) || !numbers.every((number) => Number.isInteger(number) && number >= 0)) {
  console.error(`usage: ${USAGE}\n(the packages are the folders of packages/)`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "irsa-sim-mutate-"));
const reportFile = join(folder, "report.html");
const link = linkBesideSandbox(folder);
try {
  process.chdir(ROOT);
  process.env.IRSA_SIM_MUTATED_PACKAGE = name;
  const options = { name, root: ROOT, folder, reportFile, sample: Number(values.sample), seed: Number(values.seed), concurrency: Number(values.concurrency) };
  const packageRoot = join(ROOT, "packages", name);
  // Of the time of the mutants: somebody may go on working while the tests run.
  const sources = readSources(join(packageRoot, "src"));
  const results = await new Stryker(strykerOptions(options)).runMutationTest();
  const verdict = judgeMutants(
    results.map((result) => mutantOf(result, { packageRoot, sources })),
    readAccepted(join(packageRoot, "mutants-accepted.yaml")),
  );
  const atLeast = Number(values["at-least"]);
  console.log(renderVerdict(verdict, { name, atLeast, seed: options.seed, reportFile }));
  process.exitCode = verdict.percent >= atLeast ? 0 : 1;
} finally {
  rmSync(link, { force: true });
}

/** Some tests read the folder that stands beside the repository, where there is one; the sandbox finds it at the same place. */
function linkBesideSandbox(folder) {
  const shared = join(ROOT, "../shared");
  const link = join(folder, "shared");
  if (existsSync(shared)) symlinkSync(shared, link);
  return link;
}

function readSources(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  return new Map(files.map((file) => [join(folder, file), readFileSync(join(folder, file), "utf8")]));
}

function mutantOf({ fileName, location, replacement, status }, { packageRoot, sources }) {
  const range = { start: fromZero(location.start), end: fromZero(location.end) };
  return {
    file: relative(packageRoot, fileName),
    line: location.start.line,
    status,
    ...sourceChange(sources.get(fileName), range, replacement),
  };
}

function fromZero({ line, column }) {
  return { line: line - 1, column: column - 1 };
}
