/** What is said of conditions that never see a value, and of policies that AWS does not store, before anything is played. */
import { expect, test } from "vitest";
import { findServiceKeyNotices, loadScenario } from "../src/index.js";
import { catalogueFiles, playVariant } from "./catalogue.js";

const ROLE = "aws.roles[my-pod-role]";
const POLICY = `${ROLE}.policies.read-my-bucket`;
const SUBJECT = "oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90:sub";
const allow = (condition: string): string =>
  `{ Version: "2012-10-17", Statement: [{ Effect: Allow, Action: "s3:GetObject", Resource: "*", Condition: ${condition} }] }`;

test.each([
  { name: "a good one", patch: `${POLICY}: ${allow('{ StringEquals: { "aws:ResourceAccount": "111122223333" } }')}`, notices: [] },
  {
    name: "a slip in a key",
    patch: `${POLICY}: ${allow('{ StringEquals: { "aws:ResourceAcount": "111122223333" } }')}`,
    notices: ["aws:ResourceAcount is no condition key that AWS documents; perhaps aws:ResourceAccount"],
  },
  {
    name: "a key of another action",
    patch: `${POLICY}: ${allow('{ StringLike: { "s3:prefix": "a/*" } }')}`,
    notices: ["s3:prefix is in no request for s3:GetObject"],
  },
  {
    name: "a key that is not simulated",
    patch: `${POLICY}: ${allow('{ Bool: { "aws:MultiFactorAuthPresent": "true" } }')}`,
    notices: ["aws:MultiFactorAuthPresent has no value here: AWS may know one, the simulation does not"],
  },
  {
    name: "an operator in another case",
    patch: `${ROLE}.trustPolicy.Statement[0].Condition: { stringEquals: { "${SUBJECT}": "x" } }`,
    notices: ["IAM does not store it: Invalid Condition type : stringEquals; perhaps StringEquals"],
  },
  {
    name: "a slip in an operator of a bucket's policy",
    patch:
      'aws.bucketSettings: { my-bucket: { policy: { Statement: [{ Effect: Deny, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::my-bucket", Condition: { StringNotLikes: { "aws:userid": "x" } } }] } } }',
    notices: ["S3 does not store it: Invalid Condition type : StringNotLikes"],
  },
  {
    name: "another bucket in a bucket's policy",
    patch: 'aws.bucketSettings: { my-bucket: { policy: { Statement: [{ Effect: Deny, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::other/*" }] } } }',
    notices: ["S3 does not store it: Policy has invalid resource"],
  },
  {
    name: "a slip in an operator of an endpoint's policy",
    patch:
      'cluster.network: { vpcEndpoints: [{ service: s3, policy: { Statement: [{ Effect: Allow, Principal: "*", Action: "s3:*", Resource: "*", Condition: { "ForAnyValue:StringLikes": { "aws:userid": "x" } } }] } }] }',
    notices: ["AWS does not store it: Invalid Condition type : ForAnyValue:StringLikes; perhaps ForAnyValue:StringLike"],
  },
  {
    name: "a resource of another partition",
    patch: `${POLICY}.Statement[0].Resource: "arn:aws-cn:s3:::my-bucket/*"`,
    notices: ['IAM does not store it: Partition "aws-cn" is not valid for resource "arn:aws-cn:s3:::my-bucket/*".; perhaps arn:aws:s3:::my-bucket/*'],
  },
  {
    name: "a version that is none",
    patch: `${ROLE}.trustPolicy.Version: "2012-10-18"`,
    notices: ["IAM does not store it: The policy must contain a valid version string"],
  },
  {
    name: "a resource in a trust policy",
    patch: `${ROLE}.trustPolicy.Statement[0].Resource: "*"`,
    notices: ["IAM does not store it: Has prohibited field Resource"],
  },
  {
    name: "a principal in a permission policy",
    patch: `${POLICY}.Statement[0].Principal: "*"`,
    notices: ["IAM does not store it: Policy document should not specify a principal."],
  },
  {
    name: "an external id in a trust in a web identity",
    patch: `${ROLE}.trustPolicy.Statement[0].Condition.StringEquals: { "sts:ExternalId": "42" }`,
    notices: ["sts:ExternalId is in no request for sts:AssumeRoleWithWebIdentity"],
  },
])("$name", ({ patch, notices }) => {
  const text = `title: variant\nbase: basic\nexpect: { outcome: succeeded }\npatch:\n  ${patch}\n`;
  const scenario = loadScenario(catalogueFiles({ "variant/scenario.yaml": text }), "variant");
  expect(scenario.notices.map(({ message }) => message)).toEqual(notices);
  expect(scenario.notices.every(({ file }) => file === "variant/scenario.yaml")).toBe(true);
});

test.each([
  { name: "a slip", key: "dynamodb:LeadingKey", notices: ["dynamodb:LeadingKey is no condition key that AWS documents; perhaps dynamodb:LeadingKeys"] },
  {
    name: "one that the service fills by itself",
    key: "dynamodb:LeadingKeys",
    notices: ["dynamodb:LeadingKeys has no value here: AWS may know one, the simulation does not"],
  },
  { name: "one that every request has", key: "aws:SourceIp", notices: [] },
  { name: "of another service", key: "sqs:tag", notices: ["sqs:tag is in no request for dynamodb:GetItem"] },
])("conditions for a service that only answers: $name", async ({ key, notices }) => {
  const statement = `{ Effect: Allow, Action: "dynamodb:GetItem", Resource: "*", Condition: { StringEquals: { "${key}": "x" } } }`;
  const policy = `{ Version: "2012-10-17", Statement: [${statement}] }`;
  const text = `title: variant\nbase: basic\nexpect: { outcome: succeeded }\npatch:\n  ${ROLE}.policies.tables: ${policy}\n`;
  const scenario = loadScenario(catalogueFiles({ "variant/scenario.yaml": text }), "variant");
  expect(scenario.notices).toEqual([]);
  const found = await findServiceKeyNotices(scenario);
  expect(found.map(({ message }) => message)).toEqual(notices);
  expect(found.every(({ file, line }) => file === "variant/scenario.yaml" && line === 5)).toBe(true);
});

test("a policy of the node's role that IAM does not store ends the run in its words", async () => {
  const report = await playVariant(`patch:\n  aws.nodeRole.policies.node: ${allow('{ stringEquals: { "aws:userid": "x" } }')}`);
  expect(report.failure).toMatchObject({ step: 0, code: "MalformedPolicyDocument", message: "Invalid Condition type : stringEquals" });
});
