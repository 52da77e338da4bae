import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { play as playScenario } from "../packages/cli/src/commands/play.js";

const MAIN = new URL("../packages/cli/dist/main.js", import.meta.url).pathname;
const ROOT = new URL("../", import.meta.url).pathname;
const GOOD = "title: good\nbase: basic\ntags: [mine]\nexpect: { outcome: succeeded }\n";
const WRONG = "title: wrong\nbase: trust-sub-mismatch\nexpect:\n  outcome: refused\n  error:\n    code: Other\n";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "irsa-sim-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const irsaSimTest = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> => irsaSim(["test", ...args], env);

/** Runs the command in the folder. */
function irsaSim(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GITHUB_")));
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { ...clean, XDG_CACHE_HOME: join(folder, ".cache"), ...env }, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [MAIN, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

describe("exit codes", () => {
  test.each<{
    readonly name: string;
    readonly files: Readonly<Record<string, string>>;
    readonly args: readonly string[];
    readonly code: number;
    readonly told: string;
  }>([
    { name: "all as expected: 0", files: { "good/scenario.yaml": GOOD }, args: ["."], code: 0, told: "1 passed, 0 failed, 0 skipped" },
    {
      name: "an expectation failed: 1",
      files: { "good/scenario.yaml": GOOD, "wrong/scenario.yaml": WRONG },
      args: ["."],
      code: 1,
      told: "1 passed, 1 failed, 0 skipped",
    },
    { name: "nothing selected: 2", files: { "good/scenario.yaml": GOOD }, args: [".", "--tag", "none"], code: 2, told: "none of 1 scenarios is selected" },
    {
      name: "nothing selected, which is allowed: 0",
      files: { "good/scenario.yaml": GOOD },
      args: [".", "--tag", "none", "--allow-empty"],
      code: 0,
      told: "0 passed",
    },
    { name: "no such scenario: 2", files: {}, args: ["trust-sub-mismatsh"], code: 2, told: "nearest: trust-sub-mismatch" },
    { name: "an unknown report: 2", files: {}, args: ["--report", "html"], code: 2, told: "a report is one of" },
    {
      name: "one file is invalid: 3",
      files: { "good/scenario.yaml": GOOD, "bad/scenario.yaml": "title: 1\n" },
      args: ["."],
      code: 3,
      told: "bad/scenario.yaml:1:8",
    },
    {
      name: "one costs more than it may: 3, with what ran away",
      files: { "good/scenario.yaml": GOOD },
      args: [".", "--max-events", "20"],
      code: 3,
      told: "at most 20 events",
    },
  ])("$name", async ({ files, args, code, told }) => {
    write(files);
    const outcome = await irsaSimTest(args);
    expect([outcome.code, outcome.stdout + outcome.stderr]).toEqual([code, expect.stringContaining(told)]);
    expect(outcome.stderr).not.toMatch(/\n\s+at /);
  });
});

test("a failure says what was expected, where, and from which step on the run left its base", async () => {
  write({ "wrong/scenario.yaml": WRONG });
  const { stdout } = await irsaSimTest(["wrong"]);
  expect(stdout).toContain("error.code  wrong/scenario.yaml:6:11\n      expected  Other\n      actual    AccessDenied\n");
  expect(stdout).toContain("refused   step 7, sts.trust-policy: AccessDenied (403)");
});

describe("the whole catalogue, played once by the command and one at a time", () => {
  const START_AT = Date.UTC(2026, 0, 5, 9);
  /** Of the scenarios that the command plays on loopback; the others are played there in this process. */
  const TAG = "time";
  let catalogue: Outcome;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "irsa-sim-"));
    catalogue = await irsaSimTest(["--json", "--jobs", "1", "--start-at", new Date(START_AT).toISOString()]);
    rmSync(folder, { recursive: true });
  }, 300_000);

  test("passes, and the JSON says so", () => {
    const report = reportOf(catalogue);
    expect([catalogue.code, report.schema, report.failed]).toEqual([0, "irsa-sim/test/v1", 0]);
    expect(report.scenarios).toHaveLength(report.passed);
    expect(report.passed).toBeGreaterThanOrEqual(80);
    const causes = report.scenarios.flatMap(({ failure, warnings }) => [failure?.cause ?? [], ...warnings.map(({ cause }) => cause)].flat());
    expect(new Set(causes).size).toBeGreaterThanOrEqual(60);
  });

  test("on loopback, in three threads, in whatever order, a few among others: the same results", { timeout: 300_000 }, async () => {
    const few = reportOf(await irsaSimTest(["--json", "--network", "loopback", "--shuffle", "--jobs", "3", "--tag", TAG])).scenarios;
    const names = namesOf(few);
    expect(names.length).toBeGreaterThan(15);
    const before = reportOf(catalogue).scenarios.filter(({ name }) => names.includes(name));
    expect(names).not.toEqual(namesOf(before));
    expect(byName(few)).toEqual(byName(before));
  });

  // Without the fixes, which say nothing new about a network: most of the time goes into handshakes.
  test("on loopback every other scenario comes out the same, step by step", { timeout: 600_000 }, async () => {
    const others = reportOf(catalogue).scenarios.filter(({ tags }) => !tags.includes(TAG));
    expect(others.length).toBeGreaterThan(100);
    const differing: string[] = [];
    for (const { name, steps, failure, warnings } of others) {
      const report = await playScenario(name, { network: "loopback", seed: "1", startAt: START_AT, color: false });
      const found = { steps: report.steps.map(({ outcome }) => outcome), failure: withoutTrial(report.failure), warnings: report.warnings };
      // The command stood elsewhere, and names files from there.
      const told = { steps, failure: withoutTrial(failure), warnings };
      const isSame = isDeepStrictEqual(found, JSON.parse(JSON.stringify(told).replaceAll(ROOT, "")));
      if (report.outcome !== "as-expected" || !isSame) differing.push(name);
    }
    expect(differing).toEqual([]);
  });
});

