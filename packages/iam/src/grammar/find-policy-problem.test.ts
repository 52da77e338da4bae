import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluatePolicies } from "../evaluation/evaluate-policies.js";
import { findPolicyProblem, type PolicyKind } from "./find-policy-problem.js";

const TRUST = { Effect: "Allow", Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/oidc.test/id/1" }, Action: "sts:AssumeRoleWithWebIdentity" };
const IDENTITY = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" };
const document = (...statements: readonly object[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const trust = (changes: object): string => document({ ...TRUST, ...changes });
const identity = (changes: object): string => document({ ...IDENTITY, ...changes });

describe("texts of section 5.5", () => {
  test.each<{ readonly name: string; readonly kind: PolicyKind; readonly text: string; readonly problem: string | null }>([
    { name: "a trust policy", kind: "trust", text: trust({}), problem: null },
    { name: "one statement instead of a list", kind: "trust", text: JSON.stringify({ Statement: TRUST }), problem: null },
    { name: "no JSON", kind: "trust", text: "{", problem: "This policy contains invalid Json" },
    { name: "a list", kind: "trust", text: "[]", problem: "Syntax errors in policy." },
    {
      name: "another version",
      kind: "trust",
      text: JSON.stringify({ Version: "2020-01-01", Statement: [TRUST] }),
      problem: "Policy document must be version 2012-10-17 or greater.",
    },
    { name: "no statement", kind: "trust", text: "{}", problem: "Syntax errors in policy." },
    { name: "an empty list of statements", kind: "trust", text: document(), problem: "Could not parse the policy: Statement is empty!" },
    { name: "no effect", kind: "trust", text: trust({ Effect: undefined }), problem: "Missing required field Effect" },
    { name: "an effect that is none", kind: "trust", text: trust({ Effect: "Maybe" }), problem: "Syntax errors in policy." },
    { name: "no principal", kind: "trust", text: trust({ Principal: undefined }), problem: "Missing required field Principal" },
    { name: "no action", kind: "trust", text: trust({ Action: undefined }), problem: "Missing required field Action" },
    { name: "a resource", kind: "trust", text: trust({ Resource: "*" }), problem: "Has prohibited field Resource" },
    {
      name: "an action of another service",
      kind: "trust",
      text: trust({ Action: "s3:GetObject" }),
      problem: "AssumeRole policy may only specify STS AssumeRole actions.",
    },
    {
      name: "an action of STS that assumes no role",
      kind: "trust",
      text: trust({ Action: "sts:GetCallerIdentity" }),
      problem: "AssumeRole policy may only specify STS AssumeRole actions.",
    },
    { name: "actions with wildcards", kind: "trust", text: trust({ Action: ["sts:AssumeRoleWith*", "sts:TagSession"] }), problem: null },
    {
      name: "an empty provider's ARN",
      kind: "trust",
      text: trust({ Principal: { Federated: "" } }),
      problem: "Federated principals must be valid domain names or SAML metadata ARNs",
    },
    {
      name: "a garbled provider's ARN",
      kind: "trust",
      text: trust({ Principal: { Federated: "arn:aws:iam//x" } }),
      problem: "Federated principals must be valid domain names or SAML metadata ARNs",
    },
    { name: "a domain as provider", kind: "trust", text: trust({ Principal: { Federated: "accounts.google.com" } }), problem: null },
    { name: "a principal that is no ARN", kind: "trust", text: trust({ Principal: { AWS: "me" } }), problem: 'Invalid principal in policy: "AWS":"me"' },
    {
      name: "NotPrincipal with Allow",
      kind: "trust",
      text: trust({ Principal: undefined, NotPrincipal: { AWS: "111122223333" } }),
      problem: "Allow with NotPrincipal is not allowed.",
    },
    {
      name: "a Sid twice",
      kind: "trust",
      text: document({ ...TRUST, Sid: "a" }, { ...TRUST, Sid: "a" }),
      problem: "The Statement Ids in the policy are not unique",
    },
    { name: "an unknown member", kind: "trust", text: trust({ Principle: "*" }), problem: "Syntax errors in policy." },
    { name: "a condition that is no object", kind: "trust", text: trust({ Condition: { StringEquals: "x" } }), problem: "Syntax errors in policy." },
    { name: "a permission policy", kind: "identity", text: identity({}), problem: null },
    {
      name: "a principal in a permission policy",
      kind: "identity",
      text: identity({ Principal: "*" }),
      problem: "Policy document should not specify a principal.",
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
    expect(findPolicyProblem(text, kind, "aws")?.message ?? null).toBe(problem);
  });
});

test.each([
  { name: "of two statements", text: document(TRUST, { ...TRUST, Principal: { Federated: "" } }), pointer: "/Statement/1/Principal/Federated", value: "" },
  { name: "of a list", text: trust({ Principal: { Federated: ["a.test", "b"] } }), pointer: "/Statement/0/Principal/Federated", value: "b" },
  { name: "a single statement", text: JSON.stringify({ Statement: { ...TRUST, Principal: { AWS: "me" } } }), pointer: "/Statement/Principal/AWS", value: "me" },
  { name: "no statement", text: JSON.stringify({ Statement: [] }), pointer: "/Statement", value: undefined },
  { name: "a statement that is none", text: JSON.stringify({ Statement: ["a"] }), pointer: "/Statement", value: undefined },
  { name: "a Sid twice", text: document({ ...TRUST, Sid: "a" }, { ...TRUST, Sid: "a" }), pointer: "/Statement", value: undefined },
  { name: "the version", text: JSON.stringify({ Version: "2013", Statement: [TRUST] }), pointer: "/Version", value: undefined },
  { name: "no JSON", text: "{", pointer: "", value: undefined },
  { name: "not a principal", text: trust({ Effect: undefined }), pointer: "/Statement/0", value: undefined },
])("where the problem is: $name", ({ text, pointer, value }) => {
  expect(findPolicyProblem(text, "trust", "aws")).toMatchObject({ pointer, ...(value === undefined ? {} : { value }) });
});

test.each([
  { name: "of a list", parts: { Resource: ["*", "arn:aws-cn:s3:::b"] }, pointer: "/Statement/0/Resource/1" },
  { name: "a single one", parts: { Resource: "arn:aws-cn:s3:::b" }, pointer: "/Statement/0/Resource" },
  { name: "not the resource", parts: { Resource: undefined, NotResource: "arn:aws-cn:s3:::b" }, pointer: "/Statement/0/NotResource" },
])("which resource is of another partition, and what it would be in this one: $name", ({ parts, pointer }) => {
  expect(findPolicyProblem(identity(parts), "identity", "aws")).toMatchObject({ pointer, value: "arn:aws-cn:s3:::b", expected: "arn:aws:s3:::b" });
});

test("whatever passes the grammar can be evaluated", () => {
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom("*", "s3:GetObject", "sts:AssumeRole", "arn:aws:s3:::b", "Allow"),
    fc.array(fc.string(), { maxLength: 2 }),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const statement = fc.record(
    {
      Effect: fc.constantFrom("Allow", "Deny"),
      Action: value,
      Resource: value,
      Principal: value,
      Condition: fc.dictionary(fc.constantFrom("StringEquals", "Null", "IpAddress"), fc.dictionary(fc.string(), value)),
    },
    { requiredKeys: ["Effect"] },
  );
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 2 }), fc.constantFrom<PolicyKind>("trust", "identity"), (statements, kind) => {
      const text = JSON.stringify({ Version: "2012-10-17", Statement: statements });
      if (findPolicyProblem(text, kind, "aws") !== null) return;
      const principal = kind === "trust" ? ({ kind: "AWS", arns: [] } as const) : null;
      evaluatePolicies([{ source: "p", document: JSON.parse(text) }], { action: "s3:GetObject", resource: "arn:aws:s3:::b", principal, context: new Map() });
    }),
    { numRuns: 2000 },
  );
});
