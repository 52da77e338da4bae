import { createRandom, epochMillis, type JsonObject, VirtualClock } from "@irsa-sim/core";
import { createIam } from "@irsa-sim/iam";
import { expect, test } from "vitest";
import { findBucketPolicyProblem } from "./find-bucket-policy-problem.js";

const ACCOUNT = "111122223333";
const iam = createIam({ clock: new VirtualClock(epochMillis(0)), random: createRandom("1"), accounts: [ACCOUNT] });
const USER = `arn:aws:iam::${ACCOUNT}:user/developer`;
const STATEMENT: JsonObject = { Effect: "Allow", Principal: { AWS: USER }, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" };

/** The words of S3 for a statement that differs from a good one; a member that is `null` is left out. */
function problemOf(change: Readonly<Record<string, JsonObject[string]>>): string | null {
  const statement = Object.fromEntries(Object.entries({ ...STATEMENT, ...change }).filter(([, value]) => value !== null));
  return findBucketPolicyProblem({ Version: "2012-10-17", Statement: [statement] }, { bucketArn: "arn:aws:s3:::b", iam });
}

test.each<{ readonly name: string; readonly change: Readonly<Record<string, JsonObject[string]>>; readonly problem: string | null }>([
  { name: "a good statement", change: {}, problem: null },
  { name: "everybody", change: { Principal: "*" }, problem: null },
  { name: "the account", change: { Principal: { AWS: [ACCOUNT, `arn:aws:iam::${ACCOUNT}:root`] } }, problem: null },
  { name: "everything on everything of the bucket", change: { Action: "s3:*", Resource: ["arn:aws:s3:::b", "arn:aws:s3:::b/*"] }, problem: null },
  { name: "the bucket with a star behind it", change: { Action: ["s3:GetObject", "s3:ListBucket"], Resource: "arn:aws:s3:::b*" }, problem: null },
  { name: "NotPrincipal with Deny", change: { Effect: "Deny", Principal: null, NotPrincipal: { AWS: USER } }, problem: null },
  { name: "NotPrincipal with Allow", change: { Principal: null, NotPrincipal: { AWS: USER } }, problem: "Allow with NotPrincipal is not allowed." },
  { name: "another bucket", change: { Resource: "arn:aws:s3:::other/*" }, problem: "Policy has invalid resource" },
  { name: "a bucket that begins alike", change: { Resource: "arn:aws:s3:::bb/*" }, problem: "Policy has invalid resource" },
  { name: "an action that S3 does not have", change: { Action: "s3:GetObjekt" }, problem: "Policy has invalid action" },
  { name: "an action of another service", change: { Action: "sqs:SendMessage" }, problem: "Policy has invalid action" },
  { name: "an object's action on the bucket", change: { Resource: "arn:aws:s3:::b" }, problem: "Action does not apply to any resource(s) in statement" },
  { name: "a bucket's action on objects", change: { Action: "s3:ListBucket" }, problem: "Action does not apply to any resource(s) in statement" },
  { name: "a session written with iam", change: { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:assumed-role/r/s` } }, problem: "Invalid principal in policy" },
  { name: "a role that is not there", change: { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/r` } }, problem: "Invalid principal in policy" },
  { name: "a kind of principal that is none", change: { Principal: { Aws: USER } }, problem: "Invalid principal in policy" },
  { name: "no kind of principal", change: { Principal: {} }, problem: "Missing required field Principal cannot be empty!" },
  { name: "no principal", change: { Principal: null }, problem: "Missing required field Principal" },
  { name: "no effect", change: { Effect: null }, problem: "Missing required field Effect" },
  { name: "an effect in small letters", change: { Effect: "allow" }, problem: "Invalid effect: allow" },
  { name: "no action", change: { Action: null }, problem: "Missing required field Action" },
  { name: "no resource", change: { Resource: null }, problem: "Missing required field Resource" },
  { name: "an operator that is none", change: { Condition: { stringEquals: { "aws:userid": "a" } } }, problem: "Invalid Condition type : stringEquals" },
  { name: "a member that is none", change: { Actions: "s3:GetObject" }, problem: "Invalid policy syntax." },
])("what S3 says of $name", ({ change, problem }) => {
  expect(problemOf(change)).toBe(problem);
});

test.each<{ readonly name: string; readonly policy: JsonObject; readonly problem: string }>([
  { name: "no statement", policy: {}, problem: "Missing required field Statement" },
  { name: "an empty list", policy: { Statement: [] }, problem: "Could not parse the policy: Statement is empty!" },
  { name: "another version", policy: { Version: "2020-01-01", Statement: [STATEMENT] }, problem: "The policy must contain a valid version string" },
  { name: "a statement that is none", policy: { Statement: ["a"] }, problem: "Invalid policy syntax." },
])("what S3 says of a document with $name", ({ policy, problem }) => {
  expect(findBucketPolicyProblem(policy, { bucketArn: "arn:aws:s3:::b", iam })).toBe(problem);
});