/** A run tries the fix, a test does not: what came of that is left out. */
function withoutTrial(failure: object | null): object | null {
  return failure && { ...failure, fix: null, edits: [], isFixTried: false, also: [] };
}

interface TestReport {
  readonly schema: string;
  readonly passed: number;
  readonly failed: number;
  readonly scenarios: readonly {
    readonly name: string;
    readonly tags: readonly string[];
    readonly durationMs: number;
    readonly steps: readonly string[];
    readonly failure: { readonly cause: string | null } | null;
    readonly warnings: readonly { readonly cause: string }[];
  }[];
}

function reportOf({ stdout }: Outcome): TestReport {
  return JSON.parse(stdout) as TestReport;
}

function namesOf(scenarios: TestReport["scenarios"]): readonly string[] {
  return scenarios.map(({ name }) => name);
}

/** But for the time that each took. */
function byName(scenarios: TestReport["scenarios"]): Readonly<Record<string, object>> {
  return Object.fromEntries(scenarios.map(({ durationMs, ...rest }) => [rest.name, rest]));
}

test("--shuffle: the order follows from the seed, and results are told in it", async () => {
  write(Object.fromEntries([..."abcdefgh"].map((name) => [`${name}/scenario.yaml`, GOOD])));
  const order = async (seed: string): Promise<readonly string[]> => (await irsaSimTest([".", "--shuffle", "--seed", seed, "--list"])).stdout.trim().split("\n");
  const first = await order("1");
  expect(await order("1")).toEqual(first);
  expect(await order("2")).not.toEqual(first);
  expect([...first].sort()).toEqual([..."abcdefgh"]);
  const told = (await irsaSimTest([".", "--shuffle"])).stdout.match(/(?<=^✓ )\w/gm);
  expect(told).toEqual(first);
});

describe("one changed line of an expectation: exit 1, and exactly that scenario failed", () => {
  const CATALOGUE = new URL("../scenarios/", import.meta.url).pathname;
  const names = ["several-containers", "trust-sub-mismatch", "trust-too-wide", "half-defined-env", "sts-outage"];
  test.each<{ readonly name: string; readonly scenario: string; readonly from: RegExp; readonly to: string }>([
    { name: "a success", scenario: "several-containers", from: /outcome: succeeded/, to: "outcome: refused" },
    { name: "a refusal", scenario: "trust-sub-mismatch", from: /cause: trust-sub-mismatch/, to: "cause: trust-aud-mismatch" },
    { name: "a silent misconfiguration", scenario: "trust-too-wide", from: /warnings: \[.*\]/, to: "warnings: []" },
    { name: "a refusal as somebody else", scenario: "half-defined-env", from: /step: 9/, to: "step: 8" },
    { name: "an expectation in between", scenario: "sts-outage", from: /outcome: refused, step: 6/, to: "outcome: refused, step: 7" },
  ])("$name", async ({ scenario, from, to }) => {
    for (const name of names) cpSync(join(CATALOGUE, name), join(folder, name), { recursive: true });
    const file = join(folder, scenario, "scenario.yaml");
    const text = readFileSync(file, "utf8");
    expect(text).toMatch(from);
    writeFileSync(file, text.replace(from, to));
    const { code, stdout } = await irsaSimTest([".", "--json"]);
    const { scenarios } = JSON.parse(stdout) as { readonly scenarios: readonly { readonly name: string; readonly outcome: string }[] };
    expect([code, scenarios.filter(({ outcome }) => outcome === "failed").map(({ name }) => name)]).toEqual([1, [scenario]]);
  });
});

