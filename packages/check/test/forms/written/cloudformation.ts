/** Templates of CloudFormation, by hand. Keys of YAML and JSON hold no functions, so whoever does not know the issuer writes conditions as texts. */
import type { InputFile } from "../../../src/index.js";
import { type Form, file, json } from "../form.js";
import { type FormRole, type Iam, iamOf, type Place } from "../iam.js";
import { providerArnOf, type Statement, type World } from "../world.js";
import { describedCluster } from "./aws-cli.js";
import { manifests } from "./manifests.js";

export const CLOUDFORMATION: readonly Form[] = [
  {
    name: "CloudFormation in YAML, a policy as a text",
    write: (world) => [manifests(world), describedCluster(world), yamlTemplate(iamOf(world), world, subText)],
  },
  {
    name: "CloudFormation in YAML, a text with values",
    write: (world) => [manifests(world), describedCluster(world), yamlTemplate(iamOf(world), world, subWithValues)],
  },
  {
    name: "CloudFormation in YAML, conditions as a custom resource",
    write: (world) => [manifests(world), describedCluster(world), customTemplate(iamOf(world), world)],
  },
  { name: "CloudFormation in YAML, literal", write: (world) => [manifests(world), describedCluster(world), yamlTemplate(iamOf(world), world, literal)] },
  { name: "CloudFormation in JSON", write: (world) => [manifests(world), describedCluster(world), json("template.json", { Resources: resources(world) })] },
];

/** A text in which the issuer and the account are parameters, and variables of a policy are none. */
function parametrised({ issuer, account }: Place, text: string): string {
  return text.replaceAll("${", "${!").replaceAll(issuer, "${Issuer}").replaceAll(account, "${AWS::AccountId}");
}

/** How a template has a role's trust policy. */
export type WrittenPolicy = (place: Place, policy: unknown) => string;

export const subText: WrittenPolicy = (world, policy) => ` !Sub |\n        ${parametrised(world, JSON.stringify(policy))}\n`;
const literal: WrittenPolicy = (_, policy) => `\n        ${JSON.stringify(policy)}\n`;

/** On many lines, with the issuer from the provider's ARN. */
const subWithValues: WrittenPolicy = (world, policy) => {
  const text = parametrised(world, JSON.stringify(policy, null, 2))
    .replaceAll("${Issuer}", "${Provider}")
    .replaceAll("\n", "\n            ");
  return `
        Fn::Sub:
          - |-
            ${text}
          - Provider: !Select [1, !Split ["oidc-provider/", "arn:aws:iam::${world.account}:oidc-provider/${world.issuer}"]]
`;
};

/** A custom resource gives the conditions back as an object. */
export function customTemplate(iam: Iam, place: Place): InputFile {
  const conditions: string[] = [];
  const withReferences = iam.roles.map((role, index) => {
    const statements = role.trust.Statement.map((statement) => {
      if (statement.Condition === undefined) return statement;
      const operators = Object.entries(statement.Condition).map(([operator, keys]) => {
        const id = `Condition${conditions.length}`;
        conditions.push(`  ${id}:
    Type: Custom::Json
    Properties:
      ServiceToken: !ImportValue json-function
      Value: !Sub '${parametrised(place, JSON.stringify(keys)).replaceAll("'", "''")}'
`);
        return [operator, { "Fn::GetAtt": [id, "Value"] }];
      });
      return { ...statement, Condition: Object.fromEntries(operators) };
    });
    return roleIn(index, role, `\n        ${JSON.stringify({ ...role.trust, Statement: statements })}\n`);
  });
  return templateOf(iam, place, [...conditions, ...withReferences]);
}

/** A template by hand. */
export function yamlTemplate(iam: Iam, place: Place, written: WrittenPolicy): InputFile {
  return templateOf(
    iam,
    place,
    iam.roles.map((role, index) => roleIn(index, role, written(place, role.trust))),
  );
}

function roleIn(index: number, { name, path, maxSessionDuration, policies }: FormRole, trust: string): string {
  const inline = policies.map((policy) => ({ PolicyName: policy.name, PolicyDocument: policy.document }));
  return `  Role${index}:
    Type: AWS::IAM::Role
    Properties:
      RoleName: ${name}
      Path: ${path}
${maxSessionDuration === undefined ? "" : `      MaxSessionDuration: ${maxSessionDuration}\n`}${
  inline.length === 0 ? "" : `      Policies: ${JSON.stringify(inline)}\n`
}      AssumeRolePolicyDocument:${trust}`;
}

function templateOf({ providers }: Iam, { issuer }: Place, others: readonly string[]): InputFile {
  const written = providers.map(
    ({ url, clientIds }, index) => `  Provider${index === 0 ? "" : index}:
    Type: AWS::IAM::OIDCProvider
    Properties:
      Url: ${url === issuer ? "!Sub https://${Issuer}" : `https://${url}`}
      ClientIdList: ${JSON.stringify(clientIds)}
`,
  );
  return file(
    "template.yaml",
    `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Issuer: { Type: String }
Resources:
${[...written, ...others].join("")}  Bucket:
    Type: AWS::S3::Bucket
`,
  );
}

function resources(world: World): Readonly<Record<string, { readonly Type: string; readonly Properties: object }>> {
  return {
    Provider: { Type: "AWS::IAM::OIDCProvider", Properties: { Url: `https://${world.providerUrl}`, ClientIdList: world.clientIds } },
    ...Object.fromEntries(
      world.identities.map(({ role: { name, path, trust } }, index) => [
        `Role${index}`,
        {
          Type: "AWS::IAM::Role",
          Properties: {
            RoleName: name,
            Path: path,
            AssumeRolePolicyDocument: { ...trust, Statement: trust.Statement.map((statement) => referring(statement, world)) },
          },
        },
      ]),
    ),
  };
}

/** Somebody who means the provider of the same template refers to it. */
function referring(statement: Statement, world: World): object {
  const { Principal: principal } = statement;
  const isOwn = principal !== "*" && principal.Federated === providerArnOf(world) && world.providerUrl === world.issuer;
  return isOwn ? { ...statement, Principal: { Federated: { "Fn::GetAtt": ["Provider", "Arn"] } } } : statement;
}
