/** The real aws command line against the simulated IAM, STS and S3. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { epochMillis, toEpochSeconds } from "@irsa-sim/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Endpoints, startEndpoints } from "./loopback-endpoints.js";
import { ACCOUNT, BUCKET, createSimulatedAws, ISSUER, PROVIDER, REGION, type SimulatedAws } from "./simulated-aws.js";

const isInstalled = spawnSync("aws", ["--version"]).status === 0;
if (!isInstalled) console.log("aws-command-line.test.ts is skipped: the aws command line is not installed");

const ROLE = `arn:aws:iam::${ACCOUNT}:role/my-role`;
const SUBJECT = "system:serviceaccount:default:my-service-account";
const TRUST = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${PROVIDER}` },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: { StringEquals: { [`${PROVIDER}:sub`]: SUBJECT, [`${PROVIDER}:aud`]: "sts.amazonaws.com" } },
    },
  ],
};
const READ = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: `arn:aws:s3:::${BUCKET}/hello.txt` }] };

let aws: SimulatedAws;
let endpoints: Endpoints;
let home: string;
beforeAll(async () => {
  aws = await createSimulatedAws(epochMillis(Date.now()));
  endpoints = await startEndpoints(aws);
  // The command line keeps web-identity credentials below its home: each run has its own.
  home = mkdtempSync(join(tmpdir(), "irsa-sim-"));
});
afterAll(() => {
  endpoints.close();
  rmSync(home, { recursive: true });
});

interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

/** Runs the command line with an environment of its own. */
function run(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Outcome> {
  const { sts, iam, s3 } = endpoints.urls;
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_MAX_ATTEMPTS: "1",
    AWS_PAGER: "",
    ...environment,
  };
  const child = spawn("aws", [...args, "--output", "json"], {
    env: { ...env, AWS_ENDPOINT_URL_STS: sts, AWS_ENDPOINT_URL_IAM: iam, AWS_ENDPOINT_URL_S3: s3 },
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, output: output.trim() }));
  });
}

/** IAM is a service of us-east-1; the command line knows it of IAM's own host, not of one that it was told. */
const asDeveloper = (...args: readonly string[]): Promise<Outcome> =>
  run(args, { AWS_ACCESS_KEY_ID: aws.developer.accessKeyId, AWS_SECRET_ACCESS_KEY: aws.developer.secretAccessKey, AWS_DEFAULT_REGION: "us-east-1" });

/** As the container of a pod that the webhook changed. */
async function asPod(claims: Readonly<Record<string, string | number>>, ...args: readonly string[]): Promise<Outcome> {
  const now = toEpochSeconds(aws.clock.now());
  const token = await aws.sign({ aud: ["sts.amazonaws.com"], exp: now + 86_400, iat: now, iss: ISSUER, nbf: now, sub: SUBJECT, ...claims });
  const file = join(home, "token");
  writeFileSync(file, token);
  return run(args, { AWS_ROLE_ARN: ROLE, AWS_WEB_IDENTITY_TOKEN_FILE: file });
}

describe.skipIf(!isInstalled)("the aws command line", { timeout: 60_000 }, () => {
  test("an administrator sets IRSA up, and reads it back", async () => {
    const provider = await asDeveloper("iam", "create-open-id-connect-provider", "--url", ISSUER, "--client-id-list", "sts.amazonaws.com");
    expect(provider.output).toContain("{");
    expect(JSON.parse(provider.output)).toEqual({ OpenIDConnectProviderArn: `arn:aws:iam::${ACCOUNT}:oidc-provider/${PROVIDER}` });
    const role = await asDeveloper("iam", "create-role", "--role-name", "my-role", "--assume-role-policy-document", JSON.stringify(TRUST));
    expect(JSON.parse(role.output)).toMatchObject({ Role: { Arn: ROLE, AssumeRolePolicyDocument: TRUST } });
    const policy = await asDeveloper("iam", "put-role-policy", "--role-name", "my-role", "--policy-name", "read", "--policy-document", JSON.stringify(READ));
    expect(policy).toEqual({ status: 0, output: "" });
    const read = await asDeveloper("iam", "get-role", "--role-name", "my-role");
    expect(JSON.parse(read.output)).toMatchObject({ Role: { Arn: ROLE, MaxSessionDuration: 3600, AssumeRolePolicyDocument: TRUST } });
  });

  test("a pod reads its object with credentials that it got for its token", async () => {
    const file = join(home, "hello.txt");
    const { status } = await asPod({}, "s3api", "get-object", "--bucket", BUCKET, "--key", "hello.txt", file);
    expect([status, readFileSync(file, "utf8")]).toEqual([0, "hello.txt"]);
  });

  test("the object that its role may not read is refused with S3's words", async () => {
    const { status, output } = await asPod({}, "s3api", "get-object", "--bucket", BUCKET, "--key", "secret.txt", join(home, "secret.txt"));
    expect(status).not.toBe(0);
    expect(output).toContain("An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:sts::111122223333:assumed-role/my-role/");
    expect(output).toContain('on resource: "arn:aws:s3:::my-bucket/secret.txt" because no identity-based policy allows the s3:GetObject action');
  });

  test("a pod of another service account is refused with STS's words", async () => {
    rmSync(join(home, ".aws"), { recursive: true, force: true });
    const { status, output } = await asPod(
      { sub: "system:serviceaccount:prod:my-service-account" },
      "s3api",
      "get-object",
      "--bucket",
      BUCKET,
      "--key",
      "hello.txt",
      join(home, "no.txt"),
    );
    expect([status === 0, output]).toEqual([
      false,
      "An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity",
    ]);
  });
});
