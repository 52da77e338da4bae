/** What `cdk synth` writes: hashed logical ids, texts in parts, conditions by a custom resource, manifests as JSON. */
import { type Form, json } from "../form.js";
import { type FormProvider, type FormRole, type Iam, iamOf, type Place } from "../iam.js";
import { type Identity, providerArnOf, ROLE_ARN, roleArnOf, type Statement, type World } from "../world.js";
import { describedCluster } from "./aws-cli.js";
import { workloads } from "./manifests.js";

export const CDK: readonly Form[] = [
  { name: "the CDK, with the cluster", write: (world) => [describedCluster(world), json("cdk.out/Infra.template.json", synthesised(world, OWN))] },
  {
    name: "the CDK, with a cluster that is there",
    write: (world) => [describedCluster(world), json("cdk.out/Infra.template.json", synthesised(world, GIVEN))],
  },
];

type Resource = readonly [id: string, resource: { readonly Type: string; readonly Properties: object }];

/** How a stack refers to its provider. */
export interface CdkStyle {
  readonly principal: (arn: string, place: Place) => unknown;
  /** A text in which the issuer stands. */
  readonly text: (written: string, place: Place) => unknown;
  readonly url: (provider: FormProvider, place: Place) => unknown;
}

const CLUSTER = "Cluster9EE0221C";
const PROVIDER = "ClusterOpenIdConnectProviderE7EB0530";
const ISSUER = { "Fn::Select": [1, { "Fn::Split": [":oidc-provider/", { Ref: PROVIDER }] }] };

/** Only a provider whose URL is the cluster's is referred to as such. */
const OWN: CdkStyle = {
  principal: (arn, place) => (arn === providerArnOf(place) && place.providerUrl === place.issuer ? { Ref: PROVIDER } : arn),
  text: (written, { issuer, providerUrl }) => (providerUrl === issuer ? inParts(written, issuer, ISSUER) : written),
  url: ({ url }, { issuer }) => (url === issuer ? { "Fn::GetAtt": [CLUSTER, "OpenIdConnectIssuerUrl"] } : `https://${url}`),
};

/** Of a cluster that was imported. */
export const GIVEN: CdkStyle = { principal: (arn) => arn, text: (written) => written, url: ({ url }) => `https://${url}` };

/** Of a cluster that was imported, whose provider is made here. */
export const PROVIDER_ALONE: CdkStyle = { ...OWN, url: GIVEN.url };

function synthesised(world: World, style: CdkStyle): unknown {
  const { version } = world;
  const cluster: Resource = [CLUSTER, { Type: "Custom::AWSCDK-EKS-Cluster", Properties: { ...token("Cluster"), Config: { name: "prod", version } } }];
  return templateOf([
    ...(style === OWN ? [cluster] : []),
    ...iamResources(iamOf(world), { place: world, style }),
    ...world.identities.map((identity, index) => accountOf(identity, index, world)),
    ...workloads(world).map((workload, index) => manifest(`Clustermanifestapp${index}`, JSON.stringify([workload]))),
  ]);
}

/** A stack that makes nothing but what is in IAM. */
export function iamStack(iam: Iam, around: Around): unknown {
  return templateOf(iamResources(iam, around));
}

