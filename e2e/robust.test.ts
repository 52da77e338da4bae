import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { irsaSim } from "./irsa-sim.test-support.js";

const MAIN = new URL("../packages/cli/dist/main.js", import.meta.url).pathname;
const GOOD = "title: good\nbase: basic\nexpect: { outcome: succeeded }\n";
const GOLDEN = `${GOOD}golden: true\n`;
const NAMES_POD = `${GOOD}timeline:\n  - apply: [service-account.yaml, pod.yaml]\n`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "irsa-sim-"));
  write("good/scenario.yaml", GOOD);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const fifo = (path: string): unknown => execFileSync("bash", ["-c", `mkfifo "$0"`, join(folder, path)]);
const link = (target: string, path: string): void => symlinkSync(target, join(folder, path));

describe("no input, environment or path is a fault of our own", () => {
  test.each<{
    readonly name: string;
    readonly prepare?: () => unknown;
    readonly args: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    readonly code: number;
    readonly says: readonly string[];
  }>([
    { name: "a home that is a file", args: ["test", "good"], env: { HOME: "/etc/passwd", XDG_CACHE_HOME: "" }, code: 0, says: ["not remembered", "ENOTDIR"] },
    { name: "a state folder in which nobody makes one", args: ["test", "good"], env: { XDG_CACHE_HOME: "/proc/1" }, code: 0, says: ["not remembered"] },
    { name: "a report in place of a folder", args: ["test", "good", "--report", "tap=good"], code: 2, says: ["good: cannot be used", "EISDIR"] },
    { name: "a report below a file", args: ["test", "good", "--report", "tap=good/scenario.yaml/x"], code: 2, says: ["ENOTDIR"] },
    {
      name: "a summary that cannot be written",
      args: ["test", "good"],
      env: { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: "/proc/x/y" },
      code: 2,
      says: ["/proc/x/y"],
    },
    {
      name: "a configuration that is a folder",
      prepare: () => mkdirSync(join(folder, "irsa-sim.config.yaml")),
      args: ["list"],
      code: 3,
      says: ["a regular file", "a folder"],
    },
    { name: "a configuration that is a FIFO", prepare: () => fifo("irsa-sim.config.yaml"), args: ["list"], code: 3, says: ["a FIFO"] },
    {
      name: "an object for an option",
      prepare: () => write("irsa-sim.config.yaml", "seed: { a: 1 }\n"),
      args: ["run", "good"],
      code: 2,
      says: ['seed: a text or a number, found {"a":1}'],
    },
    { name: "a time beyond all certificates", args: ["run", "good", "--start-at", "9999-12-31T23:59:59Z"], code: 2, says: ["from 2000 to 2089"] },
    { name: "a step after the last", args: ["run", "good", "--step", "4", "--to-step", "2"], code: 2, says: ["--step 4 comes after --to-step 2"] },
    { name: "a scenario that is a FIFO", prepare: () => fifo("x"), args: ["run", "x"], code: 2, says: ["neither a folder nor a file"] },
    { name: "a new scenario below a file", args: ["new", "good/scenario.yaml/x"], code: 2, says: ["ENOTDIR"] },
    {
      name: "a manifest that is a device",
      prepare: () => [write("a/scenario.yaml", NAMES_POD), link("/dev/null", "a/pod.yaml")],
      args: ["run", "a"],
      code: 3,
      says: ["a/pod.yaml", "a link that leads out of it"],
    },
    {
      name: "a manifest that is a FIFO",
      prepare: () => [write("a/scenario.yaml", NAMES_POD), fifo("a/pod.yaml")],
      args: ["lint", "."],
      code: 3,
      says: ["a/pod.yaml", "a FIFO"],
    },
    {
      name: "a manifest behind a link that leads out",
      prepare: () => [write("a/scenario.yaml", NAMES_POD), link("/etc/passwd", "a/pod.yaml")],
      args: ["run", "a"],
      code: 3,
      says: ["leads out"],
    },
    {
      name: "a file that nobody wrote by hand",
      prepare: () => write("a/scenario.yaml", " ".repeat(5_000_000)),
      args: ["run", "a"],
      code: 3,
      says: ["at most 4194304 bytes", "5000000 bytes"],
    },
    {
      name: "a cell whose name leads elsewhere",
      prepare: () => write("a/scenario.yaml", `${GOLDEN}matrix: { x: [../../y] }\n`),
      args: ["test", "a", "--update"],
      code: 2,
      says: ["one with a slash"],
    },
  ])("$name", async ({ prepare, args, env = {}, code, says }) => {
    prepare?.();
    const outcome = await irsaSim(args, { cwd: folder, env: { XDG_CACHE_HOME: join(folder, ".cache"), ...env } });
    expect([outcome.code, outcome.stderr]).toEqual([code, expect.stringContaining(says[0] ?? "")]);
    for (const text of says) expect(outcome.stderr).toContain(text);
    expect(outcome.stderr).not.toMatch(/\n\s+at /);
  });

  test("a report that cannot be written keeps no other from being written", async () => {
    await irsaSim(["test", "good", "--report", "tap=good", "--report", "junit=out/junit.xml"], { cwd: folder, env: { XDG_CACHE_HOME: "/proc/1" } });
    expect(readFileSync(join(folder, "out/junit.xml"), "utf8")).toContain('<testcase name="good"');
  });

  test("a broken state is told, ignored and mended", async () => {
    const env = { XDG_CACHE_HOME: join(folder, ".cache") };
    await irsaSim(["test", "good"], { cwd: folder, env });
    const [state = ""] = readdirSync(join(folder, ".cache/irsa-sim"));
    write(`.cache/irsa-sim/${state}`, "{");
    expect(await irsaSim(["test", "good"], { cwd: folder, env })).toMatchObject({ code: 0, stderr: expect.stringContaining("is not known") });
    expect(await irsaSim(["test", "good"], { cwd: folder, env })).toMatchObject({ code: 0, stderr: "" });
  });

  test("--update does not write behind a link", async () => {
    write("outside", "untouched");
    write("good/scenario.yaml", GOLDEN);
    link("../outside", "good/trace.golden.txt");
    await irsaSim(["test", "good", "--update"], { cwd: folder, env: { XDG_CACHE_HOME: join(folder, ".cache") } });
    expect(readFileSync(join(folder, "outside"), "utf8")).toBe("untouched");
  });

  test.each([
    { name: "a reader that goes early", pipe: "| head -n 1", code: 0 },
    { name: "no standard output", pipe: ">&-", code: 0 },
    { name: "a full disk", pipe: "> /dev/full", code: 2 },
  ])("$name", ({ pipe, code }) => {
    const { status, stderr } = spawnSync("bash", ["-c", `set -o pipefail; node "$0" run basic ${pipe}`, MAIN], { encoding: "utf8" });
    expect(status).toBe(code);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

test("one invalid scenario keeps no other from running, and every report shows it", async () => {
  write("bad/scenario.yaml", "title: 1\n");
  const reports = ["junit=r.xml", "tap=r.tap", "markdown=r.md", "json=r.json", "github=r.txt"].flatMap((report) => ["--report", report]);
  const { code, stdout } = await irsaSim(["test", ".", ...reports], { cwd: folder, env: { XDG_CACHE_HOME: join(folder, ".cache") } });
  expect([code, stdout]).toEqual([3, expect.stringContaining("1 passed, 0 failed, 0 skipped, 1 invalid")]);
  for (const file of ["r.xml", "r.tap", "r.json", "r.txt"]) expect(readFileSync(join(folder, file), "utf8")).toContain("bad/scenario.yaml");
  expect(readFileSync(join(folder, "r.md"), "utf8")).toContain("| ✗ | bad |");
});

test("a new scenario has the schema that it names", async () => {
  await irsaSim(["new", "mine"], { cwd: folder });
  expect(readFileSync(join(folder, "mine/scenario.yaml"), "utf8")).toContain("$schema=./scenario.schema.json");
  expect(existsSync(join(folder, "mine/scenario.schema.json"))).toBe(true);
});

test("a Look line can be pasted from where one stands", async () => {
  write("my own/it's/scenario.yaml", "title: mine\nbase: trust-sub-mismatch\nexpect: { outcome: refused }\n");
  const { stdout } = await irsaSim(["run", "my own/it's"], { cwd: folder, env: { COLUMNS: "1000", npm_lifecycle_event: "" } });
  const [, line = ""] = /Look\s+.*·\s+(.*)/.exec(stdout) ?? [];
  const pasted = spawnSync("bash", ["-c", line], { cwd: folder, encoding: "utf8" });
  expect([pasted.status, pasted.stdout]).toEqual([0, expect.stringContaining("STS validates the token")]);
});

test("--version is the manifest's", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../packages/cli/package.json", import.meta.url), "utf8")) as { readonly version: string };
  expect(await irsaSim(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

test("a fault of our own is told with its stack, and nothing else is: exit 4", () => {
  // Nothing that a user can say breaks the terminal's own description of itself.
  const fault = "data:text/javascript,Object.defineProperty(process.stdout,'columns',{get(){throw new Error('injected')}})";
  const { status, stderr } = spawnSync(process.execPath, ["--import", fault, MAIN, "run", "basic"], {
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([4, expect.stringMatching(/^irsa-sim has a fault of its own; please report it with this text:\n[\s\S]*\n\s+at /)]);
});
