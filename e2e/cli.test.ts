import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { irsaSim, type Outcome } from "./irsa-sim.test-support.js";

const SCENARIOS = readdirSync(new URL("../scenarios/", import.meta.url), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
/** One of each way to end; `irsa-sim test` plays all. */
const SOME = ["basic", "rotation", "trust-sub-mismatch", "annotation-absent"];

describe("irsa-sim run", () => {
  test.each(SOME)("%s comes out as expected", async (name) => {
    const { code, stdout, stderr } = await irsaSim(["run", name]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("as expected");
  });

  test("no colour without a terminal, and no line wider than COLUMNS", async () => {
    const { stdout } = await irsaSim(["run", "trust-sub-mismatch"], { env: { COLUMNS: "72" } });
    expect(stdout).not.toContain("\u001b");
    expect(stdout.split("\n").filter((line) => [...line].length > 72)).toEqual([]);
  });

  test("--step shows one step only", async () => {
    const { stdout } = await irsaSim(["run", "basic", "--step", "4"]);
    expect(stdout).toContain("TokenRequest");
    expect(stdout).not.toContain("AssumeRoleWithWebIdentity");
  });

  test("--to-step shows the steps up to it, and not how the run ended later", async () => {
    const { code, stdout } = await irsaSim(["run", "trust-sub-mismatch", "--to-step", "4"]);
    expect([code, [...stdout.matchAll(/^ (\d) {2}\S/gm)].map((match) => Number(match[1]))]).toEqual([0, [0, 1, 2, 3, 4]]);
    expect(stdout).not.toContain("AccessDenied");
  });

  test("--trace window says of how many events it tells", async () => {
    const { code, stdout } = await irsaSim(["run", "rotation", "--trace", "window=50"]);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/told from 50 of \d+ events/)]);
    // What was not kept may well have happened.
    expect(stdout).not.toMatch(/not reached|did not happen/);
  });

  test("--svg, --mermaid and --markdown write the diagram beside what is printed", async () => {
    const folder = mkdtempSync(join(tmpdir(), "irsa-sim-"));
    const at = (file: string): string => join(folder, file);
    const { code } = await irsaSim(["run", "trust-sub-mismatch", "--svg", at("a.svg"), "--mermaid", at("a.mmd"), "--markdown", at("a.md")]);
    const written = ["a.svg", "a.mmd", "a.md"].map((file) => readFileSync(at(file), "utf8"));
    rmSync(folder, { recursive: true });
    expect([code, ...written]).toEqual([
      0,
      expect.stringMatching(/^<svg [\s\S]*403 AccessDenied[\s\S]*<\/svg>\n$/),
      expect.stringMatching(/^sequenceDiagram\n[\s\S]*sts_lane--xsdk_lane: 403 AccessDenied\n/),
      expect.stringMatching(/^# The trust policy names another namespace\n[\s\S]*```mermaid\nsequenceDiagram\n/),
    ]);
  });

  test("a diagram of a pod that is not there is wrong usage, and one that cannot be written too", async () => {
    const nobody = await irsaSim(["run", "basic", "--json", "--svg", "a.svg", "--pod", "nobody"]);
    const nowhere = await irsaSim(["run", "basic", "--svg", "/dev/null/a.svg"]);
    expect([nobody.code, nowhere.code, nowhere.stderr]).toEqual([2, 2, expect.stringContaining("/dev/null/a.svg")]);
  });

  test("a run that costs more than it may ends with 3, and says how far it came and how to go on", async () => {
    const { code, stdout, stderr } = await irsaSim(["run", "rotation", "--max-events", "200"]);
    expect([code, stdout, stderr]).toEqual([3, "", expect.stringMatching(/budget of 200 events[\s\S]*stopped at[\s\S]*--max-events \d+ lets it go on/)]);
  });

  test("token signatures are cut unless --show-tokens is given", async () => {
    const cut = await irsaSim(["run", "basic", "--verbose"]);
    const whole = await irsaSim(["run", "basic", "--verbose", "--show-tokens"]);
    const wholeToken = /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{300,}/;
    const unwrapped = (text: string): string => text.replaceAll(/\n\s*/g, "");
    expect(unwrapped(cut.stdout)).not.toMatch(wholeToken);
    expect(unwrapped(whole.stdout)).toMatch(wholeToken);
  });

  test("--fresh-keys runs, and cuts tokens in JSON too", async () => {
    const { code, stdout } = await irsaSim(["run", "basic", "--fresh-keys", "--json"]);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{300,}/);
  });
});