describe("a matrix", () => {
  const MATRIX = "title: with ${matrix.sdk}\nbase: basic\nmatrix: { sdk: [go-v2, php] }\nexpect: { outcome: succeeded }\n";

  test("is one case a cell in test, list and lint, and a suite in JUnit", async () => {
    write({ "mine/scenario.yaml": MATRIX });
    expect((await irsaSimTest(["mine", "--list"])).stdout).toBe("mine[sdk=go-v2]\nmine[sdk=php]\n");
    expect((await irsaSimTest(["mine[sdk=php]"])).stdout).toContain("✓ mine[sdk=php]");
    expect((await irsaSim(["lint", "mine"])).stdout).toBe("2 scenarios, no faults\n");
    const { testsuites } = parseJunit((await irsaSimTest(["mine", "--report", "junit"])).stdout);
    expect(testsuites.testsuite.map((suite) => [suite["@name"], suite.testcase.map((one) => one["@name"])])).toEqual([
      ["mine/scenario.yaml", ["mine[sdk=go-v2]", "mine[sdk=php]"]],
    ]);
  });

  test("run plays one cell, and says which there are", async () => {
    write({ "mine/scenario.yaml": MATRIX });
    expect(await irsaSim(["run", "mine"])).toEqual({ code: 2, stdout: "", stderr: "mine has 2 cells; say which\n  mine[sdk=go-v2]\n  mine[sdk=php]\n" });
    expect((await irsaSim(["run", "mine[sdk=php]"])).stdout).toContain("mine[sdk=php] · with php");
    expect((await irsaSim(["run", "mine", "--cell", "sdk=go-v2"])).stdout).toContain("mine[sdk=go-v2] · with go-v2");
  });
});

