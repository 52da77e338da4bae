import { expect, test } from "vitest";
import { generatedBy } from "./generated-by.js";

const shown = (policy: string): string =>
  JSON.stringify({
    terraform_version: "1.9.5",
    values: {
      root_module: { child_modules: [{ address: "module.a", resources: [{ address: "module.a.aws_iam_role.b", values: { assume_role_policy: policy } }] }] },
    },
  });
const state = (policy: string): string =>
  JSON.stringify({
    version: 4,
    terraform_version: "1.9.5",
    resources: [{ module: "module.a", type: "aws_iam_role", name: "b", instances: [{ attributes: { assume_role_policy: policy } }] }],
  });

test.each([
  { name: "what show prints", of: shown, addresses: ["module.a.aws_iam_role.b"] },
  { name: "a state", of: state, addresses: ["module.a.aws_iam_role.b"] },
])("$name is Terraform's", ({ of, addresses }) => {
  expect(generatedBy(of("1"), of("2"))).toEqual({ tool: "Terraform", addresses });
});

test.each([
  { name: "a manifest", text: "kind: Pod\n" },
  { name: "an answer of IAM", text: '{ "Role": { "RoleName": "a" } }' },
  { name: "a value that is called so", text: '{ "Role": { "Tags": [{ "Key": "terraform_version" }], "a": { "terraform_version": "1" } } }' },
])("$name is somebody's own", ({ text }) => {
  expect(generatedBy(text, text)).toBeNull();
});
