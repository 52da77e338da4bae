/** One world in every form in which people have it. */
import { stringify } from "yaml";
import type { InputFile } from "../../src/index.js";
import { trustPolicyOf, type World } from "./world.js";

/** A form, by what writes it. */
export interface Form {
  readonly name: string;
  readonly write: (world: World) => readonly InputFile[];
}

const file = (name: string, text: string): InputFile => ({ file: name, text, isNamed: true });
const json = (name: string, value: unknown): InputFile => file(name, `${JSON.stringify(value, null, 2)}\n`);

const deployment = ({ namespace, serviceAccount }: World) => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "payments", namespace },
  spec: {
    selector: {},
    template: {
      metadata: { labels: { app: "payments" } },
      spec: { serviceAccountName: serviceAccount, containers: [{ name: "app", image: "example.com/payments:1" }] },
    },
  },
});
const account = ({ namespace, serviceAccount, annotation }: World) => ({
  apiVersion: "v1",
  kind: "ServiceAccount",
  metadata: { name: serviceAccount, namespace, annotations: { "eks.amazonaws.com/role-arn": annotation } },
});
const manifests = (world: World): InputFile => file("app.yaml", `${stringify(deployment(world))}---\n${stringify(account(world))}`);

const describedCluster = ({ account: id, region, issuer }: World): InputFile =>
  json("cluster.json", { cluster: { name: "prod", arn: `arn:aws:eks:${region}:${id}:cluster/prod`, identity: { oidc: { issuer: `https://${issuer}` } } } });

/** Every form. */
export const FORMS: readonly Form[] = [
  {
    name: "kubectl and aws",
    write: (world) => [
      manifests(world),
      describedCluster(world),
      json("provider.json", { Url: world.issuer, ClientIDList: world.clientIds, ThumbprintList: [] }),
      json("role.json", {
        Role: { RoleName: world.role, Arn: `arn:aws:iam::${world.account}:role/${world.role}`, AssumeRolePolicyDocument: trustPolicyOf(world) },
      }),
    ],
  },
  {
    name: "the policy alone, percent-encoded",
    write: (world) => [
      manifests(world),
      describedCluster(world),
      json("provider.json", { Url: world.issuer, ClientIDList: world.clientIds }),
      json("trust.json", { Role: { RoleName: world.role, AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trustPolicyOf(world))) } }),
    ],
  },
  {
    name: "a state of Terraform",
    write: (world) => [file("app.yaml", stringify(deployment(world))), json("state.json", terraform(world, { isApplied: true }))],
  },
  {
    name: "a plan of Terraform",
    write: (world) => [file("app.yaml", stringify(deployment(world))), json("plan.json", terraform(world, { isApplied: false }))],
  },
  { name: "CloudFormation in YAML", write: (world) => [manifests(world), file("template.yaml", cloudformationYaml(world))] },
  { name: "CloudFormation in JSON", write: (world) => [manifests(world), json("template.json", cloudformationJson(world))] },
  {
    name: "Crossplane",
    write: (world) => [
      manifests(world),
      describedCluster(world),
      file("iam.yaml", `${stringify(crossplaneRole(world))}---\n${stringify(crossplaneProvider(world))}`),
    ],
  },
  {
    name: "AWS Controllers for Kubernetes",
    write: (world) => [manifests(world), describedCluster(world), file("iam.yaml", `${stringify(ackRole(world))}---\n${stringify(ackProvider(world))}`)],
  },
];

