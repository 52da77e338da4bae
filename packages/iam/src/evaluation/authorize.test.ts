import type { Arn, JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { type AuthorizationInput, authorize } from "./authorize.js";

const ROLE = "arn:aws:iam::111122223333:role/team/app" as Arn;
const SESSION = "arn:aws:sts::111122223333:assumed-role/app/one" as Arn;
const ACTION = "s3:GetObject";
const ROOT = "arn:aws:iam::111122223333:root";

const policy = (source: string, ...statements: readonly JsonObject[]) => ({ source, document: { Version: "2012-10-17", Statement: statements } });
const ALLOW: JsonObject = { Effect: "Allow", Action: ACTION, Resource: "*" };
const DENY: JsonObject = { Effect: "Deny", Action: "s3:*", Resource: "*" };
const OTHER: JsonObject = { Effect: "Allow", Action: "s3:PutObject", Resource: "*" };
const to = (principal: string, statement = ALLOW): JsonObject => ({ ...statement, Principal: { AWS: principal } });

const BASE: AuthorizationInput = {
  request: {
    action: ACTION,
    resource: "arn:aws:s3:::b/k",
    principal: { kind: "AWS", arns: [ROLE, SESSION] },
    context: new Map([["aws:PrincipalArn", [ROLE]]]),
  },
  identityPolicies: [policy("identity", ALLOW)],
  permissionsBoundary: null,
  sessionPolicies: null,
  resourcePolicy: null,
  isCrossAccount: false,
  serviceControlPolicies: null,
  resourceControlPolicies: null,
};

const NO = { identityPolicies: [policy("identity", OTHER)] };

describe("how layers combine (section 6.1)", () => {
  test.each<{ readonly name: string; readonly input: Partial<AuthorizationInput>; readonly tail: string | null }>([
    { name: "an identity policy alone grants", input: {}, tail: null },
    { name: "without an allow nothing is granted", input: NO, tail: "because no identity-based policy allows the s3:GetObject action" },
    { name: "a deny of the identity wins", input: { identityPolicies: [policy("i", ALLOW, DENY)] }, tail: "with an explicit deny in an identity-based policy" },
    { name: "a boundary that allows does not limit", input: { permissionsBoundary: policy("b", ALLOW) }, tail: null },
    { name: "a boundary limits", input: { permissionsBoundary: policy("b", OTHER) }, tail: "because no permissions boundary allows the s3:GetObject action" },
    {
      name: "a boundary does not grant",
      input: { ...NO, permissionsBoundary: policy("b", ALLOW) },
      tail: "because no identity-based policy allows the s3:GetObject action",
    },
    { name: "a boundary denies", input: { permissionsBoundary: policy("b", DENY) }, tail: "with an explicit deny in a permissions boundary" },
    { name: "one of the session policies must allow", input: { sessionPolicies: [policy("s1", OTHER), policy("s2", ALLOW)] }, tail: null },
    { name: "session policies limit", input: { sessionPolicies: [policy("s", OTHER)] }, tail: "because no session policy allows the s3:GetObject action" },
    { name: "a session policy denies", input: { sessionPolicies: [policy("s", ALLOW, DENY)] }, tail: "with an explicit deny in a session policy" },
    { name: "a resource policy grants to the role", input: { ...NO, resourcePolicy: policy("r", to(ROLE)) }, tail: null },
    {
      name: "a resource policy for the account leaves it to the account",
      input: { ...NO, resourcePolicy: policy("r", to(ROOT)) },
      tail: "because no identity-based policy allows the s3:GetObject action",
    },
    { name: "a resource policy for the account and the role grants", input: { ...NO, resourcePolicy: policy("r", to(ROOT), to(ROLE)) }, tail: null },
    {
      name: "the strongest grant counts, wherever it stands",
      input: { ...NO, resourcePolicy: policy("r", to(ROLE), to(SESSION)), permissionsBoundary: policy("b", OTHER) },
      tail: null,
    },
    {
      name: "a grant to everybody is one to the session",
      input: { ...NO, resourcePolicy: policy("r", to("*")), permissionsBoundary: policy("b", OTHER) },
      tail: null,
    },
    {
      name: "a grant to everybody whose aws:PrincipalArn is the role's is not",
      input: {
        ...NO,
        resourcePolicy: policy("r", { ...to("*"), Condition: { ArnEquals: { "aws:PrincipalArn": ROLE } } }),
        permissionsBoundary: policy("b", OTHER),
      },
      tail: null,
    },
    {
      name: "a policy that must allow refuses where it says nothing",
      input: { resourcePolicy: policy("r", to("444455556666")), resourcePolicyMustAllow: true },
      tail: "because no resource-based policy allows the s3:GetObject action",
    },
    {
      name: "a policy that must allow, and leaves it to the account",
      input: { ...NO, resourcePolicy: policy("r", to(ROOT)), resourcePolicyMustAllow: true },
      tail: "because no identity-based policy allows the s3:GetObject action",
    },
    {
      name: "an endpoint's policy limits",
      input: { vpcEndpointPolicy: policy("e", { ...OTHER, Principal: "*" }) },
      tail: "because no VPC endpoint policy allows the s3:GetObject action",
    },
    {
      name: "an endpoint's policy denies",
      input: { vpcEndpointPolicy: policy("e", { ...ALLOW, Principal: "*" }, { ...DENY, Principal: "*" }) },
      tail: "with an explicit deny in a VPC endpoint policy",
    },
    {
      name: "an endpoint's policy does not grant",
      input: { ...NO, vpcEndpointPolicy: policy("e", { ...ALLOW, Principal: "*" }) },
      tail: "because no identity-based policy allows the s3:GetObject action",
    },
    {
      name: "a grant to the role is limited by a boundary",
      input: { ...NO, resourcePolicy: policy("r", to(ROLE)), permissionsBoundary: policy("b", OTHER) },
      tail: "because no permissions boundary allows the s3:GetObject action",
    },
    {
      name: "a grant to the role is limited by a session policy",
      input: { ...NO, resourcePolicy: policy("r", to(ROLE)), sessionPolicies: [policy("s", OTHER)] },
      tail: "because no session policy allows the s3:GetObject action",
    },
    {
      name: "a grant to the session is not",
      input: { ...NO, resourcePolicy: policy("r", to(SESSION)), permissionsBoundary: policy("b", OTHER), sessionPolicies: [policy("s", OTHER)] },
      tail: null,
    },
    {
      name: "but a deny of the boundary counts",
      input: { resourcePolicy: policy("r", to(SESSION)), permissionsBoundary: policy("b", DENY) },
      tail: "with an explicit deny in a permissions boundary",
    },
    {
      name: "a resource policy for others grants nothing",
      input: { ...NO, resourcePolicy: policy("r", to("arn:aws:iam::444455556666:root")) },
      tail: "because no identity-based policy allows the s3:GetObject action",
    },
    { name: "a resource policy denies", input: { resourcePolicy: policy("r", to("*", DENY)) }, tail: "with an explicit deny in a resource-based policy" },
    {
      name: "across accounts both sides must allow: no resource policy's allow",
      input: { isCrossAccount: true, resourcePolicy: policy("r", to(ROLE, OTHER)) },
      tail: "because no resource-based policy allows the s3:GetObject action",
    },
    {
      name: "across accounts both sides must allow: no identity's allow",
      input: { ...NO, isCrossAccount: true, resourcePolicy: policy("r", to(ROLE)) },
      tail: "because no identity-based policy allows the s3:GetObject action",
    },
    { name: "across accounts both allow", input: { isCrossAccount: true, resourcePolicy: policy("r", to(ROLE)) }, tail: null },
    {
      name: "a service control policy limits",
      input: { serviceControlPolicies: [policy("scp", OTHER)] },
      tail: "because no service control policy allows the s3:GetObject action",
    },
    {
      name: "a service control policy denies",
      input: { serviceControlPolicies: [policy("scp", ALLOW, DENY)] },
      tail: "with an explicit deny in a service control policy",
    },
    {
      name: "a resource control policy denies",
      input: { resourceControlPolicies: [policy("rcp", { ...ALLOW, Principal: "*" }, { ...DENY, Principal: "*" })] },
      tail: "with an explicit deny in a resource control policy",
    },
    {
      name: "NotPrincipal with Deny spares the one it names in all ways",
      input: { resourcePolicy: policy("r", { ...DENY, NotPrincipal: { AWS: [ROLE, SESSION, ROOT] } }) },
      tail: null,
    },
    {
      name: "but not one with a permissions boundary",
      input: { resourcePolicy: policy("r", { ...DENY, NotPrincipal: { AWS: [ROLE, SESSION, ROOT] } }), permissionsBoundary: policy("b", ALLOW) },
      tail: "with an explicit deny in a resource-based policy",
    },
    {
      name: "NotPrincipal with Deny hits the others",
      input: { resourcePolicy: policy("r", { ...DENY, NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/x" } }) },
      tail: "with an explicit deny in a resource-based policy",
    },
  ])("$name", ({ input, tail }) => {
    const { allowed, tail: found } = authorize({ ...BASE, ...input });
    expect([allowed, found]).toEqual([tail === null, tail ?? ""]);
  });
});

test.each<{ readonly name: string; readonly input: Partial<AuthorizationInput>; readonly layer: string }>([
  { name: "the identity's, where the resource's does not", input: { resourcePolicy: policy("r", to("444455556666")) }, layer: "identity-based policy" },
  { name: "the resource's, where the identity's does not", input: { ...NO, resourcePolicy: policy("r", to(ROLE)) }, layer: "resource-based policy" },
  { name: "the resource's first, where both do", input: { resourcePolicy: policy("r", to(ROLE)) }, layer: "resource-based policy" },
])("which policy granted: $name", ({ input, layer }) => {
  const { allowed, decidedBy } = authorize({ ...BASE, ...input });
  expect([allowed, decidedBy.layer, decidedBy.decision.outcome]).toEqual([true, layer, "allowed"]);
});
