import { type AccountId, type Arn, createRandom, epochMillis, type JsonObject, VirtualClock, withNetworkPath } from "@irsa-sim/core";
import { expect, test } from "vitest";
import type { Role } from "../accounts/account.js";
import { createIam } from "../accounts/create-iam.js";
import type { Caller } from "../authentication/authentication.js";
import { NO_GRANTS } from "../sessions/role-session.js";
import { createSessionStore } from "../sessions/session-store.js";
import { type AuthorizedCall, authorizeCall, type ResourceOwner } from "./authorize-call.js";

const OWN = "111122223333";
const OTHER = "444455556666";
const ROLE_ARN = `arn:aws:iam::${OWN}:role/app` as Arn;
const ENDPOINT = { id: "vpce-1a2b3c4d", vpcId: "vpc-1a2b3c4d", accountId: OWN as AccountId, region: "eu-west-1" };

const policy = (...statements: readonly JsonObject[]): JsonObject => ({ Version: "2012-10-17", Statement: statements });
const ALLOW: JsonObject = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const when = (key: string, value: string): JsonObject => ({ ...ALLOW, Condition: { StringEquals: { [key]: value } } });

/** Whether a role with one policy may read an object. */
function decide(document: JsonObject, change: Partial<AuthorizedCall> = {}, endpointPolicy: JsonObject | null = null) {
  const clock = new VirtualClock(epochMillis(0));
  const random = createRandom("1");
  const iam = createIam({
    ...{ clock, random, accounts: [OWN, OTHER] },
    organization: { serviceControlPolicies: [], resourceControlPolicies: [] },
    vpcEndpoints: [{ ...ENDPOINT, policy: endpointPolicy && { source: "vpc-endpoint/s3/policy", document: endpointPolicy } }],
  });
  const role: Role = {
    ...{ arn: ROLE_ARN, id: "AROAEXAMPLEEXAMPLE123", name: "app", path: "/", tags: new Map(), maxSessionDurationSeconds: 3600, createdAt: clock.now() },
    trustPolicy: { source: "role/app/trust-policy", document: policy() },
    inlinePolicies: new Map([["p", { source: "role/app/policy/p", document }]]),
  };
  iam.account(OWN)?.roles.set("app", role);
  const session = createSessionStore({ clock, random }).issue({ role, sessionName: "one", durationSeconds: 3600, webIdentity: null, grants: NO_GRANTS });
  const caller: Caller = { kind: "role-session", arn: session.assumedRoleArn, session };
  const request = { method: "GET", url: "https://b.s3.eu-west-1.amazonaws.com/k", headers: {}, body: "" };
  const call = { iam, request, region: "eu-west-1", now: clock.now(), caller, action: "s3:GetObject", resource: "arn:aws:s3:::b/k", owner: null };
  return authorizeCall({ ...call, ...change });
}

const owned = (accountId: string, resourcePolicy: JsonObject | null = null, more: Partial<ResourceOwner> = {}): { readonly owner: ResourceOwner } => ({
  owner: { accountId, policySource: "bucket/b/policy", policy: resourcePolicy, ...more },
});
const letsRoleIn = policy({ ...ALLOW, Principal: { AWS: ROLE_ARN } });

test.each([
  { name: "the caller's own", key: "aws:ResourceAccount", value: OWN, change: {}, allowed: true },
  { name: "a bucket of the own account", key: "aws:ResourceAccount", value: OWN, change: owned(OWN), allowed: true },
  { name: "a bucket of another account", key: "aws:ResourceAccount", value: OWN, change: owned(OTHER, letsRoleIn), allowed: false },
  { name: "that account", key: "aws:ResourceAccount", value: OTHER, change: owned(OTHER, letsRoleIn), allowed: true },
  { name: "its organization", key: "aws:ResourceOrgID", value: "o-exampleorgid", change: owned(OTHER, letsRoleIn), allowed: true },
  { name: "the caller's organization", key: "aws:PrincipalOrgID", value: "o-exampleorgid", change: {}, allowed: true },
  { name: "another organization", key: "aws:PrincipalOrgID", value: "o-otherorgid00", change: {}, allowed: false },
])("whose resource it is, and of which organization both are: $name", ({ key, value, change, allowed }) => {
  expect(decide(policy(when(key, value)), change).allowed).toBe(allowed);
});

test.each<{ readonly name: string; readonly change: Partial<AuthorizedCall>; readonly tail: string }>([
  { name: "a resource of another account without a policy", change: owned(OTHER), tail: "because no resource-based policy allows the s3:GetObject action" },
  { name: "one of the own account without a policy", change: owned(OWN), tail: "" },
  {
    name: "a key whose policy must allow",
    change: owned(OWN, policy(), { policyMustAllow: true }),
    tail: "because no resource-based policy allows the s3:GetObject action",
  },
  { name: "a stranger", change: { caller: null, ...owned(OWN) }, tail: "because no identity-based policy allows the s3:GetObject action" },
  { name: "a stranger whom the resource lets in", change: { caller: null, ...owned(OWN, policy({ ...ALLOW, Principal: "*" })) }, tail: "" },
])("$name", ({ change, tail }) => {
  expect(decide(policy(ALLOW), change).tail).toBe(tail);
});

test.each([
  { name: "through the endpoint", through: ENDPOINT.id, tail: "because no VPC endpoint policy allows the s3:GetObject action" },
  { name: "beside it", through: null, tail: "" },
  { name: "through one that is not known", through: "vpce-00000000", tail: "" },
])("an endpoint's policy is asked for what comes through it: $name", ({ through, tail }) => {
  const request = withNetworkPath({ method: "GET", url: "https://s3.test/", headers: {}, body: "" }, { sourceIp: "10.0.0.1", vpcEndpointId: through });
  expect(decide(policy(ALLOW), { request }, policy({ ...ALLOW, Principal: "*", Action: "s3:PutObject" })).tail).toBe(tail);
});
