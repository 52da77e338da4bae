/** `irsa-sim exec` as a user starts it, with programs that every machine has. What the SDKs make of it: clients/. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findIsolationProblem } from "../packages/node-host/src/namespace/find-isolation-problem.js";
import { irsaSim, MAIN, type Outcome } from "./irsa-sim.test-support.js";

const problem = findIsolationProblem();
if (problem !== null) console.log(`not shown here: a network and paths of the command's own (${problem})`);

const folder = mkdtempSync(join(tmpdir(), "exec-"));
afterAll(() => rmSync(folder, { recursive: true }));

const TIMEOUT_MS = 180_000;
const STS = "https://sts.eu-west-1.amazonaws.com";
const ASSUME = [
  "--data-urlencode WebIdentityToken@$AWS_WEB_IDENTITY_TOKEN_FILE --data-urlencode RoleArn=$AWS_ROLE_ARN",
  "-d Action=AssumeRoleWithWebIdentity -d Version=2011-06-15 -d RoleSessionName=by-hand",
].join(" ");

const inShell = (script: string, { scenario = "basic", flags = [] }: { scenario?: string; flags?: readonly string[] } = {}): Promise<Outcome> =>
  irsaSim(["exec", scenario, "--no-color", ...flags, "--", "sh", "-c", script]);

describe.skipIf(problem !== null)("with a network and paths of its own", () => {
  let seen: Outcome;
  const page = join(folder, "page.html");
  const trace = join(folder, "trace.json");
  beforeAll(async () => {
    const script = [
      "ls -A $(dirname $AWS_WEB_IDENTITY_TOKEN_FILE) | sed 's/^\\.\\.20.*/DATED/'",
      "readlink $AWS_WEB_IDENTITY_TOKEN_FILE",
      "echo $AWS_WEB_IDENTITY_TOKEN_FILE",
      `curl -sS ${STS} ${ASSUME} | grep -o 'assumed-role/[^<]*' | tail -n 1`,
      "curl -sS http://169.254.169.254/latest/meta-data/ -o /dev/null -w '%{http_code}\\n'",
      "curl -sS https://my-bucket.s3.eu-west-1.amazonaws.com/hello.txt -o /dev/null -w '%{http_code}\\n'",
      "curl -sS https://example.com || true",
      "ls ~/.aws 2>/dev/null | wc -l",
      "dirname $AWS_CA_BUNDLE",
      "exit 7",
    ].join("\n");
    seen = await inShell(script, { flags: ["--html", page, "--trace", trace] });
  }, TIMEOUT_MS);

  test("the real names and addresses lead to the simulator, and the token is where the pod has it", () => {
    expect(seen.stdout.trim().split("\n").slice(0, -1)).toEqual([
      "DATED",
      "..data",
      "token",
      "..data/token",
      "/var/run/secrets/eks.amazonaws.com/serviceaccount/token",
      "assumed-role/my-pod-role/by-hand",
      "401",
      "403",
      "0",
    ]);
  });

  test("the exit code is the command's", () => {
    expect(seen.code).toBe(7);
  });

  test("no other name leads anywhere", () => {
    expect(seen.stderr).toMatch(/Could not resolve host: example\.com/);
  });

  test("what it did is told, with the cause of what was refused", () => {
    expect(seen.stderr).toMatch(/✔ The command got credentials with its pod's token \(IRSA\), as\s+arn:aws:sts::111122223333:assumed-role\/my-pod-role\/\*/);
    expect(seen.stderr).toMatch(/✔ AssumeRoleWithWebIdentity +STS 200 .+\s+gave arn:aws:sts::111122223333:assumed-role\/my-pod-role\/by-hand/);
    expect(seen.stderr).toMatch(/✘ GetObject +S3 403 AccessDenied/);
    expect(seen.stderr).toMatch(/AWS says +403 AccessDenied +Access Denied/);
  });

  test("the trace and the page are written", () => {
    const report = JSON.parse(readFileSync(trace, "utf8")) as { schema: string; keys: string; steps: { outcome: string }[]; failure: { code: string } };
    expect([report.schema, report.keys, report.failure.code]).toEqual(["irsa-sim/run/v1", "fresh", "AccessDenied"]);
    expect(report.steps.slice(0, 6).map(({ outcome }) => outcome)).toEqual(["ok", "ok", "ok", "ok", "ok", "ok"]);
    expect(readFileSync(page, "utf8")).toContain("by-hand");
  });

  test("nothing stays behind on this machine", () => {
    const room = seen.stdout.trim().split("\n").at(-1) ?? "";
    expect(room).toContain("irsa-sim-exec-");
    expect(existsSync(room)).toBe(false);
    expect(existsSync("/var/run/secrets/eks.amazonaws.com")).toBe(false);
  });
});

