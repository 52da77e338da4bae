/** An operator whose keys stand in another place, to which it refers: each is told, and mended, where it is written. */
import { expect, test } from "vitest";
import type { InputFile } from "../src/index.js";
import { checkFiles, mendFiles } from "./check-input.js";
import { file } from "./forms/form.js";
import { FORMS } from "./forms/forms.js";
import { WORKING } from "./forms/world.js";
import { MUTATIONS } from "./mutations/mutations.js";

const ROLE = "/Resources/ClusterSa0RoleD9C2FBC5/Properties/AssumeRolePolicyDocument/Statement/0/Condition";

/** A template of the CDK, with something wrong in the condition on the subject. */
function cdk(mutation: string): readonly InputFile[] {
  const form = FORMS.find(({ name }) => name === "the CDK, with a cluster that is there");
  const world = MUTATIONS.find(({ name }) => name === mutation)?.apply(WORKING, 0);
  return (world === undefined ? null : form?.write(world)) ?? [];
}

/** A role in YAML, one of whose operators has the keys of another statement by an alias. */
function aliased(operator: string): readonly InputFile[] {
  const { issuer, account } = WORKING;
  const role = `Role:
  Path: /
  RoleName: payments
  Arn: arn:aws:iam::${account}:role/payments
  AssumeRolePolicyDocument:
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: { Service: ec2.amazonaws.com }
        Action: sts:AssumeRole
        Condition:
          StringEquals: &subject
            ${issuer}:sub: system:serviceaccount:billing:payments-sa
      - Effect: Allow
        Principal: { Federated: arn:aws:iam::${account}:oidc-provider/${issuer} }
        Action: sts:AssumeRoleWithWebIdentity
        Condition:
          StringEquals:
            ${issuer}:aud: sts.amazonaws.com
          ${operator}: *subject
`;
  const form = FORMS.find(({ name }) => name === "kubectl and aws");
  return (form?.write(WORKING) ?? []).map((input) => (input.file === "role-0.json" ? file("role.yaml", role) : input));
}

interface Row {
  readonly name: string;
  readonly files: readonly InputFile[];
  /** Where its cause stands. */
  readonly causedAt: readonly string[];
  /** Lines that go when it is mended; `null` where that is left to people. */
  readonly removed: readonly string[] | null;
}

const ALIASED = "/Role/AssumeRolePolicyDocument/Statement/1/Condition";
const AUDIENCE = "/Resources/ClusterSa0Condition075D5BA84/Properties/Value";
const SUBJECT = "/Resources/ClusterSa0Condition175D5BA85/Properties/Value";

test.each<Row>([
  { name: "the CDK, a negated operator", files: cdk("a negated operator for sub"), causedAt: [`${ROLE}/StringNotEquals`], removed: null },
  {
    name: "the CDK, an operator of another type",
    files: cdk("an operator of another type for sub"),
    causedAt: [`${ROLE}/ArnEquals`, AUDIENCE],
    removed: ["},", '"ArnEquals": {', '"ClusterSa0Condition175D5BA85",', `"Value": "{\\"${WORKING.issuer}:aud`],
  },
  { name: "the CDK, another subject", files: cdk("a pattern that does not fit"), causedAt: [SUBJECT], removed: [`"Value": "{\\"${WORKING.issuer}:sub`] },
  { name: "an alias, a negated operator", files: aliased("StringNotEquals"), causedAt: [`${ALIASED}/StringNotEquals`], removed: null },
  {
    name: "an alias, an operator of another type",
    files: aliased("ArnEquals"),
    causedAt: [`${ALIASED}/ArnEquals`, `${ALIASED}/StringEquals/${WORKING.issuer.replaceAll("/", "~1")}:sub`],
    removed: ["ArnEquals: *subject"],
  },
])("$name", async ({ files, causedAt, removed }) => {
  const checked = await checkFiles(files);
  const failures = checked.report.workloads.flatMap(({ containers }) => containers);
  expect(failures.map((one) => one.causedAt.map(({ pointer }) => pointer))).toEqual([causedAt]);
  const { files: mended } = await mendFiles(files, checked);
  const gone = mended.flatMap(({ before, after }) => {
    const kept = new Set(after.split("\n"));
    return before.split("\n").filter((line) => !kept.has(line));
  });
  expect(gone.map((line, index) => line.trim().slice(0, removed?.[index]?.length))).toEqual(removed ?? []);
});
