/** What holds of the layers together, whatever the policies are (policies.md, items 1 and 5 to 8). */
import type { Arn, JsonObject } from "@irsa-sim/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type AuthorizationInput, authorize } from "./authorize.js";

const ACCOUNT = "111122223333";
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/team/app` as Arn;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/app/one` as Arn;
const ACTION = "s3:GetObject";
const TAG = "aws:PrincipalTag/team";

const policy = (source: string, statements: readonly JsonObject[]) => ({ source, document: { Version: "2012-10-17", Statement: statements } });
const names = fc.shuffledSubarray(["*", ROLE, SESSION, ROOT, ACCOUNT, "444455556666"], { minLength: 1 });
const operator = fc.constantFrom("StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIgnoreCase", "ForAnyValue:StringEquals");
const condition = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constantFrom("StringEquals", "ArnLike", "ArnNotLike").map((name) => ({ Condition: { [name]: { "aws:PrincipalArn": ROLE } } })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(operator, fc.boolean(), fc.constantFrom("red", "blue", `\${${TAG}}`))
      .map(([name, ifExists, value]) => ({ Condition: { [ifExists ? `${name}IfExists` : name]: { [value.startsWith("$") ? "aws:userid" : TAG]: value } } })),
  },
);
const statement = fc
  .tuple(
    fc.constantFrom("Allow", "Deny"),
    fc.constantFrom(ACTION, "s3:PutObject", "s3:*", "*"),
    fc.constantFrom("*", "arn:aws:s3:::b/*", "arn:aws:s3:::other/*", `arn:aws:s3:::b/\${${TAG}}`),
    condition,
  )
  .map(([Effect, Action, Resource, more]): JsonObject => ({ Effect, Action, Resource, ...more }));
const ofIdentity = fc.array(statement, { maxLength: 4 });
const ofResource = fc.array(
  fc
    .tuple(statement, names, fc.boolean())
    .map(([one, AWS, negated]): JsonObject => ({ ...one, [negated && one.Effect === "Deny" ? "NotPrincipal" : "Principal"]: { AWS } })),
  { maxLength: 4 },
);

type Documents = Readonly<Record<"identity", readonly JsonObject[]>> &
  Readonly<Record<"boundary" | "session" | "resource" | "endpoint" | "scp" | "rcp", readonly JsonObject[] | null>> & {
    readonly isCrossAccount: boolean;
    readonly resourcePolicyMustAllow: boolean;
    readonly tag: string | null;
  };
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const anyWorld: fc.Arbitrary<Documents> = fc.record({
  identity: ofIdentity,
  boundary: optional(ofIdentity),
  session: optional(ofIdentity),
  resource: optional(ofResource),
  endpoint: optional(ofResource),
  scp: optional(ofIdentity),
  rcp: optional(ofResource),
  isCrossAccount: fc.boolean(),
  resourcePolicyMustAllow: fc.boolean(),
  tag: fc.constantFrom(null, "red", "blue"),
});

function inputOf({ identity, boundary, session, resource, endpoint, scp, rcp, isCrossAccount, resourcePolicyMustAllow, tag }: Documents): AuthorizationInput {
  const context = new Map([["aws:PrincipalArn", [ROLE]], ["aws:userid", ["red"]], ...(tag === null ? [] : [[TAG, [tag]] as const])] as const);
  return {
    request: { action: ACTION, resource: "arn:aws:s3:::b/red", principal: { kind: "AWS", arns: [ROLE, SESSION] }, context },
    identityPolicies: [policy("identity", identity)],
    permissionsBoundary: boundary && policy("boundary", boundary),
    sessionPolicies: session && [policy("session", session)],
    resourcePolicy: resource === null && (isCrossAccount || resourcePolicyMustAllow) ? policy("resource", []) : resource && policy("resource", resource),
    resourcePolicyMustAllow,
    isCrossAccount,
    serviceControlPolicies: scp && [policy("scp", scp)],
    resourceControlPolicies: rcp && [policy("rcp", rcp)],
    vpcEndpointPolicy: endpoint && policy("endpoint", endpoint),
  };
}
const allows = (documents: Documents): boolean => authorize(inputOf(documents)).allowed;
const RUNS = { numRuns: 500 };

