import { describe, expect, test } from "vitest";
import { loadService } from "../load-service.js";
import { operationFor } from "../operations/action-of.js";
import { encodeRequest } from "./encode-request.js";

async function encode(action: string, parameters: Parameters<typeof encodeRequest>[1]) {
  const [prefix = "", name = ""] = action.split(":");
  const service = await loadService(prefix);
  const found = service === null ? null : operationFor(service, name);
  if (found === null) throw new Error(`no ${action}`);
  return encodeRequest(found, parameters);
}

describe("a request in the protocol of its API", () => {
  test.each([
    { protocol: "json 1.1", action: "secretsmanager:GetSecretValue", parameters: { SecretId: "a" }, path: "/", body: '{"SecretId":"a"}' },
    { protocol: "json 1.0", action: "dynamodb:GetItem", parameters: { TableName: "t" }, path: "/", body: '{"TableName":"t"}' },
    {
      protocol: "query: structures in a list",
      action: "sts:AssumeRole",
      parameters: { Tags: [{ Key: "a", Value: "b" }], TransitiveTagKeys: ["a"] },
      path: "/",
      body: "Action=AssumeRole&Version=2011-06-15&Tags.member.1.Key=a&Tags.member.1.Value=b&TransitiveTagKeys.member.1=a",
    },
    {
      protocol: "query: a map",
      action: "sns:CreateTopic",
      parameters: { Name: "t", Attributes: { FifoTopic: "true" } },
      path: "/",
      body: "Action=CreateTopic&Version=2010-03-31&Name=t&Attributes.entry.1.key=FifoTopic&Attributes.entry.1.value=true",
    },
    {
      protocol: "query: entries by their own name",
      action: "rds:DescribeDBInstances",
      parameters: { Filters: [{ Name: "engine", Values: ["x", "y"] }] },
      path: "/",
      body: "Action=DescribeDBInstances&Version=2014-10-31&Filters.Filter.1.Name=engine&Filters.Filter.1.Values.Value.1=x&Filters.Filter.1.Values.Value.2=y",
    },
    {
      protocol: "ec2: lists without an element around them",
      action: "ec2:DescribeInstances",
      parameters: { InstanceIds: ["i-1"], Filters: [{ Name: "tag:a", Values: ["b"] }], MaxResults: 5 },
      path: "/",
      body: "Action=DescribeInstances&Version=2016-11-15&InstanceId.1=i-1&Filter.1.Name=tag%3Aa&Filter.1.Value.1=b&MaxResults=5",
    },
    {
      protocol: "rest-json: path, query and header",
      action: "lambda:InvokeFunction",
      parameters: { FunctionName: "my f", Qualifier: "1", InvocationType: "Event", Payload: "{}" },
      path: "/2015-03-31/functions/my%20f/invocations?Qualifier=1",
      body: "{}",
    },
    {
      protocol: "rest-json: body",
      action: "eks:CreateCluster",
      parameters: { name: "c", version: "1.36" },
      path: "/clusters",
      body: '{"name":"c","version":"1.36"}',
    },
    { protocol: "rest-xml: nothing", action: "route53:ListHostedZones", parameters: {}, path: "/2013-04-01/hostedzone", body: "" },
    {
      protocol: "rest-xml: a document in the body",
      action: "s3:DeleteObjects",
      parameters: { Bucket: "b", Delete: { Objects: [{ Key: "x" }, { Key: "y" }], Quiet: true } },
      path: "/b?delete",
      body: '<Delete xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Object><Key>x</Key></Object><Object><Key>y</Key></Object><Quiet>true</Quiet></Delete>',
    },
  ])("$protocol", async ({ action, parameters, path, body }) => {
    expect(await encode(action, parameters)).toMatchObject({ path, body });
  });

  test.each([
    { action: "secretsmanager:GetSecretValue", headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": "secretsmanager.GetSecretValue" } },
    { action: "dynamodb:GetItem", headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": "DynamoDB_20120810.GetItem" } },
    { action: "sts:GetCallerIdentity", headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" } },
  ])("$action says what it is in its headers", async ({ action, headers }) => {
    expect((await encode(action, {})).headers).toEqual(headers);
  });
});
