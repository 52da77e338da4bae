/** The real aws command line against the simulated IAM: every action once, as a person sets a cluster up and takes it down again. */
import { spawn, spawnSync } from "node:child_process";
import { epochMillis } from "@irsa-sim/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Endpoints, startEndpoints } from "./loopback-endpoints.js";
import { ACCOUNT, createSimulatedAws, type SimulatedAws } from "./simulated-aws.js";

const isInstalled = spawnSync("aws", ["--version"]).status === 0;
if (!isInstalled) console.log("aws-iam-command-line.test.ts is skipped: the aws command line is not installed");

const URL = "oidc.test/id/CLI";
const PROVIDER = ["--open-id-connect-provider-arn", `arn:aws:iam::${ACCOUNT}:oidc-provider/${URL}`];
const TRUST = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Federated: "accounts.test" }, Action: "sts:AssumeRoleWithWebIdentity" }],
});
const READ = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" }] };
const ROLE = ["--role-name", "cli"];
const ARN = `arn:aws:iam::${ACCOUNT}:policy/cli`;
const POLICY = ["--policy-arn", ARN];
const S3_READ = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";

let aws: SimulatedAws;
let endpoints: Endpoints;
beforeAll(async () => {
  aws = await createSimulatedAws(epochMillis(Date.now()));
  endpoints = await startEndpoints(aws);
});
afterAll(() => endpoints.close());

/** Runs `aws iam …` as the developer; the answer as the command line read it. */
function iam(...args: readonly string[]): Promise<{ readonly status: number | null; readonly answer: unknown }> {
  const env = {
    PATH: process.env.PATH,
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_MAX_ATTEMPTS: "1",
    AWS_PAGER: "",
    AWS_ACCESS_KEY_ID: aws.developer.accessKeyId,
    AWS_SECRET_ACCESS_KEY: aws.developer.secretAccessKey,
    AWS_ENDPOINT_URL_IAM: endpoints.urls.iam,
  };
  const child = spawn("aws", ["iam", ...args, "--output", "json"], { env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, answer: status === 0 && output.trim() !== "" ? JSON.parse(output) : output.trim() }));
  });
}

interface Step {
  readonly args: readonly string[];
  /** What the answer holds; absent for an action without an answer. */
  readonly answer?: object;
}

const member = (key: string, value: string): string => `Key=${key},Value=${value}`;

