/** What people give by mistake is named, with the command that gives the right thing; and what is written in another way is read. */
import { describe, expect, test } from "vitest";
import { CheckError, type InputFile } from "../src/index.js";
import { checkInput } from "./check-input.js";
import { file } from "./forms/form.js";
import { FORMS } from "./forms/forms.js";
import { WORKING } from "./forms/world.js";

const [FORM] = FORMS;
const GIVEN = FORM.write(WORKING) ?? [];

async function faultsOf(input: InputFile): Promise<readonly string[]> {
  try {
    await checkInput([...GIVEN, input]);
    return [];
  } catch (error) {
    if (!(error instanceof CheckError)) throw error;
    return error.problems.map(({ message, expected }) => `${message}; expected ${expected}`);
  }
}

describe("what is not read", () => {
  test.each([
    {
      name: "kubectl describe",
      text: "Name:             web-1\nNamespace:        shop\nPriority:         0\nNode:             a/10.0.0.1\n",
      told: "kubectl describe",
      instead: "-o yaml",
    },
    {
      name: "a table of kubectl",
      text: "NAME    READY   STATUS    RESTARTS   AGE\nweb-1   1/1     Running   0          5m\n",
      told: "a table of kubectl",
      instead: "-o yaml",
    },
    {
      name: "one of all namespaces",
      text: "NAMESPACE   NAME    SECRETS   AGE\nshop        web     0         5m\n",
      told: "a table of kubectl",
      instead: "-o yaml",
    },
    {
      name: "text of the AWS CLI",
      text: "ROLE\tarn:aws:iam::111122223333:role/web\t2025-01-01T00:00:00Z\n",
      told: "text of the AWS CLI",
      instead: "--output json",
    },
    {
      name: "a table of the AWS CLI",
      text: "------------------\n|    GetRole     |\n+----------------+\n",
      told: "a table of the AWS CLI",
      instead: "--output json",
    },
    {
      name: "an error of kubectl",
      text: 'Error from server (NotFound): pods "web" not found\n',
      told: "message of a command that failed",
      instead: "irsa-sim explain",
    },
    {
      name: "an error of the AWS CLI",
      text: "\nAn error occurred (NoSuchEntity) when calling the GetRole operation: no\n",
      told: "message of a command that failed",
      instead: "irsa-sim explain",
    },
    { name: "terraform show", text: '# aws_iam_role.web:\nresource "aws_iam_role" "web" {\n}\n', told: "terraform show", instead: "terraform show -json" },
    {
      name: "terraform plan",
      text: "\nTerraform used the selected providers to generate the following execution plan.\n",
      told: "terraform plan",
      instead: "terraform show -json plan",
    },
    {
      name: "a template of a chart",
      text: "metadata:\n  name: {{ .Values.name }}\n{{- if .Values.on }}\nkind: Pod\n{{- end }}\n",
      told: "template of a Helm chart",
      instead: "helm template",
    },
    { name: "values of a chart", text: "serviceAccount:\n  create: true\n", told: "values of a Helm chart", instead: "helm template" },
    { name: "a scenario", text: "title: x\nbase: basic\nexpect: { outcome: succeeded }\n", told: "a scenario of irsa-sim", instead: "irsa-sim run team" },
    {
      name: "a kustomization",
      text: "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n",
      told: "a kustomization",
      instead: "kubectl kustomize team",
    },
  ])("$name", async ({ text, told, instead }) => {
    expect(await faultsOf(file("team/given.yaml", text))).toEqual([expect.stringMatching(new RegExp(`${told}.*; expected .*${instead}`))]);
  });

  test("what was only found is a notice", async () => {
    const { verdict, notices } = await checkInput([
      ...GIVEN,
      { file: "team/scenario.yaml", text: "title: x\nbase: basic\ntimeline: []\nexpect: {}\n", isNamed: false },
    ]);
    expect([verdict, notices.map(({ message }) => message)]).toEqual(["works", expect.arrayContaining([expect.stringContaining("irsa-sim run team")])]);
  });

  test("a long text that is none of these does not take long", async () => {
    const text = Array.from({ length: 2000 }, (_, index) => `a${index}: b`).join("\n");
    expect((await faultsOf(file("long.yaml", text))).length).toBe(1);
  });
});

describe("what is written in another way", () => {
  const written = (change: (text: string) => string) => GIVEN.map((one) => ({ ...one, text: change(one.text) }));

  test.each<{ readonly name: string; readonly files: readonly InputFile[] }>([
    { name: "lines that end as Windows has them", files: written((text) => text.replaceAll("\n", "\r\n")) },
    { name: "a byte order mark", files: written((text) => `\uFEFF${text}`) },
  ])("$name", async ({ files }) => {
    expect((await checkInput(files)).verdict).toBe("works");
  });

  test("what the AWS CLI prints as YAML", async () => {
    const role = `Role:
  Arn: arn:aws:iam::111122223333:role/web
  AssumeRolePolicyDocument:
    Statement:
    - Action: sts:AssumeRoleWithWebIdentity
      Condition:
        StringEquals:
          oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90:sub: system:serviceaccount:shop:other
      Effect: Allow
      Principal:
        Federated: arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90
    Version: '2012-10-17'
  CreateDate: '2025-03-04T10:11:12+00:00'
  MaxSessionDuration: 3600
  Path: /
  RoleId: AROAEXAMPLEEXAMPLE12
  RoleName: web
`;
    expect(await causeWith(role)).toEqual(["trust-sub-mismatch", "role.yaml"]);
  });

  test("a policy in base64", async () => {
    const statement = {
      Effect: "Allow",
      Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90" },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: { StringEquals: { "oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90:sub": "system:serviceaccount:shop:other" } },
    };
    const text = btoa(JSON.stringify({ Version: "2012-10-17", Statement: [statement] }, null, 2));
    expect(await causeWith(text.replaceAll(/.{76}/g, "$&\n"))).toEqual(["trust-sub-mismatch", "role.yaml"]);
  });
});

async function causeWith(role: string): Promise<readonly (string | null | undefined)[]> {
  const account =
    "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: web\n  namespace: shop\n  annotations: { eks.amazonaws.com/role-arn: 'arn:aws:iam::111122223333:role/web' }\n";
  const { failure, workloads } = await checkInput([file("account.yaml", account), file("role.yaml", role)]);
  return [failure?.cause, workloads[0]?.containers[0]?.causedAt[0]?.file];
}