/** A plan knows no ARN of what is yet to be made, and what refers to one only by its address. */
function terraform(world: World, { isApplied }: { readonly isApplied: boolean }): unknown {
  const arn = `arn:aws:iam::${world.account}:role/${world.role}`;
  const resource = (address: string, values: unknown) => ({ address, mode: "managed", type: address.split(".")[0], name: address.split(".")[1], values });
  const isAsMeant = world.annotation === arn;
  const annotations = isApplied || !isAsMeant ? { annotations: { "eks.amazonaws.com/role-arn": world.annotation } } : {};
  const root_module = {
    resources: [
      resource("aws_eks_cluster.this", {
        name: "prod",
        arn: `arn:aws:eks:${world.region}:${world.account}:cluster/prod`,
        identity: [{ oidc: [{ issuer: `https://${world.issuer}` }] }],
      }),
      resource("kubernetes_service_account.this", { metadata: [{ name: world.serviceAccount, namespace: world.namespace, ...annotations }] }),
      resource("aws_s3_bucket.other", { bucket: "other" }),
    ],
    child_modules: [
      {
        address: "module.irsa",
        resources: [
          resource("aws_iam_role.pod", {
            name: world.role,
            path: "/",
            assume_role_policy: JSON.stringify(trustPolicyOf(world)),
            permissions_boundary: "",
            ...(isApplied ? { arn } : {}),
          }),
          resource("aws_iam_openid_connect_provider.this", { url: `https://${world.issuer}`, client_id_list: world.clientIds, thumbprint_list: [] }),
        ],
      },
    ],
  };
  if (isApplied) return { format_version: "1.0", terraform_version: "1.9.0", values: { root_module } };
  const expressions = {
    metadata: [{ name: { constant_value: world.serviceAccount }, annotations: { references: ["aws_iam_role.pod.arn", "aws_iam_role.pod"] } }],
  };
  const configuration = { root_module: { resources: [{ address: "kubernetes_service_account.this", expressions }] } };
  return { format_version: "1.2", terraform_version: "1.9.0", planned_values: { root_module }, configuration };
}

function cloudformationYaml(world: World): string {
  const policy = JSON.stringify(trustPolicyOf(world)).replaceAll(world.trustedIssuer, "${Issuer}").replaceAll(world.account, "${AWS::AccountId}");
  return `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Issuer: { Type: String }
Resources:
  Provider:
    Type: AWS::IAM::OIDCProvider
    Properties:
      Url: !Sub https://\${Issuer}
      ClientIdList: ${JSON.stringify(world.clientIds)}
  PodRole:
    Type: AWS::IAM::Role
    Properties:
      RoleName: ${world.role}
      AssumeRolePolicyDocument: !Sub |
        ${policy}
  Bucket:
    Type: AWS::S3::Bucket
`;
}

function cloudformationJson(world: World): unknown {
  const { account: _, ...written } = world;
  return {
    Resources: {
      Provider: { Type: "AWS::IAM::OIDCProvider", Properties: { Url: `https://${world.issuer}`, ClientIdList: world.clientIds } },
      PodRole: {
        Type: "AWS::IAM::Role",
        Properties: {
          RoleName: world.role,
          AssumeRolePolicyDocument: {
            ...trustPolicyOf({ ...written, account: "x" }),
            Statement: trustPolicyOf({ ...written, account: "x" }).Statement.map((statement) => ({
              ...statement,
              Principal: { Federated: { "Fn::GetAtt": ["Provider", "Arn"] } },
            })),
          },
        },
      },
    },
  };
}

const crossplaneRole = (world: World) => ({
  apiVersion: "iam.aws.upbound.io/v1beta1",
  kind: "Role",
  metadata: { name: "payments-role", annotations: { "crossplane.io/external-name": world.role } },
  spec: { forProvider: { assumeRolePolicy: JSON.stringify(trustPolicyOf(world)) }, providerConfigRef: { name: "default" } },
});
const crossplaneProvider = ({ issuer, clientIds }: World) => ({
  apiVersion: "iam.aws.upbound.io/v1beta1",
  kind: "OpenIDConnectProvider",
  metadata: { name: "cluster" },
  spec: { forProvider: { url: `https://${issuer}`, clientIdList: clientIds, thumbprintList: [] } },
});
const ackRole = (world: World) => ({
  apiVersion: "iam.services.k8s.aws/v1alpha1",
  kind: "Role",
  metadata: { name: "payments" },
  spec: { name: world.role, assumeRolePolicyDocument: JSON.stringify(trustPolicyOf(world)) },
});
const ackProvider = ({ issuer, clientIds }: World) => ({
  apiVersion: "iam.services.k8s.aws/v1alpha1",
  kind: "OpenIDConnectProvider",
  metadata: { name: "cluster" },
  spec: { url: `https://${issuer}`, clientIDs: clientIds },
});
