import { describe, expect, test } from "vitest";
import { loadService, servicePrefixes } from "../load-service.js";
import { operationFor } from "../operations/action-of.js";
import { fillArn, matchArn, variablesOf } from "./arn-form.js";
import { parametersOf } from "./parameters-of.js";
import { resourceOf } from "./resource-of.js";

const PLACE = { partition: "aws", region: "eu-west-1", account: "111122223333" };

async function referenceOf(action: string) {
  const [prefix = "", name = ""] = action.split(":");
  const service = await loadService(prefix);
  const operation = service === null ? null : operationFor(service, name);
  if (service === null || operation === null) throw new Error(`no ${action}`);
  return { service, operation, name };
}

describe("the resource that parameters name", () => {
  test.each([
    { action: "secretsmanager:GetSecretValue", parameters: { SecretId: "prod/db" }, resource: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db" },
    {
      action: "secretsmanager:GetSecretValue",
      parameters: { SecretId: "arn:aws:secretsmanager:eu-west-1:444455556666:secret:prod/db-AbCdEf" },
      resource: "arn:aws:secretsmanager:eu-west-1:444455556666:secret:prod/db-AbCdEf",
    },
    { action: "dynamodb:GetItem", parameters: { TableName: "t" }, resource: "arn:aws:dynamodb:eu-west-1:111122223333:table/t" },
    { action: "kms:Decrypt", parameters: { KeyId: "1234" }, resource: "arn:aws:kms:eu-west-1:111122223333:key/1234" },
    {
      action: "sqs:SendMessage",
      parameters: { QueueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/q" },
      resource: "arn:aws:sqs:eu-west-1:111122223333:q",
    },
    { action: "ssm:GetParameter", parameters: { Name: "/a/b" }, resource: "arn:aws:ssm:eu-west-1:111122223333:parameter/a/b" },
    { action: "ssm:GetParameters", parameters: { Names: ["/a/b", "/a/c"] }, resource: "arn:aws:ssm:eu-west-1:111122223333:parameter/a/b" },
    { action: "ssm:GetParametersByPath", parameters: { Recursive: true, Path: "/a" }, resource: "arn:aws:ssm:eu-west-1:111122223333:parameter/a" },
    { action: "lambda:InvokeFunction", parameters: { FunctionName: "f" }, resource: "arn:aws:lambda:eu-west-1:111122223333:function:f" },
    { action: "secretsmanager:GetSecretValue", parameters: {}, resource: "*" },
    { action: "ecr:GetAuthorizationToken", parameters: { registryIds: ["1"] }, resource: "*" },
  ])("$action $parameters", async ({ action, parameters, resource }) => {
    const { service, name } = await referenceOf(action);
    expect(resourceOf(service, name, { parameters, place: PLACE })).toBe(resource);
  });
});

describe("the parameters that mean a resource", () => {
  test.each([
    { action: "secretsmanager:GetSecretValue", resource: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db", parameters: { SecretId: "prod/db" } },
    { action: "sns:Publish", resource: "arn:aws:sns:eu-west-1:111122223333:t", parameters: { TopicArn: "arn:aws:sns:eu-west-1:111122223333:t" } },
    { action: "sqs:SendMessage", resource: "arn:aws:sqs:eu-west-1:111122223333:q", parameters: { QueueUrl: "https://host.test/111122223333/q" } },
    { action: "dynamodb:GetItem", resource: "*", parameters: {} },
  ])("$action $resource", async ({ action, resource, parameters }) => {
    const { service, name, operation } = await referenceOf(action);
    expect(parametersOf(service, { action: name, resource, host: "host.test" }, operation)).toEqual(parameters);
  });
});

test.each([
  { form: "arn:${Partition}:s3:::${BucketName}", arn: "arn:aws:s3:::b", values: { Partition: "aws", BucketName: "b" } },
  { form: "arn:${Partition}:x:${Region}:${Account}:a/${A}/b", arn: "arn:aws:x:r:1:a/c/b", values: { Partition: "aws", Region: "r", Account: "1", A: "c" } },
  { form: "arn:${Partition}:x:${Region}:${Account}:a/${A}/b", arn: "arn:aws:x:r:1:a/c/d/b", values: null },
  { form: "arn:${Partition}:x:::a.b", arn: "arn:aws:x:::axb", values: null },
])("$arn in $form", ({ form, arn, values }) => {
  const found = matchArn(form, arn);
  expect(found === null ? null : Object.fromEntries(found)).toEqual(values);
});

test("what a form is filled with is what is found in the ARN, for the forms of all services", async () => {
  const wrong: string[] = [];
  for (const prefix of await servicePrefixes()) {
    const service = await loadService(prefix);
    for (const { arn: form } of Object.values(service?.resources ?? {})) {
      const names = variablesOf(form);
      // Two variables without anything between them cannot be told apart, and one name may stand twice.
      if (/\}\$\{/.test(form) || new Set(names).size < names.length) continue;
      const values = new Map(names.map((name, index) => [name, `v${index}`]));
      const found = matchArn(form, fillArn(form, (name) => values.get(name)) ?? "");
      if (JSON.stringify([...(found ?? [])]) !== JSON.stringify([...values])) wrong.push(form);
    }
  }
  expect(wrong).toEqual([]);
});
