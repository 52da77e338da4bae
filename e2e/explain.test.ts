import { expect, test } from "vitest";
import { irsaSim } from "./irsa-sim.test-support.js";

const TEXT = "An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity";

test.each(["40", "80"])("a text in %s columns: questions with commands, causes with scenarios", async (COLUMNS) => {
  const { code, stdout, stderr } = await irsaSim(["explain", TEXT], { env: { COLUMNS } });
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout.split("\n").filter((line) => [...line].length > Number(COLUMNS))).toEqual([]);
  expect(stdout).not.toContain("\u001b");
  expect(stdout).toMatch(
    /it says {2}STS knows[\s\S]*causes are known[\s\S]* 1 +trust-sub-mismatch[\s\S]*run\s[\s\S]*ask [\s\S]*\$ aws iam get-role[\s\S]*subject [\s\S]*stringequals-wildcard/,
  );
});

test("a log on standard input, as JSON", async () => {
  const { code, stdout } = await irsaSim(["explain", "--json"], { input: `{"level":"error","msg":${JSON.stringify(TEXT)}}\n` });
  const { schema, isRecognised, causes } = JSON.parse(stdout) as {
    schema: string;
    isRecognised: boolean;
    causes: readonly { id: string }[];
  };
  expect([code, schema, isRecognised, causes[0]?.id]).toEqual([0, "irsa-sim/explain/v1", true, "trust-sub-mismatch"]);
});

test("a CloudTrail record", async () => {
  const record = { eventName: "AssumeRoleWithWebIdentity", errorCode: "AccessDenied", errorMessage: "An unknown error occurred", responseElements: null };
  const { code, stdout } = await irsaSim(["explain", "-"], { input: JSON.stringify(record, null, 2) });
  expect([code, stdout]).toEqual([0, expect.stringContaining("trust-sub-mismatch")]);
});

test("a message of the kubelet, before there is an app", async () => {
  const event =
    'Warning  FailedMount  8s  kubelet  MountVolume.SetUp failed for volume "aws-iam-token" : failed to fetch token: serviceaccounts "web" not found';
  const { code, stdout } = await irsaSim(["explain", event]);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/service account that is not in its namespace[\s\S]*service-account-missing/)]);
});

test("an answer leaves fewer causes", async () => {
  const { stdout } = await irsaSim(["explain", TEXT, "--answer", "trust-policy=role"]);
  expect(stdout).toContain("role-missing");
  expect(stdout).not.toContain("trust-sub-mismatch");
});

test("a cause by its id", async () => {
  const { code, stdout } = await irsaSim(["explain", "provider-audience-mismatch"]);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/You see[\s\S]*Why[\s\S]*Prove it +\$ [\s\S]*Play it +[\s\S]*run /)]);
});

test.each([
  {
    name: "a text that nobody knows says what was understood of it",
    args: ["panic at sts.eu-west-1.amazonaws.com"],
    code: 1,
    stdout: /not known[\s\S]*STS's host {2}sts\.eu-west-1/,
    stderr: /^$/,
  },
  { name: "an id that is a slip away", args: ["trust-sub-mismatsch"], code: 1, stdout: /not known/, stderr: /did you mean trust-sub-mismatch/ },
  { name: "an answer to no question", args: [TEXT, "--answer", "colour=yes"], code: 2, stdout: /^$/, stderr: /questions are / },
  {
    name: "an answer that the question has not",
    args: [TEXT, "--answer", "variables=all"],
    code: 2,
    stdout: /^$/,
    stderr: /answers to variables are both, one/,
  },
])("$name", async ({ args, code, stdout, stderr }) => {
  expect(await irsaSim(["explain", ...args])).toEqual({ code, stdout: expect.stringMatching(stdout), stderr: expect.stringMatching(stderr) });
});
