/** A role's sessions taken back as AWS's console does it, "revoke active sessions": a policy that denies what was issued before a time. Sessions stand in their tokens, so every replica has to see it. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { AssumeRoleWithWebIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askIam } from "./ask-iam.test-support.js";
import { emptyFolder, startUp, type Up } from "./up.test-support.js";

const PATIENCE_MS = 120_000;
const REGION = "eu-west-1";
const folders = [emptyFolder(), emptyFolder()] as const;
let replicas: readonly [Up, Up];
beforeAll(async () => {
  const first = await startUp(["--state", folders[0]]);
  replicas = [first, await startUp(["--state", folders[1], "--keys", join(folders[0], "state.json")])];
}, PATIENCE_MS);
afterAll(async () => {
  for (const up of replicas ?? []) await up.end("SIGKILL");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

async function exchangeAt(up: Up): Promise<Session> {
  const sts = new STSClient({ region: REGION, endpoint: up.url("STS"), credentials: { accessKeyId: "x", secretAccessKey: "x" } });
  const token = readFileSync(join(folders[0], "pods/default/my-pod/app/var/run/secrets/eks.amazonaws.com/serviceaccount/token"), "utf8");
  const RoleArn = "arn:aws:iam::111122223333:role/my-pod-role";
  const { Credentials } = await sts.send(new AssumeRoleWithWebIdentityCommand({ RoleArn, RoleSessionName: "one", WebIdentityToken: token }));
  return {
    accessKeyId: Credentials?.AccessKeyId ?? "",
    secretAccessKey: Credentials?.SecretAccessKey ?? "",
    sessionToken: Credentials?.SessionToken ?? "",
  };
}

/** What each replica says to it: `read`, or the name of the refusal. */
function readsAt(session: Session): Promise<readonly string[]> {
  const read = async (up: Up): Promise<string> => {
    const s3 = new S3Client({ region: REGION, endpoint: up.url("S3"), credentials: session, forcePathStyle: true, maxAttempts: 1 });
    try {
      await s3.send(new GetObjectCommand({ Bucket: "my-bucket", Key: "hello.txt" }));
      return "read";
    } catch (error) {
      return (error as Error).name;
    }
  };
  return Promise.all(replicas.map(read));
}

const policyOf = (before: string): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Deny", Action: ["*"], Resource: ["*"], Condition: { DateLessThan: { "aws:TokenIssueTime": before } } }],
  });

test("sessions from before the time are refused at both replicas, and later ones are good", { timeout: PATIENCE_MS }, async () => {
  const session = await exchangeAt(replicas[0]);
  expect(await readsAt(session)).toEqual(["read", "read"]);
  // As the console does it: from now on. What a replica has of roles is its own, so each is told.
  const now = new Date().toISOString();
  for (const [index, up] of replicas.entries()) {
    const form = { Action: "PutRolePolicy", RoleName: "my-pod-role", PolicyName: "AWSRevokeOlderSessions", PolicyDocument: policyOf(now) };
    expect((await askIam(up, folders[index] ?? "", form)).status).toBe(200);
  }
  expect(await readsAt(session)).toEqual(["AccessDenied", "AccessDenied"]);
  await replicas[1].printed(/GetObject +S3 403 AccessDenied/);
  // A session says when it was issued in whole seconds.
  await expect.poll(async () => readsAt(await exchangeAt(replicas[1])), { timeout: 10_000 }).toEqual(["read", "read"]);
  expect(await readsAt(session)).toEqual(["AccessDenied", "AccessDenied"]);
});
