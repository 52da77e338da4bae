/** What IAM says of permission policies: texts and order as recorded by others (sts-and-iam.md, section 5.5; policies.md, items 4 and 11). */
import { expect, test } from "vitest";
import { findPolicyProblem, type PolicyKind } from "./find-policy-problem.js";

const IDENTITY = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" };
const document = (...statements: readonly object[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const identity = (changes: object): string => document({ ...IDENTITY, ...changes });

test.each<{ readonly name: string; readonly kind: PolicyKind; readonly text: string; readonly problem: string | null }>([
  { name: "a permission policy", kind: "identity", text: identity({}), problem: null },
  {
    name: "a principal in a permission policy",
    kind: "identity",
    text: identity({ Principal: "*" }),
    problem: "Policy document should not specify a principal.",
  },
  ...["arn:aws:s3:*", "arn:aws:sqs", "arn:aws:iam::*:role/*", "arn:aws:iam::111122223333:*", "arn:aws:s3:eu-west-1:1:accesspoint/a", "arn:aws:iam::1:ro*"].map(
    (resource) => ({ name: `the resource ${resource}`, kind: "managed" as const, text: identity({ Resource: resource }), problem: null }),
  ),
  { name: "a null among resources", kind: "managed", text: identity({ Resource: ["*", null] }), problem: null },
  { name: "an effect in small letters", kind: "managed", text: identity({ Effect: "allow" }), problem: "The policy failed legacy parsing" },
  {
    name: "an ARN of five parts with two colons",
    kind: "managed",
    text: identity({ Resource: "arn:aws:s3::b" }),
    problem: "The policy failed legacy parsing",
  },
  { name: "an ARN without a vendor", kind: "managed", text: identity({ Resource: "arn:aws:::::b" }), problem: "The policy failed legacy parsing" },
  {
    name: "a date that is none",
    kind: "managed",
    text: identity({ Condition: { DateGreaterThan: { "aws:CurrentTime": "tomorrow" } } }),
    problem: "The policy failed legacy parsing",
  },
  { name: "a date", kind: "managed", text: identity({ Condition: { DateGreaterThan: { "aws:CurrentTime": "2026-01-05T09:00:00Z" } } }), problem: null },
  {
    name: "a short ARN of another partition",
    kind: "managed",
    text: identity({ Resource: "a:b:c" }),
    problem: 'Partition "b" is not valid for resource "arn:b:c:*:*:*".',
  },
  {
    name: "an ARN that ends before its vendor",
    kind: "managed",
    text: identity({ Resource: "arn:aws" }),
    problem: "Resource vendor must be fully qualified and cannot contain regexes.",
  },
  {
    name: "S3 with a region",
    kind: "managed",
    text: identity({ Resource: "arn:aws:s3:eu-west-1::b" }),
    problem: "Resource arn:aws:s3:eu-west-1::b can not contain region information.",
  },
  {
    name: "IAM with a region",
    kind: "managed",
    text: identity({ Resource: "arn:aws:iam:eu-west-1::role/r" }),
    problem: "IAM resource arn:aws:iam:eu-west-1::role/r cannot contain region information.",
  },
  {
    name: "IAM without a kind",
    kind: "managed",
    text: identity({ Resource: "arn:aws:iam::111122223333:r" }),
    problem: expect.stringMatching(/^IAM resource path must either be "\*" or start with user\/, .*, access-report\/\.$/),
  },
  { name: "a managed policy that is no JSON", kind: "managed", text: "{", problem: "Syntax errors in policy." },
  {
    name: "a managed policy of 2008",
    kind: "managed",
    text: JSON.stringify({ Version: "2008-10-17", Statement: [{ ...IDENTITY, Effect: "deny" }] }),
    problem: "Policy document must be version 2012-10-17 or greater.",
  },
  {
    name: "a member of the document that is none",
    kind: "managed",
    text: JSON.stringify({ Statement: [IDENTITY], More: 1 }),
    problem: "Syntax errors in policy.",
  },
  { name: "an Id that is no text", kind: "managed", text: JSON.stringify({ Id: {}, Statement: [IDENTITY] }), problem: "Syntax errors in policy." },
  { name: "a Sid that is no text", kind: "managed", text: identity({ Sid: {} }), problem: "Syntax errors in policy." },
  { name: "Resource and NotResource", kind: "managed", text: identity({ NotResource: [] }), problem: "Syntax errors in policy." },
  { name: "empty Sids", kind: "managed", text: document({ ...IDENTITY, Sid: "" }, { ...IDENTITY, Sid: "" }), problem: null },
  {
    name: "a resource before an action",
    kind: "managed",
    text: identity({ Action: "s:3:x", Resource: "b" }),
    problem: 'Resource b must be in ARN format or "*".',
  },
  { name: "no actions", kind: "identity", text: identity({ Action: undefined }), problem: "Policy statement must contain actions." },
  { name: "no resources", kind: "identity", text: identity({ Resource: undefined }), problem: "Policy statement must contain resources." },
  {
    name: "an action without a vendor",
    kind: "identity",
    text: identity({ Action: "GetObject" }),
    problem: "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
  },
  {
    name: "an action with two colons",
    kind: "identity",
    text: identity({ Action: "s3:Get:Object" }),
    problem: "Actions/Condition can contain only one colon.",
  },
  { name: "a vendor with a blank", kind: "identity", text: identity({ Action: "a a:b" }), problem: "Vendor a a is not valid" },
  {
    name: "a resource that is no ARN",
    kind: "identity",
    text: identity({ Resource: "my-bucket" }),
    problem: 'Resource my-bucket must be in ARN format or "*".',
  },
  {
    name: "a partition that is none",
    kind: "identity",
    text: identity({ Resource: "arn:b:s3:::b" }),
    problem: 'Partition "b" is not valid for resource "arn:b:s3:::b".',
  },
  {
    name: "a resource of China",
    kind: "identity",
    text: identity({ Resource: ["*", "arn:aws-cn:s3:::b"] }),
    problem: 'Partition "aws-cn" is not valid for resource "arn:aws-cn:s3:::b".',
  },
  { name: "a resource of any partition", kind: "identity", text: identity({ Resource: "arn:*:s3:::b" }), problem: null },
  {
    name: "a vendor with a wildcard in a resource",
    kind: "identity",
    text: identity({ Resource: "arn:aws:*:::b" }),
    problem: "Resource vendor must be fully qualified and cannot contain regexes.",
  },
  {
    name: "a Sid twice in a permission policy",
    kind: "identity",
    text: document({ ...IDENTITY, Sid: "a" }, { ...IDENTITY, Sid: "a" }),
    problem: "Statement IDs (SID) in a single policy must be unique.",
  },
])("$name", ({ kind, text, problem }) => {
  expect(findPolicyProblem(text, kind, "aws")?.message ?? null).toEqual(problem);
});
