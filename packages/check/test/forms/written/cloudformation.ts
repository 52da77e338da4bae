/** Templates of CloudFormation, by hand and by the CDK. */
import type { InputFile } from "../../../src/index.js";
import { type Form, file, json } from "../form.js";
import { providerArnOf, type Statement, type World } from "../world.js";
import { describedCluster } from "./aws-cli.js";
import { manifests } from "./manifests.js";

export const CLOUDFORMATION: readonly Form[] = [
  { name: "CloudFormation in YAML", write: (world) => [manifests(world), describedCluster(world), yamlTemplate(world)] },
  { name: "CloudFormation in JSON", write: (world) => [manifests(world), describedCluster(world), json("template.json", { Resources: resources(world) })] },
  { name: "the CDK", write: (world) => [manifests(world), describedCluster(world), json("Stack.template.json", synthesised(world))] },
];

/** Policies are texts in which `!Sub` puts the issuer and the account. */
function yamlTemplate(world: World): InputFile {
  const roles = world.identities.map(({ role: { name, path, trust } }, index) => {
    const policy = JSON.stringify(trust).replaceAll(world.issuer, "${Issuer}").replaceAll(world.account, "${AWS::AccountId}");
    return `  Role${index}:
    Type: AWS::IAM::Role
    Properties:
      RoleName: ${name}
      Path: ${path}
      AssumeRolePolicyDocument: !Sub |
        ${policy}
`;
  });
  const url = world.providerUrl === world.issuer ? "!Sub https://${Issuer}" : `https://${world.providerUrl}`;
  return file(
    "template.yaml",
    `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Issuer: { Type: String }
Resources:
  Provider:
    Type: AWS::IAM::OIDCProvider
    Properties:
      Url: ${url}
      ClientIdList: ${JSON.stringify(world.clientIds)}
${roles.join("")}  Bucket:
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

/** The CDK notes where each resource comes from. */
function synthesised(world: World): unknown {
  const found = Object.entries(resources(world)).map(([id, resource]) => [id, { ...resource, Metadata: { "aws:cdk:path": `Stack/${id}/Resource` } }]);
  return {
    Resources: Object.fromEntries(found),
    Parameters: { BootstrapVersion: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/cdk-bootstrap/hnb659fds/version" } },
  };
}
