import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluatePolicies } from "../evaluation/evaluate-policies.js";
import { findPolicyProblem, type PolicyKind } from "./find-policy-problem.js";

const TRUST = { Effect: "Allow", Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/oidc.test/id/1" }, Action: "sts:AssumeRoleWithWebIdentity" };
const IDENTITY = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" };
const PROVIDERS = "arn:aws:iam::111122223333:oidc-provider";
const document = (...statements: readonly object[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const trust = (changes: object): string => document({ ...TRUST, ...changes });
const identity = (changes: object): string => document({ ...IDENTITY, ...changes });

describe("trust policies: texts of section 5.5", () => {
  test.each<{ readonly name: string; readonly kind: PolicyKind; readonly text: string; readonly problem: string | null }>([
    { name: "a trust policy", kind: "trust", text: trust({}), problem: null },
    { name: "one statement instead of a list", kind: "trust", text: JSON.stringify({ Statement: TRUST }), problem: null },
    { name: "no JSON", kind: "trust", text: "{", problem: "This policy contains invalid Json" },
    { name: "a list", kind: "trust", text: "[]", problem: "Syntax errors in policy." },
    {
      name: "another version",
      kind: "trust",
      text: JSON.stringify({ Version: "2020-01-01", Statement: [TRUST] }),
      problem: "The policy must contain a valid version string",
    },
    { name: "no statement", kind: "trust", text: "{}", problem: "Syntax errors in policy." },
    { name: "an empty list of statements", kind: "trust", text: document(), problem: "Could not parse the policy: Statement is empty!" },
    { name: "no effect", kind: "trust", text: trust({ Effect: undefined }), problem: "Missing required field Effect" },
    { name: "an effect that is none", kind: "trust", text: trust({ Effect: "Maybe" }), problem: "Invalid effect: Maybe" },
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
      name: "an OIDC provider as an AWS principal",
      kind: "trust",
      text: trust({ Principal: { AWS: "arn:aws:iam::111122223333:oidc-provider/issuer.test" } }),
      problem: 'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:oidc-provider/issuer.test"',
    },
    {
      name: "NotPrincipal with Allow",
      kind: "trust",
      text: trust({ Principal: undefined, NotPrincipal: { AWS: "111122223333" } }),
      problem: "Allow with NotPrincipal is not allowed.",
    },
    {
      name: "NotPrincipal with Deny",
      kind: "trust",
      text: trust({ Effect: "Deny", Principal: undefined, NotPrincipal: { AWS: "111122223333" } }),
      problem: "AssumeRole policy must not contain NotPrincipal field.",
    },
    {
      name: "no names of principals",
      kind: "trust",
      text: trust({ Principal: { AWS: [] } }),
      problem: "Invalid principal in policy: com.amazon.balsa.error.InvalidPolicyException: The passed in policy has a statement with no principals!",
    },
    { name: "no kind of principal", kind: "trust", text: trust({ Principal: {} }), problem: "Missing required field Principal cannot be empty!" },
    {
      name: "a service that is no name of AWS's",
      kind: "trust",
      text: trust({ Principal: { Service: "ec2" } }),
      problem: 'Invalid principal in policy: "SERVICE":"ec2"',
    },
    { name: "a service", kind: "trust", text: trust({ Principal: { Service: "pods.eks.amazonaws.com" } }), problem: null },
    { name: "NotResource", kind: "trust", text: trust({ NotResource: "*" }), problem: "AssumeRole policy must not contain resources." },
    { name: "Action and NotAction", kind: "trust", text: trust({ NotAction: "sts:AssumeRole" }), problem: "Syntax errors in policy." },
    {
      name: "an operator in another case",
      kind: "trust",
      text: trust({ Condition: { stringEquals: { "oidc.test/id/1:sub": "a" } } }),
      problem: "Invalid Condition type : stringEquals",
    },
    {
      name: "an operator that is none, in a permission policy",
      kind: "identity",
      text: identity({ Condition: { StringNotLikes: { "aws:userid": "a" } } }),
      problem: "Invalid Condition type : StringNotLikes",
    },
    {
      name: "Null with IfExists",
      kind: "managed",
      text: identity({ Condition: { NullIfExists: { "aws:userid": "true" } } }),
      problem: "Invalid Condition type : NullIfExists",
    },
    { name: "set operators", kind: "identity", text: identity({ Condition: { "ForAllValues:StringLikeIfExists": { "aws:TagKeys": "a" } } }), problem: null },
    { name: "an unknown operator without keys", kind: "identity", text: identity({ Condition: { x: {} } }), problem: null },
    {
      name: "GitHub without its sub",
      kind: "trust",
      text: trust({ Principal: { Federated: `${PROVIDERS}/token.actions.githubusercontent.com` } }),
      problem: expect.stringContaining('must have a condition on "token.actions.githubusercontent.com:sub"'),
    },
    {
      name: "GitHub with a sub of wildcards",
      kind: "trust",
      text: trust({
        Principal: { Federated: `${PROVIDERS}/token.actions.githubusercontent.com` },
        Condition: { StringLike: { "token.actions.githubusercontent.com:sub": "*?*" } },
      }),
      problem: expect.stringContaining("token.actions.githubusercontent.com:sub"),
    },
    {
      name: "GitHub with its sub",
      kind: "trust",
      text: trust({
        Principal: { Federated: `${PROVIDERS}/token.actions.githubusercontent.com` },
        Condition: { StringLike: { "token.actions.githubusercontent.com:sub": "repo:org/*" } },
      }),
      problem: null,
    },
    {
      name: "Cognito without its aud",
      kind: "trust",
      text: trust({ Principal: { Federated: "cognito-identity.amazonaws.com" } }),
      problem: "A condition block must be present for the Cognito provider",
    },
    {
      name: "a Sid twice",
      kind: "trust",
      text: document({ ...TRUST, Sid: "a" }, { ...TRUST, Sid: "a" }),
      problem: "The Statement Ids in the policy are not unique",
    },
    { name: "an unknown member", kind: "trust", text: trust({ Principle: "*" }), problem: "Syntax errors in policy." },
    { name: "a condition that is no object", kind: "trust", text: trust({ Condition: { StringEquals: "x" } }), problem: "Syntax errors in policy." },
  ])("$name", ({ kind, text, problem }) => {
    expect(findPolicyProblem(text, kind, "aws")?.message ?? null).toEqual(problem);
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
    fc.property(fc.array(statement, { maxLength: 2 }), fc.constantFrom<PolicyKind>("trust", "identity", "managed"), (statements, kind) => {
      const text = JSON.stringify({ Version: "2012-10-17", Statement: statements });
      if (findPolicyProblem(text, kind, "aws") !== null) return;
      const principal = kind === "trust" ? ({ kind: "AWS", arns: [] } as const) : null;
      evaluatePolicies([{ source: "p", document: JSON.parse(text) }], { action: "s3:GetObject", resource: "arn:aws:s3:::b", principal, context: new Map() });
    }),
    { numRuns: 2000 },
  );
});
