import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const MAIN = new URL("../packages/cli/dist/main.js", import.meta.url).pathname;
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
    execFile(process.execPath, [MAIN, ...args], { cwd: folder, env: { ...clean, XDG_CACHE_HOME: join(folder, ".cache"), ...env } }, (error, stdout, stderr) => {
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
      name: "one file is invalid: 3, and nothing runs",
      files: { "good/scenario.yaml": GOOD, "bad/scenario.yaml": "title: 1\n" },
      args: ["."],
      code: 3,
      told: "bad/scenario.yaml:1:8",
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

test("the whole catalogue passes, and the JSON says so", { timeout: 30_000 }, async () => {
  const { code, stdout } = await irsaSimTest(["--json"]);
  const report = JSON.parse(stdout) as { readonly schema: string; readonly passed: number; readonly failed: number; readonly scenarios: readonly object[] };
  expect([code, report.schema, report.failed]).toEqual([0, "irsa-sim/test/v1", 0]);
  expect(report.scenarios).toHaveLength(report.passed);
});

test("memory and loopback, in one thread and in three, alone and among others: the same steps, refusals and results", { timeout: 60_000 }, async () => {
  const results = async (...args: readonly string[]): Promise<unknown> => {
    const { scenarios } = JSON.parse((await irsaSimTest(["--json", ...args])).stdout) as {
      readonly scenarios: readonly { readonly name: string; readonly durationMs: number }[];
    };
    return Object.fromEntries(scenarios.map(({ durationMs, ...rest }) => [rest.name, rest]));
  };
  const memory = await results();
  expect(await results("--network", "loopback")).toEqual(memory);
  expect(await results("--jobs", "3")).toEqual(memory);
  expect(await results("token-expired", "basic")).toEqual({ basic: expect.anything(), "token-expired": (memory as Record<string, unknown>)["token-expired"] });
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
    expect((await irsaSim(["lint"])).stdout).toMatch(/^\d+ scenarios, no faults\n$/);
  });

  test("schema is a JSON Schema", async () => {
    expect(JSON.parse((await irsaSim(["schema"])).stdout)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "irsa-sim scenario",
    });
  });
});
