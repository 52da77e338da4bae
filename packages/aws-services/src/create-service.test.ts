import { readError } from "@irsa-sim/aws-reference";
import { bodyText, type JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { askService, type TestServiceCall } from "./service-world.test-support.js";

const ALL: JsonObject = { Effect: "Allow", Action: "*", Resource: "*" };
const SECRET = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db";

/** What the caller is told, with `ME` for its ARN. */
async function refusal(statements: readonly JsonObject[], call: TestServiceCall) {
  const { response, callerArn } = await askService(statements, call);
  const { code, message } = readError(response);
  return { status: response.status, code, message: message.replaceAll(callerArn, "ME") };
}

describe("what no policy allows, in each protocol and in the words of services that have their own", () => {
  test.each([
    {
      call: { action: "secretsmanager:GetSecretValue", parameters: { SecretId: "prod/db" } },
      status: 400,
      code: "AccessDeniedException",
      on: ` on resource: ${SECRET}`,
    },
    { call: { action: "secretsmanager:ListSecrets" }, status: 400, code: "AccessDeniedException", on: "" },
    { call: { action: "ecr:GetAuthorizationToken" }, status: 400, code: "AccessDeniedException", on: " on resource: *" },
    { call: { action: "eks:ListClusters" }, status: 403, code: "AccessDeniedException", on: " on resource: *" },
    { call: { action: "autoscaling:DescribeAutoScalingGroups" }, status: 403, code: "AccessDenied", on: "" },
    { call: { action: "route53:ListHostedZones" }, status: 403, code: "AccessDenied", on: "" },
    {
      call: { action: "ec2:DescribeInstances" },
      status: 403,
      code: "UnauthorizedOperation",
      before: "You are not authorized to perform this operation. ",
      on: "",
    },
    {
      call: { action: "sqs:SendMessageBatch", parameters: { QueueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/q" } },
      status: 403,
      code: "AccessDenied",
      written: "sqs:sendmessage",
      on: " on resource: arn:aws:sqs:eu-west-1:111122223333:q",
    },
    {
      call: { action: "sns:Publish", parameters: { TopicArn: "arn:aws:sns:eu-west-1:111122223333:t" } },
      status: 403,
      code: "AuthorizationError",
      written: "SNS:Publish",
      on: " on resource: arn:aws:sns:eu-west-1:111122223333:t",
    },
  ])("$call.action", async ({ call, status, code, before = "", on, written = call.action }) => {
    const message = `${before}User: ME is not authorized to perform: ${written}${on} because no identity-based policy allows the ${written} action`;
    expect(await refusal([], call)).toEqual({ status, code, message });
  });

  test("a client that speaks CBOR is answered in CBOR", async () => {
    const { response } = await askService([], {
      action: "cloudwatch:PutMetricData",
      headers: { "smithy-protocol": "rpc-v2-cbor", "content-type": "application/cbor" },
    });
    expect([response.status, response.headers["content-type"], bodyText(response)]).toEqual([
      400,
      "application/cbor",
      expect.stringContaining("AccessDeniedException"),
    ]);
  });
});

describe("what is allowed has an answer without content, and the trace says so", () => {
  test.each([
    { action: "secretsmanager:GetSecretValue", body: "{}" },
    { action: "eks:ListClusters", body: "{}" },
    { action: "route53:ListHostedZones", body: "" },
    {
      action: "ec2:DescribeInstances",
      body: expect.stringMatching(/^<DescribeInstancesResponse xmlns="http:\/\/ec2.amazonaws.com\/doc\/2016-11-15\/"><requestId>/),
    },
    {
      action: "autoscaling:DescribeAutoScalingGroups",
      body: expect.stringMatching(/^<DescribeAutoScalingGroupsResponse[\s\S]*<DescribeAutoScalingGroupsResult\/>/),
    },
  ])("$action", async ({ action, body }) => {
    const { response, events } = await askService([ALL], { action });
    expect([response.status, bodyText(response)]).toEqual([200, body]);
    expect(events.at(-1)).toMatchObject({ kind: "note", name: "service.not-simulated", attributes: { operation: action.split(":")[1] } });
  });
});

describe("signatures", () => {
  test.each([
    { name: "none", call: { region: null }, status: 400, code: "MissingAuthenticationTokenException" },
    { name: "of another region", call: { region: "us-west-2" }, status: 400, code: "InvalidSignatureException" },
    { name: "of an hour ago", call: { signedAt: Date.UTC(2026, 0, 5, 8) }, status: 400, code: "InvalidSignatureException" },
    { name: "none, at EC2", call: { region: null, action: "ec2:DescribeInstances" }, status: 401, code: "AuthFailure" },
    { name: "none, at a service of the query protocol", call: { region: null, action: "sns:ListTopics" }, status: 403, code: "MissingAuthenticationToken" },
    {
      name: "none, at a service of REST with JSON",
      call: { region: null, action: "eks:ListClusters" },
      status: 403,
      code: "MissingAuthenticationTokenException",
    },
  ])("$name", async ({ call, status, code }) => {
    expect(await refusal([ALL], { action: "secretsmanager:GetSecretValue", ...call })).toMatchObject({ status, code });
  });
});

describe("conditions and layers", () => {
  const onlyFor = (key: string, value: string): JsonObject => ({ ...ALL, Condition: { StringEquals: { [key]: value } } });
  test.each([
    { name: "a key that a parameter gives", key: "secretsmanager:VersionStage", value: "AWSCURRENT", parameters: { VersionStage: "AWSCURRENT" }, status: 200 },
    { name: "the same with another value", key: "secretsmanager:VersionStage", value: "AWSCURRENT", parameters: { VersionStage: "AWSPREVIOUS" }, status: 400 },
    { name: "the resource's account", key: "aws:ResourceAccount", value: "111122223333", parameters: { SecretId: "x" }, status: 200 },
  ])("$name", async ({ key, value, parameters, status }) => {
    expect((await askService([onlyFor(key, value)], { action: "secretsmanager:GetSecretValue", parameters })).response.status).toBe(status);
  });

  test("what is another account's is nobody's without a policy of its own", async () => {
    const parameters = { SecretId: "arn:aws:secretsmanager:eu-west-1:444455556666:secret:x" };
    expect((await refusal([ALL], { action: "secretsmanager:GetSecretValue", parameters })).message).toContain("because no resource-based policy allows");
  });

  test("a key of KMS answers to its own policy first", async () => {
    const policyOf = () => ({ source: "kms-key/1/policy", document: { Version: "2012-10-17", Statement: [] } });
    const { response } = await askService([ALL], { action: "kms:Decrypt", parameters: { KeyId: "1" } }, policyOf);
    expect(bodyText(response)).toContain("because no resource-based policy allows the kms:Decrypt action");
  });
});
