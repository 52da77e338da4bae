import { readFileSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { join } from "node:path";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { irsaSim } from "../irsa-sim.test-support.js";
import { openRoundRobin } from "./round-robin.test-support.js";
import { emptyFolder, startUp, type Up } from "./up.test-support.js";

/** Both make a world, one of them keys too. */
const PATIENCE_MS = 120_000;
const ROLE_ARN = "arn:aws:iam::111122223333:role/my-pod-role";
const REGION = "eu-west-1";
/** Each call on a connection of its own, so that the address decides anew who answers. */
const EACH_ANEW = { httpAgent: new Agent({ keepAlive: false }) };

const folders = [emptyFolder(), emptyFolder()] as const;
let first: Up;
beforeAll(async () => {
  first = await startUp(["--state", folders[0]]);
}, PATIENCE_MS);
afterAll(async () => {
  await first.end("SIGKILL");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function startSecond(): Promise<Up> {
  return startUp(["--state", folders[1], "--keys", join(folders[0], "state.json")]);
}

function portOf(up: Up, label: string): number {
  return Number(new URL(up.url(label)).port);
}

/** Exchanges the pod's own token, which the first replica has projected. */
async function exchange(endpoint: string) {
  const sts = new STSClient({ region: REGION, endpoint, requestHandler: EACH_ANEW, credentials: { accessKeyId: "x", secretAccessKey: "x" } });
  const token = readFileSync(join(folders[0], "pods/default/my-pod/app/var/run/secrets/eks.amazonaws.com/serviceaccount/token"), "utf8");
  const { Credentials } = await sts.send(new AssumeRoleWithWebIdentityCommand({ RoleArn: ROLE_ARN, RoleSessionName: "shared", WebIdentityToken: token }));
  return {
    accessKeyId: Credentials?.AccessKeyId ?? "",
    secretAccessKey: Credentials?.SecretAccessKey ?? "",
    sessionToken: Credentials?.SessionToken ?? "",
  };
}

async function whoIs(endpoint: string, credentials: Awaited<ReturnType<typeof exchange>>): Promise<string | undefined> {
  const sts = new STSClient({ region: REGION, endpoint, credentials, requestHandler: EACH_ANEW, maxAttempts: 1 });
  return (await sts.send(new GetCallerIdentityCommand({}))).Arn;
}

test("behind one address two replicas accept each other's sessions, also when one is killed and comes back", { timeout: PATIENCE_MS }, async () => {
  const second = await startSecond();
  await using sts = await openRoundRobin([portOf(first, "STS"), portOf(second, "STS")]);
  await using s3 = await openRoundRobin([portOf(first, "S3"), portOf(second, "S3")]);
  const everybody = async (credentials: Awaited<ReturnType<typeof exchange>>) => {
    const names = await Promise.all(Array.from({ length: 6 }, () => whoIs(sts.url, credentials)));
    expect(new Set(names)).toEqual(new Set(["arn:aws:sts::111122223333:assumed-role/my-pod-role/shared"]));
  };
  const one = await exchange(sts.url);
  const other = await exchange(sts.url);
  expect(sts.taken).toEqual([1, 1]);
  await everybody(one);
  await everybody(other);
  expect(sts.taken).toEqual([7, 7]);
  const client = new S3Client({ region: REGION, endpoint: s3.url, credentials: other, requestHandler: EACH_ANEW, forcePathStyle: true });
  for (let n = 0; n < 2; n += 1) {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: "my-bucket", Key: "hello.txt" }));
    expect(await Body?.transformToString()).toBe("Hello from S3.\n");
  }
  expect(s3.taken).toEqual([1, 1]);

  const direct = new S3Client({ region: REGION, endpoint: second.url("S3"), credentials: one, forcePathStyle: true });
  await expect(direct.send(new PutObjectCommand({ Bucket: "my-bucket", Key: "new.txt", Body: "x" }))).rejects.toMatchObject({ name: "AccessDenied" });
  // Also who did not issue the session tells why it is refused, with the policy's own file.
  await second.printed(/✘ PutObject +S3 403 AccessDenied[\s\S]+identity-policy-gap[\s\S]+read-my-bucket\.json:4:5/);

  expect(await second.end("SIGKILL")).toBe("SIGKILL");
  await everybody(one);
  await everybody(other);
  await using again = await startSecond();
  expect(await whoIs(again.url("STS"), one)).toContain("my-pod-role/shared");
});

test("a token that was changed is nobody's, at either", { timeout: PATIENCE_MS }, async () => {
  const credentials = await exchange(first.url("STS"));
  const changed = { ...credentials, sessionToken: `${credentials.sessionToken.slice(0, 100)}AAAA${credentials.sessionToken.slice(104)}` };
  await expect(whoIs(first.url("STS"), changed)).rejects.toMatchObject({ name: "InvalidClientTokenId", $metadata: { httpStatusCode: 403 } });
});

test("who has keys of their own accepts nobody else's session", { timeout: PATIENCE_MS }, async () => {
  const credentials = await exchange(first.url("STS"));
  await using stranger = await startUp();
  await expect(whoIs(stranger.url("STS"), credentials)).rejects.toMatchObject({ name: "InvalidClientTokenId" });
});

test("keys for another region are refused with what is wrong", { timeout: PATIENCE_MS }, async () => {
  const { code, stderr } = await irsaSim(["up", "partition-aws-cn", "--port", "0", "--keys", join(folders[0], "state.json")]);
  expect(code).toBe(2);
  expect(stderr).toContain("expected keys for cn-north-1 and 1 clusters, found them for eu-west-1 and 1");
});
