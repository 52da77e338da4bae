/** `irsa-sim check` as it is typed: what it reads, what it prints, and the code that it ends with. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { irsaSim } from "./irsa-sim.test-support.js";

const folder = mkdtempSync(join(tmpdir(), "irsa-sim-check-"));
const catalogue = (path: string): string => readFileSync(new URL(`../scenarios/${path}`, import.meta.url), "utf8");
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const POD = catalogue("basic/pod.yaml");
const ACCOUNT = catalogue("basic/service-account.yaml");
const TRUST = catalogue("basic/trust-policy.json");
const MANIFESTS = `${POD}---\n${ACCOUNT}`;
const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: reports, namespace: default }
spec:
  selector: { matchLabels: { app: reports } }
  template:
    metadata: { labels: { app: reports } }
    spec:
      serviceAccountName: my-service-account
      containers: [{ name: app, image: "example.com/reports:1" }]
`;

beforeAll(() => {
  write("works/pod.yaml", POD);
  write("works/iam/account.yaml", ACCOUNT);
  write("works/iam/trust.json", TRUST);
  write("works/values.yaml", "replicas: 2\n");
  write("works/broken.yaml", "a: [\n");
  write("works/ignored/other.yaml", DEPLOYMENT.replace("my-service-account", "nobody"));
  write("works/.gitignore", "ignored/\n");
  symlinkSync("..", join(folder, "works/up"));
  write("broken/deployment.yaml", DEPLOYMENT);
  write("broken/account.yaml", ACCOUNT);
  write("broken/trust.json", TRUST.replace("default:my-service-account", "prod:my-service-account"));
  write("bad.yaml", "a: [\n");
  write("hcl/main.tf", 'resource "aws_iam_role" "a" {}\n');
  write("hcl/pod.yaml", MANIFESTS);
  writeFileSync(join(folder, "binary.yaml"), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]));
  write("unrelated.json", '{ "hello": "world" }');
});
afterAll(() => rmSync(folder, { recursive: true }));

const check = (args: readonly string[], input?: string) => irsaSim(["check", ...args], { cwd: folder, ...(input === undefined ? {} : { input }) });

describe("ends with", () => {
  test.each<{ readonly name: string; readonly args: readonly string[]; readonly input?: string; readonly code: number; readonly says: string }>([
    { name: "0 for a folder in which all works", args: ["works"], code: 0, says: " Works      the workload gets its role's credentials" },
    { name: "0 for standard input", args: ["-", "works/iam/trust.json"], input: MANIFESTS, code: 0, says: "standard input:1:1" },
    { name: "1 where a workload does not work", args: ["broken"], code: 1, says: "trust-sub-mismatch" },
    { name: "1 where something had to be assumed and nothing may be", args: ["works", "--strict"], code: 1, says: "Assumed" },
    { name: "2 for a file that is not there", args: ["nowhere.yaml"], code: 2, says: "there is no file or folder nowhere.yaml" },
    { name: "2 for a call that is none", args: ["works", "--call", "s3"], code: 2, says: "an action and an ARN" },
    { name: "3 for a named file with faults", args: ["bad.yaml"], code: 3, says: "bad.yaml:2:1  not valid YAML" },
    { name: "3 for a named file that holds nothing known", args: ["unrelated.json"], code: 3, says: "nothing here is known" },
    { name: "3 for a named file of Terraform's own language", args: ["hcl/main.tf"], code: 3, says: "terraform show -json" },
    { name: "3 for a named file that is no text", args: ["binary.yaml"], code: 3, says: "bytes that are no text" },
    { name: "3 for a token in standard input that is none", args: ["works", "--token", "-"], input: "nothing", code: 3, says: "three parts" },
    {
      name: "0 for a folder with files of Terraform's own language, which are told",
      args: ["hcl"],
      code: 0,
      says: "1 file is passed over that Terraform alone can read",
    },
    { name: "3 where there is no workload", args: ["works/iam/trust.json"], code: 3, says: "there is no workload" },
    { name: "3 where there is no workload of that name", args: ["works", "--workload", "other"], code: 3, says: "Pod default/my-pod" },
  ])("$name", async ({ args, input, code, says }) => {
    const outcome = await check(args, input);
    expect([outcome.code, `${outcome.stdout}${outcome.stderr}`]).toEqual([code, expect.stringContaining(says)]);
  });
});

test("a folder's files that are none of these are passed over with a notice each, and what git ignores is not read", async () => {
  const { stdout, stderr } = await check(["works"]);
  expect([stdout, stderr]).toEqual([
    expect.not.stringContaining("nobody"),
    "works/values.yaml:1:1  notice: an object with replicas is passed over: nothing here is known\n" +
      "works/broken.yaml:2:1  notice: passed over: not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]\n",
  ]);
});

test("a workload that does not work is told with both values, where each was written", async () => {
  const { stdout } = await check(["broken"]);
  expect(stdout).toContain(`
 ✘ Deployment default/reports  broken/deployment.yaml:1:1
 Runs as    my-service-account, whose role is arn:aws:iam::111122223333:role/my-pod-role
 Step       7  STS validates the token with the OIDC provider, then asks the trust policy
 AWS says   403 AccessDenied   Not authorized to perform sts:AssumeRoleWithWebIdentity
 Because    trust-sub-mismatch: the trust policy names namespace "prod", the pod runs in "default"
 Expected   system:serviceaccount:prod:my-service-account  broken/trust.json:13:87
 Actual     system:serviceaccount:default:my-service-account  token sub
                                  ^^^^^^^
`);
});

test("as JSON it is one document with its schema's name, and the failure of run --json", async () => {
  const { stdout } = await check(["broken", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({
    schema: "irsa-sim/check/v1",
    verdict: "broken",
    workloads: [{ kind: "Deployment", namespace: "default", name: "reports", verdict: "broken", containers: [{ names: ["app"], verdict: "broken" }] }],
    failure: {
      step: 7,
      code: "AccessDenied",
      status: 403,
      cause: "trust-sub-mismatch",
      check: "sts.trust-policy",
      expectedFrom: { file: "broken/trust.json", line: 13 },
    },
    warnings: [],
    assumptions: [{ id: "cluster" }, { id: "oidc-provider" }, { id: "sdk" }],
  });
});

describe("what would mend the files", () => {
  const mended = join(folder, "mended");
  const brokenText = (): string => readFileSync(join(mended, "trust.json"), "utf8");
  beforeAll(() => {
    write("mended/deployment.yaml", DEPLOYMENT);
    write("mended/account.yaml", ACCOUNT);
    write("mended/trust.json", TRUST.replace("default:my-service-account", "prod:my-service-account"));
  });

  test("is printed with --fix as a diff, and nothing is written", async () => {
    const { code, stdout } = await check(["mended", "--fix"]);
    const sub = '          "oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90:sub": "system:serviceaccount';
    expect([code, stdout]).toEqual([
      1,
      expect.stringContaining(`This change was tried; then all works:\n\n--- a/mended/trust.json\n+++ b/mended/trust.json\n@@ -10,7 +10,7 @@\n`),
    ]);
    expect(stdout).toContain(`-${sub}:prod:my-service-account"\n+${sub}:default:my-service-account"\n`);
    expect(brokenText()).toContain("prod:my-service-account");
  });

  test("is written with --write, and then all works", async () => {
    const { code } = await check(["mended", "--write"]);
    expect([code, brokenText()]).toEqual([0, TRUST]);
    expect((await check(["mended"])).code).toBe(0);
  });

  test("is not written to what is no file", async () => {
    const { code, stderr } = await check(
      ["broken/deployment.yaml", "broken/account.yaml", "-", "--write"],
      readFileSync(join(folder, "broken/trust.json"), "utf8"),
    );
    expect([code, stderr]).toEqual([2, expect.stringContaining("standard input cannot be written")]);
  });
});

test("what was played is saved as a scenario that comes out the same", async () => {
  const { stderr } = await check(["broken", "--save", "saved"]);
  expect(stderr).toBe("saved written; now: irsa-sim run saved\n");
  const { code, stdout } = await irsaSim(["test", "saved"], { cwd: folder, env: { XDG_CACHE_HOME: join(folder, ".cache") } });
  expect([code, stdout]).toEqual([0, expect.stringContaining("1 passed, 0 failed")]);
});

test("a state of Terraform of 15 MiB is taken, in 300 MB of heap", async () => {
  const rule = JSON.stringify({
    address: "aws_security_group_rule.a",
    type: "aws_security_group_rule",
    values: { cidr_blocks: ["10.0.0.0/8"], from_port: 443 },
  });
  const rules = Array.from({ length: Math.floor((15 * 1024 * 1024) / (rule.length + 1)) }, () => rule);
  const role = JSON.stringify({ address: "aws_iam_role.a", type: "aws_iam_role", values: { name: "my-pod-role", assume_role_policy: TRUST } });
  write("large/state.json", `{"format_version":"1.0","values":{"root_module":{"resources":[${[...rules, role].join(",")}]}}}`);
  write("large/pod.yaml", MANIFESTS);
  const { code, stdout, stderr } = await irsaSim(["check", "large"], { cwd: folder, env: { NODE_OPTIONS: "--max-old-space-size=300" } });
  expect([code, stderr, stdout]).toEqual([0, "", expect.not.stringContaining("my-pod-role is not given")]);
}, 180_000);