test(
  "without isolation variables lead there, and it is said who does not take them",
  async () => {
    const script = `echo "$AWS_ENDPOINT_URL_STS $AWS_WEB_IDENTITY_TOKEN_FILE"; curl -sS $AWS_ENDPOINT_URL_STS ${ASSUME} | grep -o 'assumed-role/[^<]*' | tail -n 1`;
    const { stdout, stderr, code } = await inShell(script, { flags: ["--no-isolate"] });
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+ \/\S+\/volume-\d\/token\nassumed-role\/my-pod-role\/by-hand\n$/);
    expect(stderr).toContain("SDK for JavaScript v2");
    expect(code).toBe(0);
  },
  TIMEOUT_MS,
);

test(
  "a refusal by STS comes with its cause and what mends it",
  async () => {
    const { stderr } = await inShell(`curl -sS $AWS_ENDPOINT_URL_STS ${ASSUME}`, { scenario: "trust-sub-mismatch", flags: ["--no-isolate"] });
    expect(stderr).toMatch(/✘ AssumeRoleWithWebIdentity +STS 403 AccessDenied/);
    expect(stderr).toMatch(/Because +trust-sub-mismatch: the trust policy names namespace "prod", the pod runs in "default"/);
    expect(stderr).toMatch(/Look at +scenario.yaml:\d+: put system:serviceaccount:default:my-service-account in the condition/);
  },
  TIMEOUT_MS,
);

test(
  "who expects calls of somebody, and a newer token, is told that there were none",
  async () => {
    const { stderr, code } = await inShell("true", { flags: ["--no-isolate", "--expect-principal", "arn:*", "--expect-rotations", "1"] });
    expect(stderr).toContain("✘ expected every call as arn:*; there was no call");
    expect(stderr).toContain("✘ expected 1 rotation of the token to be picked up; found 0");
    expect(code).toBe(1);
  },
  TIMEOUT_MS,
);

describe("wrong usage", () => {
  test.each([
    { name: "an unknown fault", args: ["exec", "basic", "--fault", "flood", "--", "true"], text: "no such fault", code: 2 },
    { name: "a fault's wrong settings", args: ["exec", "basic", "--fault", "slow={ host: 7 }", "--", "true"], text: "slow.host: expected", code: 2 },
    { name: "a fault at no time", args: ["exec", "basic", "--fault", "slow@soon", "--", "true"], text: '"soon" is no duration', code: 2 },
    { name: "an unknown container", args: ["exec", "basic", "--container", "sidecar", "--", "true"], text: "there are: default/my-pod app", code: 2 },
    { name: "an unknown command", args: ["exec", "basic", "--no-isolate", "--", "no-such-command"], text: "no-such-command cannot be run", code: 127 },
    { name: "a pod that is refused", args: ["exec", "admission-refused", "--", "true"], text: "did not come to the point", code: 1 },
  ])(
    "$name: $code",
    async ({ args, text, code }) => {
      const outcome = await irsaSim(args);
      expect(outcome.stderr).toContain(text);
      expect(outcome.code).toBe(code);
    },
    TIMEOUT_MS,
  );
});

describe("signals", () => {
  /** A command that says its number and then waits for long. */
  async function start() {
    const child = spawn(process.execPath, [MAIN, "exec", "basic", "--", "sh", "-c", "echo $$; trap 'echo told; exit 3' TERM; while :; do sleep 0.1; done"]);
    let stdout = "";
    child.stdout.on("data", (text) => {
      stdout += String(text);
    });
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    for (let tries = 0; stdout === "" && tries < 1200; tries += 1) await setTimeout(100);
    return { child, ended, pid: Number.parseInt(stdout, 10), stdout: () => stdout };
  }
  const runs = (pid: number): boolean => existsSync(`/proc/${pid}`) && !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");

  test(
    "SIGTERM reaches the command, whose exit code counts",
    async () => {
      const { child, ended, stdout } = await start();
      child.kill("SIGTERM");
      expect([await ended, stdout().split("\n")[1]]).toEqual([3, "told"]);
    },
    TIMEOUT_MS,
  );

  test(
    "a command does not outlive a simulator that is killed",
    async () => {
      const { child, ended, pid } = await start();
      expect(runs(pid)).toBe(true);
      child.kill("SIGKILL");
      await ended;
      for (let tries = 0; runs(pid) && tries < 300; tries += 1) await setTimeout(100);
      expect(runs(pid)).toBe(false);
    },
    TIMEOUT_MS,
  );
});