function templateOf(resources: readonly Resource[]): unknown {
  const withPaths = resources.map(([id, resource]) => [id, { ...resource, Metadata: { "aws:cdk:path": `Infra/${id.slice(0, -8)}/Resource` } }]);
  return {
    Resources: Object.fromEntries(withPaths),
    Parameters: { BootstrapVersion: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/cdk-bootstrap/hnb659fds/version" } },
  };
}

function iamResources({ roles, providers }: Iam, around: Around): readonly Resource[] {
  return [
    ...providers.map((provider, index): Resource => {
      const Properties = { ...token("Provider"), ClientIDList: provider.clientIds, Url: around.style.url(provider, around.place) };
      return [index === 0 ? PROVIDER : hashed(`Provider${index}`), { Type: "Custom::AWSCDKOpenIdConnectProvider", Properties }];
    }),
    ...roles.flatMap((role, index) => roleOf(role, index, around)),
  ];
}

interface Around {
  readonly place: Place;
  readonly style: CdkStyle;
}

function roleId(index: number): string {
  return hashed(`ClusterSa${index}Role`);
}

/** The role, with a custom resource for each operator of its conditions, and its policies beside it. */
function roleOf({ name, path, trust, maxSessionDuration, policies }: FormRole, index: number, { place, style }: Around): readonly Resource[] {
  const conditions: Resource[] = [];
  const referred = (written: string | readonly string[]) =>
    typeof written === "string" ? style.principal(written, place) : written.map((arn) => style.principal(arn, place));
  const referring = (statement: Statement): unknown => {
    const { Condition: condition, Principal: principal } = statement;
    const operators = Object.entries(condition ?? {}).map(([operator, keys]) => {
      const id = hashed(`ClusterSa${index}Condition${conditions.length}`);
      conditions.push([id, { Type: "Custom::AWSCDKCfnJson", Properties: { ...token("Json"), Value: style.text(JSON.stringify(keys), place) } }]);
      return [operator, { "Fn::GetAtt": [id, "Value"] }];
    });
    return {
      ...statement,
      ...(principal === "*" || principal.Federated === undefined ? {} : { Principal: { ...principal, Federated: referred(principal.Federated) } }),
      ...(condition === undefined ? {} : { Condition: Object.fromEntries(operators) }),
    };
  };
  const properties = {
    ...{ AssumeRolePolicyDocument: { ...trust, Statement: trust.Statement.map(referring) }, MaxSessionDuration: maxSessionDuration },
    ...{ Path: path, RoleName: name },
  };
  return [
    [roleId(index), { Type: "AWS::IAM::Role", Properties: properties }],
    ...conditions,
    ...policies.map((policy, at): Resource => {
      const Properties = { PolicyDocument: policy.document, PolicyName: policy.name, Roles: [{ Ref: roleId(index) }] };
      return [hashed(`ClusterSa${index}RolePolicy${at}`), { Type: "AWS::IAM::Policy", Properties }];
    }),
  ];
}

/** Whoever means the role of the same stack refers to it. */
function accountOf(identity: Identity, index: number, world: World): Resource {
  const { namespace, serviceAccount } = identity;
  const { name, annotations } = serviceAccount;
  const metadata = { name, namespace, labels: { "app.kubernetes.io/name": name }, ...(Object.keys(annotations).length === 0 ? {} : { annotations }) };
  const text = JSON.stringify([{ apiVersion: "v1", kind: "ServiceAccount", metadata }]);
  const arn = roleArnOf(world, identity);
  const isOwn = annotations[ROLE_ARN] === arn;
  return manifest(`ClusterSa${index}manifest`, isOwn ? inParts(text, arn, { "Fn::GetAtt": [roleId(index), "Arn"] }) : text);
}

function manifest(name: string, Manifest: unknown): Resource {
  return [
    hashed(name),
    { Type: "Custom::AWSCDK-EKS-KubernetesResource", Properties: { ...token("Kubectl"), Manifest, ClusterName: "prod", PruneLabel: "aws.cdk.eks/prune-c8" } },
  ];
}

/** A text as `Fn::Join` of what stands between the places where `value` stands; itself where it stands nowhere. */
function inParts(text: string, value: string, reference: unknown): unknown {
  const [first = "", ...others] = text.split(value);
  return others.length === 0 ? text : { "Fn::Join": ["", [first, ...others.flatMap((part) => [reference, part])].filter((part) => part !== "")] };
}

function token(of: string) {
  return { ServiceToken: { "Fn::GetAtt": [hashed(`${of}Handler`), "Arn"] } };
}

/** As the CDK does it, eight hexadecimal digits behind the name. */
function hashed(name: string): string {
  const hash = [...name].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 0x1_0000_0000, 7);
  return `${name}${hash.toString(16).toUpperCase().padStart(8, "0")}`;
}
