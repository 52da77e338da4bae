import type { JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { keysOfService, OWN_SERVICES } from "./documented-actions.js";
import { findKeyProblems } from "./find-key-problems.js";
import { GLOBAL_KEYS, SERVICE_KEYS } from "./key-sources.js";
import { isKey } from "./match-key.js";

const ISSUER = "oidc.eks.eu-west-1.amazonaws.com/id/A1";
const about = (action: string | readonly string[], key: string): JsonObject => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: action, Resource: "*", Condition: { StringEquals: { [key]: "x" } } }],
});

test("a trust in a service may ask for what services send", () => {
  const statement = {
    Effect: "Allow",
    Principal: { Service: "pods.eks.amazonaws.com" },
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:SourceArn": "a" } },
  };
  const found = (Principal: object) =>
    findKeyProblems({ Version: "2012-10-17", Statement: [{ ...statement, Principal }] } as never).map(({ reason }) => reason);
  expect([found({ Service: "pods.eks.amazonaws.com" }), found({ AWS: "*" })]).toEqual([[], ["not-simulated"]]);
});

test.each<{ readonly name: string; readonly action: string | readonly string[]; readonly key: string; readonly problem: string | null }>([
  { name: "a key that every request has", action: "s3:GetObject", key: "aws:SourceIp", problem: null },
  { name: "in another case", action: "s3:GetObject", key: "AWS:sourceip", problem: null },
  { name: "a tag of the principal", action: "s3:GetObject", key: "aws:PrincipalTag/team", problem: null },
  { name: "a slip in a global key", action: "s3:GetObject", key: "aws:SourceVpcee", problem: "unknown aws:SourceVpce" },
  { name: "a key of the action", action: "s3:ListBucket", key: "s3:prefix", problem: null },
  { name: "a slip in it", action: "s3:ListBucket", key: "s3:prefx", problem: "unknown s3:prefix" },
  { name: "a key of another action", action: "s3:GetObject", key: "s3:prefix", problem: "other-action" },
  { name: "of one of several actions", action: ["s3:GetObject", "s3:List*"], key: "s3:prefix", problem: null },
  { name: "of everything", action: "*", key: "s3:prefix", problem: null },
  { name: "documented and not simulated", action: "s3:GetObject", key: "s3:BucketTag/a", problem: "not-simulated" },
  { name: "MFA, which no pod has", action: "s3:GetObject", key: "aws:MultiFactorAuthPresent", problem: "not-simulated" },
  { name: "a key of another service", action: "s3:GetObject", key: "dynamodb:LeadingKeys", problem: "other-action" },
  { name: "a service's own key", action: "dynamodb:GetItem", key: "dynamodb:LeadingKeys", problem: null },
  { name: "tags of a request that has none", action: "s3:GetObject", key: "aws:RequestTag/team", problem: "other-action" },
  { name: "tags of a session", action: "sts:TagSession", key: "aws:RequestTag/team", problem: null },
  { name: "a claim of the token", action: "sts:AssumeRoleWithWebIdentity", key: `${ISSUER}:sub`, problem: null },
  { name: "a claim that is no key", action: "sts:AssumeRoleWithWebIdentity", key: `${ISSUER}:groups`, problem: "unknown" },
  { name: "a slip in a claim", action: "sts:AssumeRoleWithWebIdentity", key: `${ISSUER}:subb`, problem: `unknown ${ISSUER}:sub` },
  { name: "an issuer alone", action: "sts:AssumeRoleWithWebIdentity", key: ISSUER, problem: `unknown ${ISSUER}:sub` },
  { name: "an issuer with its scheme", action: "sts:AssumeRoleWithWebIdentity", key: `https://${ISSUER}:sub`, problem: `unknown ${ISSUER}:sub` },
  {
    name: "a provider's ARN",
    action: "sts:AssumeRoleWithWebIdentity",
    key: `arn:aws:iam::111122223333:oidc-provider/${ISSUER}:sub`,
    problem: `unknown ${ISSUER}:sub`,
  },
  { name: "an external id, which a pod cannot send", action: "sts:AssumeRoleWithWebIdentity", key: "sts:ExternalId", problem: "other-action" },
  { name: "an external id of AssumeRole", action: "sts:AssumeRole", key: "sts:ExternalId", problem: null },
  { name: "a session's name", action: "sts:AssumeRoleWithWebIdentity", key: "sts:RoleSessionName", problem: null },
  { name: "GitHub's own claim", action: "sts:AssumeRoleWithWebIdentity", key: "token.actions.githubusercontent.com:repository", problem: "not-simulated" },
])("$name: $problem", ({ action, key, problem }) => {
  const found = findKeyProblems(about(action, key));
  expect(found.map(({ reason, nearest }) => (nearest === null ? reason : `${reason} ${nearest}`))).toEqual(problem === null ? [] : [problem]);
  expect(found.map(({ pointer }) => pointer.startsWith("/Statement/0/Condition/StringEquals/"))).toEqual(problem === null ? [] : [true]);
});

test.each([
  { name: "a key that the request gives", key: "sqs:QueueName", problem: [] },
  { name: "a key that it does not", key: "sqs:Other", problem: ["not-simulated"] },
  { name: "a slip", key: "sqs:QueueNam", problem: ["unknown sqs:QueueName"] },
])("of a service that is documented beside ours: $name", ({ key, problem }) => {
  const further = { documented: new Map([["sqs", new Map([["SendMessage", ["sqs:QueueName", "sqs:Other"]]])]]), given: new Set(["sqs:queuename"]) };
  const found = findKeyProblems(about("sqs:SendMessage", key), further);
  expect(found.map(({ reason, nearest }) => (nearest === null ? reason : `${reason} ${nearest}`))).toEqual(problem);
});

describe("the tables", () => {
  test.each(["s3", "sts", "iam", "kms"])("name no key of %s that AWS does not document", (service) => {
    const documented = keysOfService(service, OWN_SERVICES) ?? [];
    expect([...SERVICE_KEYS.keys()].filter((key) => key.startsWith(`${service}:`) && !documented.includes(key))).toEqual([]);
    expect(documented.filter((key) => key.startsWith("aws:") && !GLOBAL_KEYS.has(key))).toEqual([]);
  });

  test.each([
    { written: "aws:PrincipalTag/a/b", documented: "aws:PrincipalTag/<TagKey>", is: true },
    { written: "aws:PrincipalTag/", documented: "aws:PrincipalTag/<TagKey>", is: false },
    { written: "agent.x.buildkite.dev:build_branch", documented: "agent.<Domain>.buildkite.dev:build_branch", is: true },
    { written: "agent..buildkite.dev:build_branch", documented: "agent.<Domain>.buildkite.dev:build_branch", is: false },
    { written: "S3:Prefix", documented: "s3:prefix", is: true },
  ])("$written is $documented: $is", ({ written, documented, is }) => {
    expect(isKey(written, documented)).toBe(is);
  });
});