describe("golden traces", () => {
  const ASKED = `${GOOD}golden: true\n`;

  test("one that is missing is a fault in CI alone; --update writes it, and it is compared from then on, whatever the seed", async () => {
    write({ "mine/scenario.yaml": ASKED });
    expect((await irsaSimTest(["mine"], { CI: "" })).code).toBe(0);
    const missing = await irsaSimTest(["mine"], { CI: "true" });
    expect([missing.code, missing.stdout]).toEqual([1, expect.stringContaining("golden  mine/scenario.yaml:5:9")]);
    expect((await irsaSimTest(["mine", "--update"])).code).toBe(0);
    expect(readFileSync(join(folder, "mine/trace.golden.txt"), "utf8")).toContain("7 sts: check sts.trust-policy: passed");
    expect((await irsaSimTest(["mine", "--seed", "2"], { CI: "true" })).code).toBe(0);
  });

  test("the first line that differs is told, with its place", async () => {
    write({ "mine/scenario.yaml": ASKED });
    await irsaSimTest(["mine", "--update"]);
    const file = join(folder, "mine/trace.golden.txt");
    writeFileSync(file, readFileSync(file, "utf8").replace("sts.trust-policy: passed", "sts.trust-policy: failed"));
    const { code, stdout } = await irsaSimTest(["mine"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /golden {2}mine\/trace\.golden\.txt:\d+:1\n {6}expected {2}7 sts: check sts\.trust-policy: failed\n {6}actual {4}7 sts: check sts\.trust-policy: passed/,
    );
  });
});

describe("flags go before the environment, and that before irsa-sim.config.yaml", () => {
  test.each<{
    readonly name: string;
    readonly config?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly args?: readonly string[];
    readonly seed: string;
  }>([
    { name: "nothing said", seed: "1" },
    { name: "the file", config: "seed: 2\n", seed: "2" },
    { name: "the file, for this command", config: "seed: 2\ntest: { seed: 3 }\nrun: { seed: 4 }\n", seed: "3" },
    { name: "the environment", config: "seed: 2\n", env: { IRSA_SIM_SEED: "5" }, seed: "5" },
    { name: "a flag", config: "seed: 2\n", env: { IRSA_SIM_SEED: "5" }, args: ["--seed", "6"], seed: "6" },
    { name: "an option of another command means nothing here", config: "to-step: 3\n", seed: "1" },
  ])("$name", async ({ config, env, args = [], seed }) => {
    write({ "good/scenario.yaml": GOOD, ...(config === undefined ? {} : { "irsa-sim.config.yaml": config }) });
    expect(JSON.parse((await irsaSimTest(["good", "--json", ...args], env)).stdout)).toMatchObject({ seed });
  });

  test.each([
    { name: "an unknown option", config: "sed: 2\n", env: {}, told: 'irsa-sim.config.yaml: unknown option "sed"' },
    {
      name: "a value that the option does not take",
      config: "test: { jobs: many }\n",
      env: {},
      told: 'irsa-sim.config.yaml: jobs: a number from 1 to 9999, found "many"',
    },
    { name: "YAML that is none", config: "a: [\n", env: {}, told: "irsa-sim.config.yaml:2:1  not valid YAML" },
    { name: "a wrong variable", config: "", env: { IRSA_SIM_NETWORK: "pigeon" }, told: 'IRSA_SIM_NETWORK: memory or loopback, found "pigeon"' },
  ])("$name: exit 2", async ({ config, env, told }) => {
    write({ "good/scenario.yaml": GOOD, "irsa-sim.config.yaml": config });
    const { code, stderr } = await irsaSimTest(["good"], env as Record<string, string>);
    expect([code, stderr]).toEqual([2, expect.stringContaining(told)]);
  });
});

/** JUnit as strict readers take it: well-formed, a list where there may be several. */
interface Junit {
  readonly testsuites: {
    readonly "@tests": string;
    readonly "@failures": string;
    readonly testsuite: readonly {
      readonly "@name": string;
      readonly "@tests": string;
      readonly "@failures": string;
      readonly "@time": string;
      readonly properties: { readonly property: readonly { readonly "@name": string; readonly "@value": string }[] };
      readonly testcase: readonly { readonly "@name": string; readonly "@classname": string; readonly "@time": string; readonly failure?: object }[];
    }[];
  };
}

function parseJunit(text: string): Junit {
  expect(XMLValidator.validate(text)).toBe(true);
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "@", isArray: (name) => ["testsuite", "testcase", "property"].includes(name) });
  return parser.parse(text) as Junit;
}

test("JUnit: counts add up, times are seconds, names are stable, steps stand as properties", async () => {
  write({ "good/scenario.yaml": GOOD, "wrong/scenario.yaml": WRONG });
  const read = async (): Promise<Junit["testsuites"]> => parseJunit((await irsaSimTest([".", "--report", "junit"])).stdout).testsuites;
  const suites = await read();
  expect([suites["@tests"], suites["@failures"]]).toEqual(["2", "1"]);
  expect(suites.testsuite.map((suite) => [suite["@name"], suite["@tests"], suite["@failures"], suite.testcase.length])).toEqual([
    ["good/scenario.yaml", "1", "0", 1],
    ["wrong/scenario.yaml", "1", "1", 1],
  ]);
  for (const suite of suites.testsuite) {
    expect(suite["@time"]).toMatch(/^\d+\.\d{3}$/);
    expect(suite.testcase.every((one) => one["@classname"] === "irsa-sim" && /^\d+\.\d{3}$/.test(one["@time"]))).toBe(true);
    expect(suite.properties.property).toHaveLength(10);
  }
  expect(suites.testsuite[1]?.properties.property[7]).toEqual({ "@name": "wrong: step 7", "@value": "refused" });
  const names = (all: Junit["testsuites"]): unknown => all.testsuite.map((suite) => suite.testcase.map((one) => one["@name"]));
  expect(names(await read())).toEqual(names(suites));
});

test("several reports at once, in folders that are made", async () => {
  write({ "good/scenario.yaml": GOOD, "wrong/scenario.yaml": WRONG });
  const { stdout } = await irsaSimTest([
    ".",
    "--report",
    "junit=out/junit.xml",
    "--report",
    "tap=out/r.tap",
    "--report",
    "markdown=out/r.md",
    "--report",
    "json=out/r.json",
  ]);
  expect(stdout).toContain("1 passed, 1 failed");
  expect(["junit.xml", "r.tap", "r.md", "r.json"].filter((file) => !existsSync(join(folder, "out", file)))).toEqual([]);
  expect(readFileSync(join(folder, "out/junit.xml"), "utf8")).toMatch(/<testcase name="wrong" classname="irsa-sim" time="\d+\.\d{3}">/);
});

