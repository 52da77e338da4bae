import type { Json } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { generatedBy } from "./generated-by.js";

const policy = (subject: string): string =>
  JSON.stringify({ Statement: [{ Effect: "Allow", Condition: { StringEquals: { "x:aud": "sts.amazonaws.com", "x:sub": subject } } }] });
const SUBJECT = "/Statement/0/Condition/StringEquals/x:sub";

const role = (address: string, subject: string) => ({ address, values: { name: "b", assume_role_policy: policy(subject) } });
const inModule = (subject: string) => ({
  root_module: { child_modules: [{ address: 'module.a["x"]', resources: [role('module.a["x"].aws_iam_role.b[0]', subject)] }] },
});
const references = (...found: readonly string[]) => ({ references: found });

/** A plan whose module `a` makes the role, from what `expressions` say. */
const plan = (subject: string, { trust, values, argument }: { readonly trust: Json; readonly values: Json; readonly argument: Json }): Json => ({
  terraform_version: "1.9.5",
  planned_values: inModule(subject),
  configuration: {
    root_module: {
      module_calls: {
        a: {
          expressions: { subjects: argument },
          module: {
            resources: [
              { address: "aws_iam_role.b", expressions: { assume_role_policy: trust } },
              {
                address: "data.aws_iam_policy_document.t",
                expressions: {
                  statement: [
                    {
                      condition: [
                        { test: { constant_value: "StringEquals" }, variable: references("local.issuer"), values: { constant_value: ["sts.amazonaws.com"] } },
                        { test: { constant_value: "StringLike" }, variable: references("local.issuer"), values },
                        { test: { constant_value: "StringEquals" }, variable: { constant_value: "x:sub" }, values },
                      ],
                    },
                  ],
                },
              },
            ],
          },
        },
      },
    },
  },
});

const shown = (subject: string): Json => ({ terraform_version: "1.9.5", values: inModule(subject) });
const stateFile = (subject: string): Json => ({
  ...{ version: 4, terraform_version: "1.9.5" },
  resources: [{ module: 'module.a["x"]', type: "aws_iam_role", name: "b", instances: [{ index_key: 0, attributes: { assume_role_policy: policy(subject) } }] }],
});
const DOCUMENT = references("data.aws_iam_policy_document.t.json", "data.aws_iam_policy_document.t");
const CONDITION = "module.a.data.aws_iam_policy_document.t, statement 1, condition 3 (StringEquals)";
const ARGUMENT = "the argument subjects of module.a";

describe("what Terraform shows names its source", () => {
  test.each<{ readonly name: string; readonly of: (subject: string) => Json; readonly comesFrom: readonly string[] }>([
    { name: "what show prints", of: shown, comesFrom: [] },
    { name: "a state", of: stateFile, comesFrom: [] },
    {
      name: "a plan, by the condition of a data source",
      of: (subject) => plan(subject, { trust: DOCUMENT, values: { constant_value: ["y"] }, argument: {} }),
      comesFrom: [CONDITION],
    },
    {
      name: "a plan, by an argument of the module",
      of: (subject) => plan(subject, { trust: DOCUMENT, values: references("var.subjects"), argument: { constant_value: ["y"] } }),
      comesFrom: [CONDITION, ARGUMENT],
    },
    {
      name: "a plan, by a variable of its own",
      of: (subject) => plan(subject, { trust: DOCUMENT, values: references("var.subjects"), argument: references("var.all") }),
      comesFrom: [CONDITION, ARGUMENT, "var.all"],
    },
    {
      name: "a plan, by a local value",
      of: (subject) => plan(subject, { trust: references("local.trust"), values: {}, argument: {} }),
      comesFrom: ["module.a.local.trust"],
    },
  ])("$name", ({ of, comesFrom }) => {
    const address = 'module.a["x"].aws_iam_role.b[0]';
    expect(generatedBy(JSON.stringify(of("old")), JSON.stringify(of("new")))).toEqual({
      tool: "Terraform",
      addresses: [address],
      changes: [{ address, attribute: "assume_role_policy", comesFrom, values: [{ pointer: SUBJECT, was: "old", is: "new" }] }],
    });
  });
});

test("what the CDK writes names its constructs, and texts in parts are read as one", () => {
  const of = (subject: string): string =>
    JSON.stringify({
      Resources: {
        Cond1: {
          Type: "Custom::AWSCDKCfnJson",
          Properties: { Value: { "Fn::Join": ["", ['{"', { Ref: "Issuer" }, `:sub":"${subject}"}`]] } },
          Metadata: { "aws:cdk:path": "Infra/Cluster/Sa/ConditionJson" },
        },
      },
    });
  expect(generatedBy(of("old"), of("new"))).toEqual({
    tool: "the AWS CDK",
    addresses: ["Infra/Cluster/Sa/ConditionJson"],
    changes: [{ address: "Infra/Cluster/Sa/ConditionJson", attribute: "Value", comesFrom: [], values: [{ pointer: "/${Issuer}:sub", was: "old", is: "new" }] }],
  });
});

test.each([
  { name: "a manifest", text: "kind: Pod\n" },
  { name: "YAML between braces", text: "{ kind: Pod }\n" },
  { name: "an answer of IAM", text: '{ "Role": { "RoleName": "a" } }' },
  { name: "a template by hand", text: '{ "Resources": { "A": { "Type": "AWS::IAM::Role" } } }' },
  { name: "a value that is called so", text: '{ "Role": { "Tags": [{ "Key": "terraform_version" }], "a": { "terraform_version": "1" } } }' },
])("$name is somebody's own", ({ text }) => {
  expect(generatedBy(text, text)).toBeNull();
});
