import { expect, test } from "vitest";
import { accessDenied, authenticationFault, FAULTS, type S3Fault } from "./s3-fault.js";
import { errorDocument } from "./xml/xml.js";

const WITH = { accessKeyId: "ASIAEXAMPLE", sessionToken: "IQoJ…", expires: "60" };
const problem = (reason: Parameters<typeof authenticationFault>[0]["reason"]) => authenticationFault({ reason, expected: "EXPECTED", actual: "ACTUAL" }, WITH);

/** Each fault once, with arguments that a reader knows again; made anew, so that they belong to the test that asks. */
const all = (): Readonly<Record<string, S3Fault>> => ({
  unsigned: problem("unsigned"),
  "malformed-authorization": problem("malformed-authorization"),
  "malformed-query": authenticationFault(
    {
      reason: "malformed-query",
      expected: "X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, X-Amz-Expires",
      actual: "no X-Amz-Date",
    },
    WITH,
  ),
  "headers-not-signed": problem("headers-not-signed"),
  "scope-date-differs": problem("scope-date-differs"),
  "wrong-region": authenticationFault({ reason: "wrong-region", expected: "eu-west-1", actual: "us-west-2" }, WITH),
  "wrong-service": authenticationFault({ reason: "wrong-service", expected: "s3", actual: "sts" }, WITH),
  "unknown-access-key": problem("unknown-access-key"),
  "malformed-session-token": problem("malformed-session-token"),
  "session-token-of-another-key": problem("session-token-of-another-key"),
  expired: problem("expired"),
  "role-deleted": problem("role-deleted"),
  "clock-skewed": problem("clock-skewed"),
  "presigned-url-expired": problem("presigned-url-expired"),
  "signature-differs": problem("signature-differs"),
  denied: accessDenied({
    callerArn: "arn:aws:sts::111122223333:assumed-role/app/me",
    action: "s3:ListBucket",
    resource: "arn:aws:s3:::bucket",
    tail: "because no identity-based policy allows the s3:ListBucket action",
  }),
  "denied without a resource": accessDenied({
    callerArn: "arn:aws:sts::111122223333:assumed-role/app/me",
    action: "s3:ListAllMyBuckets",
    resource: null,
    tail: "because no identity-based policy allows the s3:ListAllMyBuckets action",
  }),
  ...Object.fromEntries(
    Object.entries(FAULTS).map(([name, make]) => [name, (make as (...parameters: string[]) => S3Fault)(`${name}-1`, `${name}-2`, `${name}-3`)]),
  ),
});

test("the wire text of every fault", async () => {
  const texts = Object.entries(all()).map(
    ([name, { status, code, message, elements }]) =>
      `${name}: HTTP ${status}\n${errorDocument({ Code: code, Message: message, ...elements, RequestId: "0123456789ABCDEF", HostId: "aG9zdA==" })}\n`,
  );
  await expect(texts.join("\n")).toMatchFileSnapshot("../__golden__/faults.txt");
});