test("a report on standard output stands there alone", async () => {
  write({ "good/scenario.yaml": GOOD });
  const { stdout } = await irsaSimTest([".", "--report", "tap"]);
  expect(stdout).toBe("TAP version 14\n1..1\nok 1 - good\n");
});

test("in GitHub's runner failures are annotated without being asked, and the job gets a summary", async () => {
  write({ "wrong/scenario.yaml": WRONG });
  const { stdout } = await irsaSimTest(["."], { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: join(folder, "summary.md") });
  expect(stdout).toContain("::error file=wrong/scenario.yaml,line=6,col=11,title=irsa-sim%3A wrong::error.code: expected Other, found AccessDenied");
  expect(readFileSync(join(folder, "summary.md"), "utf8")).toContain("## irsa-sim: 0 passed, 1 failed, 0 skipped");
});

test("--fail-fast runs nothing after the first failure, and counts it", async () => {
  write({ "a/scenario.yaml": WRONG, "b/scenario.yaml": GOOD });
  expect((await irsaSimTest([".", "--fail-fast"])).stdout).toContain("0 passed, 1 failed, 1 skipped");
});

test("--jobs keeps the order, and --fail-fast counts what was not told", async () => {
  write({ "a/scenario.yaml": GOOD, "b/scenario.yaml": WRONG, "c/scenario.yaml": GOOD, "d/scenario.yaml": GOOD });
  const lines = (await irsaSimTest([".", "--jobs", "2"])).stdout.split("\n").filter((line) => /^[✓✗]/.test(line));
  expect(lines.map((line) => line.slice(0, 3))).toEqual(["✓ a", "✗ b", "✓ c", "✓ d"]);
  expect((await irsaSimTest([".", "--jobs", "2", "--fail-fast"])).stdout).toContain("1 passed, 1 failed, 2 skipped");
});

test("--status failed runs what failed the last time, until it passes", async () => {
  write({ "good/scenario.yaml": GOOD, "wrong/scenario.yaml": WRONG });
  await irsaSimTest(["."]);
  expect((await irsaSimTest([".", "--status", "failed", "--list"])).stdout).toBe("wrong\n");
  write({ "wrong/scenario.yaml": WRONG.replace("Other", "AccessDenied") });
  expect((await irsaSimTest([".", "--status", "failed"])).stdout).toContain("1 passed, 0 failed");
  expect((await irsaSimTest([".", "--status", "failed"])).code).toBe(2);
});

describe("a scenario of one's own, from the first command on", () => {
  test("new writes one that passes as it is, and nothing over what is there", async () => {
    expect(await irsaSim(["new", "mine"])).toEqual({ code: 0, stdout: "mine/scenario.yaml written; now: irsa-sim test mine\n", stderr: "" });
    expect((await irsaSim(["test", "mine"])).stdout).toContain("1 passed, 0 failed");
    expect(await irsaSim(["new", "mine"])).toMatchObject({ code: 2, stderr: "mine is not empty; nothing was written\n" });
  });

  test("lint finds all faults of all files and plays nothing", async () => {
    write({ "a/scenario.yaml": "title: 1\n", "b/scenario.yaml": GOOD, "c/scenario.yaml": `${GOOD}rols: {}\n` });
    const { code, stdout, stderr } = await irsaSim(["lint", "."]);
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toContain("a/scenario.yaml:1:8");
    expect(stderr).toContain('c/scenario.yaml:5:1  unknown key "rols"');
  });

  test("lint of the catalogue", async () => {
    const { stdout, stderr } = await irsaSim(["lint"]);
    expect(stdout).toMatch(/^\d+ scenarios, no faults, \d+ notices\n$/);
    // What these say without effect is what they are about.
    const noticed = [...stderr.matchAll(/(\S+)\/[^/\s]+:\d+:\d+ {2}notice: /gm)].map(([, folder = ""]) => basename(folder));
    expect([...new Set(noticed)]).toEqual([
      "annotations-not-text",
      "bucket-policy-names-deleted-role",
      "condition-key-arn",
      "condition-key-scheme",
      "condition-operator-misspelled",
      "federated-principal-malformed",
      "forallvalues-vacuous",
      "key-never-in-web-identity-requests",
      "partition-policy-resource",
      "request-refused",
      "unsupported-claim",
      "workload-kinds",
    ]);
  });

  test("schema is a JSON Schema", async () => {
    expect(JSON.parse((await irsaSim(["schema"])).stdout)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "irsa-sim scenario",
    });
  });
});