describe("irsa-sim list", () => {
  test("names every scenario", async () => {
    const { code, stdout } = await irsaSim(["list", "--json"]);
    const { scenarios } = JSON.parse(stdout) as { readonly scenarios: readonly { readonly name: string }[] };
    expect(code).toBe(0);
    expect([...new Set(scenarios.map(({ name }) => name.split("[")[0]))].sort()).toEqual([...SCENARIOS].sort());
    expect(scenarios.filter(({ name }) => name.startsWith("all-sdks[")).length).toBeGreaterThan(10);
  });
});

describe("irsa-sim list, narrowed", () => {
  test("groups by step and message, and tells the cause", async () => {
    const { code, stdout } = await irsaSim(["list", "--step", "7", "--tag", "starter"]);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(
        /^refused in step 7\n[\s\S]*\n {2}AccessDenied {2}Not authorized to perform sts:AssumeRoleWithWebIdentity\n[\s\S]*\n {4}trust-sub-mismatch .*\n? +trust-sub-mismatch\n/,
      ),
    ]);
    expect(stdout).not.toContain("basic");
  });

  test.each([
    { name: "a word of the message", args: ["list", "Incorrect token audience"], found: "provider-audience-mismatch" },
    { name: "an SDK", args: ["list", "--sdk", "go"], found: "all-sdks[sdk=go-v2]" },
  ])("$name", async ({ args, found }) => {
    const { code, stdout } = await irsaSim(args);
    expect([code, stdout]).toEqual([0, expect.stringContaining(found)]);
  });

  test.each([{ columns: 40 }, { columns: 80 }, { columns: 120 }, { columns: undefined }])("no line is wider than $columns columns", async ({ columns }) => {
    const { stdout } = await irsaSim(["list"], { env: columns === undefined ? { COLUMNS: "" } : { COLUMNS: String(columns) } });
    expect(stdout.split("\n").filter((line) => line.length > (columns ?? 80))).toEqual([]);
  });

  test("nothing found is told, with the exit code of an expectation that failed", async () => {
    expect(await irsaSim(["list", "no-such-thing-anywhere"])).toMatchObject({ code: 1, stdout: "no scenario is like that; irsa-sim list shows all\n" });
  });
});

describe("irsa-sim diff", () => {
  test("marks the first difference, which is the cause, and says what became of each step", async () => {
    const { code, stdout } = await irsaSim(["diff", "basic", "trust-sub-mismatch"]);
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(
        / ✘ refused in step 7: 403 AccessDenied\n +trust-sub-mismatch: [\s\S]*\n 0 .*differs\n {4}≠ first difference: CreateRole\n[\s\S]*service-account\n +\^{4}\n[\s\S]*✔ → not reached/,
      ),
    ]);
  });

  test("a saved trace is the same as the scenario that it was saved from", async () => {
    const folder = mkdtempSync(join(tmpdir(), "irsa-sim-"));
    const { stdout: saved } = await irsaSim(["run", "basic", "--json"]);
    writeFileSync(join(folder, "basic.json"), saved);
    const { code, stdout } = await irsaSim(["diff", join(folder, "basic.json"), "basic", "--json"]);
    rmSync(folder, { recursive: true });
    expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ schema: "irsa-sim/diff/v1", first: null })]);
  });
});

