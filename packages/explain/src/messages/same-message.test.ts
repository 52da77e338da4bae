import { expect, test } from "vitest";
import { likenessOf } from "./same-message.js";

const DENIED = "Not authorized to perform sts:AssumeRoleWithWebIdentity";
const NODE =
  'User: arn:aws:sts::111122223333:assumed-role/demo-node-role/i-0a1b2c3d4e5f67890 is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" because no identity-based policy allows the s3:GetObject action';
const POD =
  'User: arn:aws:sts::111122223333:assumed-role/web/1767603600 is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" because no identity-based policy allows the s3:GetObject action';

test.each([
  ["the CLI", `An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: ${DENIED}`, DENIED, 3],
  [
    "a line of JSON that was cut off, so that STS's answer is hidden",
    String.raw`{"error":"WebIdentityErr: failed to retrieve credentials\ncaused by: AccessDenied: Not authorized to perform sts:AssumeRoleWith"}`,
    DENIED,
    1,
  ],
  ["broken lines", "AccessDenied: Not authorized to\n   perform sts:AssumeRoleWithWebIdentity", DENIED, 2],
  ["the .NET SDK, which hides it", "Error calling AssumeRole for role arn:aws:iam::1:role/x", DENIED, 1],
  ["Go 1, which hides it", "WebIdentityErr: failed to retrieve credentials", "Incorrect token audience", 1],
  [
    "another action as the node",
    "AccessDenied: User: arn:aws:sts::999900001111:assumed-role/eks-node/i-0ffff is not authorized to perform: route53:ListHostedZones",
    NODE,
    2,
  ],
  ["the node's role, masked", "User: arn:aws:sts:XXXXassumed-role/XXX-NodeInstanceRole-XXX/i-XXXX is not authorized to perform: sqs:SendMessage", NODE, 2],
  ["the pod's role in place of the node's", POD, NODE, 0],
  ["another answer of STS", "InvalidIdentityToken: Incorrect token audience", DENIED, 0],
  ["something else", "connection refused", DENIED, 0],
  [
    "several at once",
    `timeout\n---\n${NODE.replaceAll("demo-node-role", "other")}\n---\nInvalidIdentityToken: Incorrect token audience`,
    "Incorrect token audience",
    3,
  ],
])("%s", (_, text, message, likeness) => {
  expect(likenessOf(text, message)).toBe(likeness);
});

test("a message with the same names fits better", () => {
  const met = POD.replace("s3:GetObject", "s3:PutObject");
  expect(likenessOf(met, POD)).toBeGreaterThan(likenessOf(met, POD.replaceAll("role/web/1767603600", "role/api/1767603600")));
});
