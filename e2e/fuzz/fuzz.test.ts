/**
 * Scenarios with something wrong in them, by the thousand, through the built command: it answers with a code of its own, in time, and nothing of the input acts.
 * `FUZZ_SEED=17 npx -y pnpm@12 exec vitest run e2e/fuzz/fuzz.test.ts` plays one case alone and prints its files and its output; `FUZZ_CASES=100` plays the first hundred.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRandom, type Random } from "@irsa-sim/core";
import { XMLValidator } from "fast-xml-parser";
import { afterAll, expect, test } from "vitest";
import { actingIn } from "./acting-in.js";
import { type Folder, mutateScenario } from "./mutate-scenario.js";
import { type Case, type Played, playCases } from "./play-cases.js";

const CASES = Number(process.env.FUZZ_CASES ?? 2000);
const MAX_CPU_MS = 5000;
const MAX_RSS_BYTES = 300 * 1024 * 1024;
const CATALOGUE = new URL("../../scenarios/", import.meta.url).pathname;

const COMMANDS: readonly (readonly string[])[] = [
  ["run", "s"],
  ["run", "s", "--verbose"],
  ["run", "s", "--json"],
  ["lint", "s"],
  ["test", "s", "--report", "junit=junit.xml", "--report", "github", "--report", "markdown=report.md", "--report", "json=report.json"],
  ["test", "s", "--report", "tap"],
];

const only = process.env.FUZZ_SEED === undefined ? null : Number(process.env.FUZZ_SEED);
const root = mkdtempSync(join(tmpdir(), "irsa-sim-"));
afterAll(() => rmSync(root, { recursive: true }));

test(`${CASES} mutated scenarios: an exit code from 0 to 3, in time, and nothing acts`, { timeout: 20 * 60_000 }, async () => {
  const folders = readCatalogue();
  const seeds = only === null ? Array.from({ length: CASES }, (_, index) => index) : [only];
  const cases = seeds.map((seed) => writeCase(seed, folders));
  // Two processes side by side, as the machine has two cores.
  const halves = await Promise.all(
    [0, 1].map((half) =>
      playCases(
        cases.filter(({ seed }) => seed % 2 === half),
        { cache: join(root, "cache") },
      ),
    ),
  );
  const played = halves.flat();
  if (only !== null) for (const one of played) show(cases, one);
  const codes = [0, 1, 2, 3].map((code) => `${played.filter((one) => one.code === code).length} exit ${code}`);
  console.log(`fuzz: ${played.length} cases: ${codes.join(", ")}; longest ${Math.max(...played.map(({ cpuMs }) => cpuMs)).toFixed(0)} ms of processor time`);
  expect(played.flatMap((one) => faultsOf(one, cases))).toEqual([]);
  expect(played).toHaveLength(cases.length);
});

/** Every scenario of the catalogue with its own files; what it takes from its base it finds by name. */
function readCatalogue(): readonly Folder[] {
  return readdirSync(CATALOGUE, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const files = readdirSync(join(CATALOGUE, name)).filter((file) => /\.(yaml|json)$/.test(file));
      return Object.fromEntries(files.map((file) => [file, readFileSync(join(CATALOGUE, name, file), "utf8")]));
    });
}

/** A case, and the names of the files that it was given. */
interface Written extends Case {
  readonly inputs: readonly string[];
}

function writeCase(seed: number, folders: readonly Folder[]): Written {
  const random = createRandom(`fuzz-${seed}`);
  const cwd = join(root, String(seed));
  mkdirSync(join(cwd, "s"), { recursive: true });
  const mutated = mutateScenario(pick(folders, random), folders, random);
  for (const [file, content] of Object.entries(mutated)) writeFileSync(join(cwd, "s", file), content);
  return { seed, args: pick(COMMANDS, random), cwd, inputs: Object.keys(mutated) };
}

function faultsOf({ seed, code, stdout, stderr, cpuMs, maxRssBytes }: Played, cases: readonly Written[]): readonly string[] {
  const { args = [], cwd = "", inputs = [] } = cases.find((one) => one.seed === seed) ?? {};
  const found: string[] = [];
  if (code === null || code > 3) found.push(`exit ${code}: ${stderr.slice(0, 300)}`);
  if (cpuMs > MAX_CPU_MS) found.push(`${cpuMs.toFixed(0)} ms of processor time`);
  if (maxRssBytes > MAX_RSS_BYTES) found.push(`${maxRssBytes >> 20} MiB`);
  const written = readdirSync(cwd, { withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = { stdout, stderr, ...Object.fromEntries(written.map(({ name }) => [name, readFileSync(join(cwd, name), "utf8")])) };
  found.push(...actingIn(texts));
  const meant = args.flatMap((arg) => /=(.+)/.exec(arg)?.[1] ?? []);
  const unmeant = [...written.map(({ name }) => name), ...readdirSync(join(cwd, "s"))].filter((name) => !meant.includes(name) && !inputs.includes(name));
  if (unmeant.length > 0) found.push(`wrote ${unmeant.join(", ")}`);
  for (const [name, text] of Object.entries(texts)) {
    if (name.endsWith(".xml") && XMLValidator.validate(text) !== true) found.push(`${name} is no XML`);
    if (name.endsWith(".json") || (name === "stdout" && args.includes("--json") && text !== "")) if (!isJson(text)) found.push(`${name} is no JSON`);
  }
  return found.map((fault) => `seed ${seed}, ${args.join(" ")}: ${fault}`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function show(cases: readonly Case[], { seed, stdout, stderr, code }: Played): void {
  const { cwd = "", args = [] } = cases.find((one) => one.seed === seed) ?? {};
  for (const file of readdirSync(join(cwd, "s"))) console.log(`--- ${file}\n${JSON.stringify(readFileSync(join(cwd, "s", file), "utf8"))}`);
  console.log(`--- ${args.join(" ")}: exit ${code}\n${stdout.slice(0, 3000)}\n${stderr.slice(0, 3000)}`);
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[random.integer(0, items.length - 1)] as Item;
}