describe("irsa-sim diff, of what is no run", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "irsa-sim-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each([
    { name: "a report of test", text: '{"schema":"irsa-sim/test/v1"}', found: "JSON that says it is irsa-sim/test/v1" },
    { name: "any JSON", text: "[1]", found: "JSON that does not say what it is (no schema)" },
    { name: "null", text: "null", found: "JSON that does not say what it is (no schema)" },
    { name: "half a run", text: '{"schema":"irsa-sim/run/v1"', found: "no JSON" },
    { name: "nothing", text: "", found: "an empty file" },
  ])("$name: says what it is and what was expected", async ({ text, found }) => {
    writeFileSync(join(folder, "other.json"), text);
    const { code, stderr } = await irsaSim(["diff", "basic", "other.json"], { cwd: folder });
    expect([code, stderr]).toEqual([3, expect.stringMatching(/^other\.json: [\s\S]* expected +what irsa-sim run --json wrote/)]);
    expect(stderr).toContain(`  found     ${found}\n`);
  });

  test("no file of that name", async () => {
    expect(await irsaSim(["diff", "basic", "none.json"], { cwd: folder })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("there is no file none.json"),
    });
  });
});

describe("irsa-sim run, for one pod", () => {
  test("--pod shows another pod's run", async () => {
    const { stdout } = await irsaSim(["run", "sts-throttled", "--pod", "task-2"]);
    expect(stdout).toContain("pod default/task-2, container app");
  });

  test("nobody of that name is told with those who are there", async () => {
    const { code, stderr } = await irsaSim(["run", "basic", "--container", "sidecar"]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/no container "sidecar" in this run[\s\S]*default\/my-pod app/)]);
  });

  test.each([
    { name: "FORCE_COLOR", env: { FORCE_COLOR: "1" }, colours: true },
    { name: "CLICOLOR_FORCE", env: { CLICOLOR_FORCE: "1" }, colours: true },
    { name: "CLICOLOR_FORCE with NO_COLOR", env: { CLICOLOR_FORCE: "1", NO_COLOR: "1" }, colours: false },
  ])("$name without a terminal", async ({ env, colours }) => {
    const { stdout } = await irsaSim(["run", "basic", "--step", "3"], { env });
    expect(stdout.includes("\u001b[")).toBe(colours);
  });
});

describe("irsa-sim step", () => {
  test("without a terminal it says so, and what shows the same", async () => {
    const { code, stdout, stderr } = await irsaSim(["step", "basic"], { input: "q\n" });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^step needs a terminal.*\n.* run basic shows all steps/);
  });
});

describe("irsa-sim lesson", () => {
  test("without a terminal each line is an answer", async () => {
    const { code, stdout } = await irsaSim(["lesson", "starter,happy-path"], { input: "what?\nhint\nnone\n" });
    expect(code).toBe(1);
    expect(stdout).toContain("lesson 1 of 1\nWhere in these ten steps is a secret");
    expect(stdout).toContain('"what?" is no answer');
    expect(stdout).toContain("hint 1: Look for a key that lives longer than a day.");
    expect(stdout).toContain("4 of 5 points: step right, cause right; basic: none none");
    expect(stdout).toMatch(/\n4 of 5 points\n$/);
  });

  test("all answers right is 0", async () => {
    expect((await irsaSim(["lesson", "starter,happy-path"], { input: "none\n" })).code).toBe(0);
  });

  test("a tag that nobody has", async () => {
    const { code, stderr } = await irsaSim(["lesson", "startr"]);
    expect(code).toBe(2);
    expect(stderr).toContain("nearest: starter");
  });
});

describe("wrong usage", () => {
  test.each([
    { name: "unknown scenario", args: ["run", "bassic"], code: 2, says: ['there is no scenario "bassic"', "basic"] },
    { name: "the beginning of many names", args: ["run", "trust"], code: 2, says: ["nearest: trust-"] },
    { name: "unknown command", args: ["rum", "basic"], code: 2, says: ["unknown command 'rum'", "run"] },
    { name: "unknown option", args: ["run", "basic", "--jason"], code: 2, says: ["unknown option '--jason'", "--json"] },
    { name: "a step that does not exist", args: ["run", "basic", "--step", "10"], code: 2, says: ["a step is a number from 0 to 9"] },
    { name: "a time that is none", args: ["run", "basic", "--start-at", "yesterday"], code: 2, says: ["2026-01-05T09:00:00Z"] },
    { name: "a network that does not exist", args: ["run", "basic", "--network", "carrier-pigeon"], code: 2, says: ["memory or loopback"] },
    { name: "a missing argument", args: ["run"], code: 2, says: ["missing required argument"] },
  ])("$name", async ({ args, code, says }) => {
    const outcome = await irsaSim(args);
    expect(outcome.code).toBe(code);
    for (const text of says) expect(outcome.stderr).toContain(text);
    expect(outcome.stderr).not.toMatch(/^ {4}at /m);
  });
});