describe.skipIf(!isInstalled)("the aws command line", { timeout: 120_000 }, () => {
  test.each<{ readonly name: string; readonly steps: readonly Step[] }>([
    {
      name: "OIDC providers",
      steps: [
        { args: ["create-open-id-connect-provider", "--url", `https://${URL}`, "--tags", member("team", "payments")] },
        { args: ["add-client-id-to-open-id-connect-provider", ...PROVIDER, "--client-id", "sts.amazonaws.com"] },
        { args: ["update-open-id-connect-provider-thumbprint", ...PROVIDER, "--thumbprint-list", "ab".repeat(20)] },
        { args: ["get-open-id-connect-provider", ...PROVIDER], answer: { Url: URL, ClientIDList: ["sts.amazonaws.com"], ThumbprintList: ["ab".repeat(20)] } },
        { args: ["list-open-id-connect-providers"] },
        { args: ["untag-open-id-connect-provider", ...PROVIDER, "--tag-keys", "team"] },
        { args: ["tag-open-id-connect-provider", ...PROVIDER, "--tags", member("stage", "test")] },
        { args: ["list-open-id-connect-provider-tags", ...PROVIDER], answer: { Tags: [{ Key: "stage", Value: "test" }] } },
        { args: ["remove-client-id-from-open-id-connect-provider", ...PROVIDER, "--client-id", "sts.amazonaws.com"] },
        { args: ["delete-open-id-connect-provider", ...PROVIDER] },
      ],
    },
    {
      name: "managed policies",
      steps: [
        {
          args: ["create-policy", "--policy-name", "cli", "--policy-document", JSON.stringify(READ)],
          answer: { Policy: { Arn: ARN, DefaultVersionId: "v1" } },
        },
        { args: ["create-policy-version", ...POLICY, "--policy-document", JSON.stringify(READ), "--set-as-default"] },
        { args: ["get-policy", ...POLICY], answer: { Policy: { DefaultVersionId: "v2" } } },
        { args: ["get-policy-version", ...POLICY, "--version-id", "v2"], answer: { PolicyVersion: { Document: READ, IsDefaultVersion: true } } },
        { args: ["set-default-policy-version", ...POLICY, "--version-id", "v1"] },
        { args: ["list-policy-versions", ...POLICY], answer: { Versions: [{ VersionId: "v2" }, { VersionId: "v1" }] } },
        { args: ["delete-policy-version", ...POLICY, "--version-id", "v2"] },
        { args: ["list-policies", "--scope", "Local"], answer: { Policies: [{ PolicyName: "cli" }] } },
      ],
    },
    {
      name: "roles, with the policy as boundary and another attached",
      steps: [
        { args: ["create-role", ...ROLE, "--assume-role-policy-document", TRUST, "--permissions-boundary", ARN] },
        { args: ["update-role", ...ROLE, "--description", "a role", "--max-session-duration", "7200"] },
        { args: ["update-role-description", ...ROLE, "--description", "a role"], answer: { Role: { Description: "a role" } } },
        { args: ["update-assume-role-policy", ...ROLE, "--policy-document", TRUST] },
        { args: ["tag-role", ...ROLE, "--tags", member("team", "payments")] },
        { args: ["list-role-tags", ...ROLE], answer: { Tags: [{ Key: "team", Value: "payments" }] } },
        {
          args: ["get-role", ...ROLE],
          answer: { Role: { MaxSessionDuration: 7200, Description: "a role", PermissionsBoundary: { PermissionsBoundaryArn: ARN } } },
        },
        { args: ["put-role-policy", ...ROLE, "--policy-name", "read", "--policy-document", JSON.stringify(READ)] },
        { args: ["get-role-policy", ...ROLE, "--policy-name", "read"], answer: { PolicyDocument: READ } },
        { args: ["list-role-policies", ...ROLE], answer: { PolicyNames: ["read"] } },
        { args: ["attach-role-policy", ...ROLE, "--policy-arn", S3_READ] },
        { args: ["list-attached-role-policies", ...ROLE], answer: { AttachedPolicies: [{ PolicyArn: S3_READ }] } },
        { args: ["delete-role-permissions-boundary", ...ROLE] },
        { args: ["detach-role-policy", ...ROLE, "--policy-arn", S3_READ] },
        { args: ["delete-role-policy", ...ROLE, "--policy-name", "read"] },
        { args: ["delete-role", ...ROLE] },
        { args: ["delete-policy", ...POLICY] },
      ],
    },
  ])("$name", async ({ steps }) => {
    for (const { args, answer } of steps) {
      const outcome = await iam(...args);
      expect([args[0], outcome.status, outcome.status === 0 ? "" : outcome.answer]).toEqual([args[0], 0, ""]);
      if (answer !== undefined) expect(outcome.answer).toMatchObject(answer);
    }
  });

  test("the command line follows the pages of a list by itself", async () => {
    for (const name of ["p1", "p2", "p3"]) await iam("create-role", "--role-name", name, "--assume-role-policy-document", TRUST);
    const { answer } = await iam("list-roles", "--page-size", "1", "--query", "Roles[].RoleName");
    expect(answer).toEqual(expect.arrayContaining(["p1", "p2", "p3"]));
  });

  test("a refusal is shown in IAM's words", async () => {
    const { status, answer } = await iam("get-role", "--role-name", "none");
    // 254 or 255, as the command line's version has it.
    expect(status).not.toBe(0);
    expect(answer).toBe("An error occurred (NoSuchEntity) when calling the GetRole operation: The role with name none cannot be found.");
  });
});