const DENY: JsonObject = { Effect: "Deny", Action: "s3:*", Resource: "*" };
const LAYERS = ["identity", "boundary", "session", "resource", "endpoint", "scp", "rcp"] as const;
const withPrincipal = ["resource", "endpoint", "rcp"];

test.each(LAYERS)("an explicit deny in the %s policy wins", (layer) => {
  const deny = withPrincipal.includes(layer) ? { ...DENY, Principal: "*" } : DENY;
  fc.assert(
    fc.property(anyWorld, (world) => {
      expect(allows({ ...world, [layer]: [...(world[layer] ?? []), deny] })).toBe(false);
    }),
    RUNS,
  );
});

test.each(["boundary", "session", "endpoint", "scp", "rcp"] as const)("a %s policy that is added never allows more", (layer) => {
  fc.assert(
    fc.property(anyWorld, withPrincipal.includes(layer) ? ofResource : ofIdentity, (world, added) => {
      if (!allows({ ...world, [layer]: null })) expect(allows({ ...world, [layer]: added })).toBe(false);
    }),
    RUNS,
  );
});

test("an Allow that is added to the identity never refuses", () => {
  const allow: JsonObject = { Effect: "Allow", Action: ACTION, Resource: "*" };
  fc.assert(
    fc.property(anyWorld, (world) => {
      if (allows(world)) expect(allows({ ...world, identity: [...world.identity, allow] })).toBe(true);
    }),
    RUNS,
  );
});

test("neither the order of statements matters nor that of principals", () => {
  const reversed = (statements: readonly JsonObject[] | null) => statements && [...statements].reverse().map(reversePrincipals);
  fc.assert(
    fc.property(anyWorld, (world) => {
      const { identity, boundary, session, resource, endpoint, scp, rcp } = world;
      const turned = {
        ...{ boundary: reversed(boundary), session: reversed(session), resource: reversed(resource) },
        ...{ endpoint: reversed(endpoint), scp: reversed(scp), rcp: reversed(rcp) },
      };
      expect(allows({ ...world, ...turned, identity: [...identity].reverse() })).toBe(allows(world));
    }),
    RUNS,
  );
});

function reversePrincipals(one: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(one).map(([member, value]) =>
      member.endsWith("Principal") ? [member, { AWS: [...(value as { readonly AWS: readonly string[] }).AWS].reverse() }] : [member, value],
    ),
  );
}

test("a Deny that wants a tag to be the resource's never becomes void by removing the tag", () => {
  const wanting = (name: string, key: string, value: string): JsonObject => ({ ...DENY, Condition: { [name]: { [key]: value } } });
  const denies = fc.constantFrom(
    wanting("StringNotEquals", TAG, "red"),
    wanting("StringNotLike", TAG, "re*"),
    wanting("StringNotEquals", "aws:userid", `\${${TAG}}`),
    wanting("StringNotEqualsIfExists", TAG, "red"),
    { Effect: "Deny", Action: "*", NotResource: `arn:aws:s3:::b/\${${TAG}}` },
  );
  fc.assert(
    fc.property(anyWorld, denies, fc.constantFrom(...LAYERS), (world, deny, layer) => {
      const stated = withPrincipal.includes(layer) ? { ...deny, Principal: "*" } : deny;
      expect(allows({ ...world, [layer]: [stated], tag: null })).toBe(false);
    }),
    RUNS,
  );
});

test("a resource policy for the account never allows what no identity policy allows", () => {
  const forAccount = fc.array(
    fc.tuple(statement, fc.constantFrom(ROOT, ACCOUNT, [ROOT, ACCOUNT])).map(([one, AWS]): JsonObject => ({ ...one, Principal: { AWS } })),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(anyWorld, forAccount, (world, resource) => {
      if (allows({ ...world, resource })) expect(allows({ ...world, resource: null, isCrossAccount: false, resourcePolicyMustAllow: false })).toBe(true);
    }),
    RUNS,
  );
});

test("a refusal names a layer that takes part, and why", () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const { allowed, decidedBy, layers, tail } = authorize(inputOf(world));
      expect(layers).toContain(decidedBy);
      if (allowed) expect(tail).toBe("");
      else expect(tail).toContain(decidedBy.layer);
    }),
    RUNS,
  );
});