describe("malformed input", () => {
  const folder = mkdtempSync(join(tmpdir(), "irsa-sim-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  function scenario(name: string, files: Readonly<Record<string, string>>): string {
    for (const [file, text] of Object.entries(files)) {
      const path = join(folder, name, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    return join(folder, name);
  }

  const valid = "title: mine\nbase: basic\nexpect: { outcome: succeeded }\n";

  test.each([
    {
      name: "scenario.yaml",
      files: { "scenario.yaml": "title: 5\nbase: basic\naws:\n  account: 111122223333\n  rols: {}\nexpect: { outcome: maybe }\n" },
      places: ["scenario.yaml:1:8", "scenario.yaml:4:12", "scenario.yaml:5:3", "scenario.yaml:6:20"],
    },
    {
      name: "pod YAML",
      files: {
        "scenario.yaml": `${valid}timeline:\n  - apply: [pod.yaml]\n`,
        "pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata:\n  name: my-pod\nspec:\n  serviceAccountName: 7\n  containers: app\n",
      },
      places: ["pod.yaml:6:23", "pod.yaml:7:15"],
    },
    {
      name: "policy JSON",
      files: {
        "scenario.yaml": `${valid}aws:\n  roles:\n    my-pod-role: { trustPolicy: trust.json }\n`,
        "trust.json": '{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": "Alow", "Principal": {}, "Action": "sts:AssumeRoleWithWebIdentity" }]\n}\n',
      },
      places: ["trust.json:3:29"],
    },
    {
      name: "JSON that does not parse",
      files: { "scenario.yaml": `${valid}aws:\n  roles:\n    my-pod-role: { trustPolicy: trust.json }\n`, "trust.json": '{\n  "Version": "2012-10-17",\n}\n' },
      places: ["trust.json:"],
    },
    { name: "a missing file", files: { "scenario.yaml": `${valid}timeline:\n  - apply: [nowhere.yaml]\n` }, places: ["scenario.yaml:5:13"] },
  ])("$name: exit 3, every fault with file, line and column, no stack trace", async ({ name, files, places }) => {
    const outcome = await irsaSim(["run", scenario(name.replaceAll(" ", "-"), files)]);
    expect(outcome.code).toBe(3);
    expect(outcome.stdout).toBe("");
    for (const place of places) expect(outcome.stderr).toContain(place);
    expect(outcome.stderr).not.toMatch(/^ {4}at /m);
  });
});

describe("determinism", () => {
  let first: Outcome;
  beforeAll(async () => {
    first = await irsaSim(["run", "basic", "--json"]);
  });

  test("the same seed gives the same bytes", async () => {
    const second = await irsaSim(["run", "basic", "--json"]);
    expect(second.stdout).toBe(first.stdout);
  });

  test("another seed gives other ids", async () => {
    const other = await irsaSim(["run", "basic", "--json", "--seed", "2"]);
    const tokenId = (text: string): unknown => {
      const claims = /eyJ[\w-]+\.(eyJ[\w-]+)\./.exec(text)?.[1] ?? "";
      return (JSON.parse(Buffer.from(claims, "base64url").toString()) as { readonly jti?: unknown }).jti;
    };
    expect(other.code).toBe(0);
    expect(other.stdout).not.toBe(first.stdout);
    expect(tokenId(other.stdout)).not.toBe(tokenId(first.stdout));
    expect(tokenId(first.stdout)).toEqual(expect.any(String));
  });
});
