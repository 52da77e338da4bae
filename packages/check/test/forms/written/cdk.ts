/** What `cdk synth` writes: hashed logical ids, texts in parts, conditions by a custom resource, manifests as JSON. */
import { type Form, json } from "../form.js";
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
interface Style {
  readonly principal: (arn: string, world: World) => unknown;
  /** A text in which the issuer stands. */
  readonly text: (written: string, world: World) => unknown;
  readonly url: (world: World) => unknown;
  readonly cluster: (world: World) => readonly Resource[];
}

const CLUSTER = "Cluster9EE0221C";
const PROVIDER = "ClusterOpenIdConnectProviderE7EB0530";
const ISSUER = { "Fn::Select": [1, { "Fn::Split": [":oidc-provider/", { Ref: PROVIDER }] }] };

/** Only a provider whose URL is the cluster's is referred to as such. */
const OWN: Style = {
  principal: (arn, world) => (arn === providerArnOf(world) && world.providerUrl === world.issuer ? { Ref: PROVIDER } : arn),
  text: (written, world) => (world.providerUrl === world.issuer ? inParts(written, world.issuer, ISSUER) : written),
  url: (world) => (world.providerUrl === world.issuer ? { "Fn::GetAtt": [CLUSTER, "OpenIdConnectIssuerUrl"] } : `https://${world.providerUrl}`),
  cluster: ({ version }) => [[CLUSTER, { Type: "Custom::AWSCDK-EKS-Cluster", Properties: { ...token("Cluster"), Config: { name: "prod", version } } }]],
};

const GIVEN: Style = { principal: (arn) => arn, text: (written) => written, url: ({ providerUrl }) => `https://${providerUrl}`, cluster: () => [] };

function synthesised(world: World, style: Style): unknown {
  const provider: Resource = [
    PROVIDER,
    { Type: "Custom::AWSCDKOpenIdConnectProvider", Properties: { ...token("Provider"), ClientIDList: world.clientIds, Url: style.url(world) } },
  ];
  const found = [
    ...style.cluster(world),
    provider,
    ...world.identities.flatMap((identity, index) => [...roleOf(identity, index, { world, style }), accountOf(identity, index, world)]),
    ...workloads(world).map((workload, index) => manifest(`Clustermanifestapp${index}`, JSON.stringify([workload]))),
  ];
  const withPaths = found.map(([id, resource]) => [id, { ...resource, Metadata: { "aws:cdk:path": `Infra/${id.slice(0, -8)}/Resource` } }]);
  return {
    Resources: Object.fromEntries(withPaths),
    Parameters: { BootstrapVersion: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/cdk-bootstrap/hnb659fds/version" } },
  };
}

interface Around {
  readonly world: World;
  readonly style: Style;
}

function roleId(index: number): string {
  return hashed(`ClusterSa${index}Role`);
}

/** The role, behind a custom resource for each operator of its conditions. */
function roleOf({ role: { name, path, trust } }: Identity, index: number, { world, style }: Around): readonly Resource[] {
  const conditions: Resource[] = [];
  const referring = (statement: Statement): unknown => {
    const { Condition: condition, Principal: principal } = statement;
    const operators = Object.entries(condition ?? {}).map(([operator, keys]) => {
      const id = hashed(`ClusterSa${index}Condition${conditions.length}`);
      conditions.push([id, { Type: "Custom::AWSCDKCfnJson", Properties: { ...token("Json"), Value: style.text(JSON.stringify(keys), world) } }]);
      return [operator, { "Fn::GetAtt": [id, "Value"] }];
    });
    return {
      ...statement,
      ...(principal === "*" || principal.Federated === undefined ? {} : { Principal: { Federated: style.principal(principal.Federated, world) } }),
      ...(condition === undefined ? {} : { Condition: Object.fromEntries(operators) }),
    };
  };
  const properties = { AssumeRolePolicyDocument: { Statement: trust.Statement.map(referring), Version: trust.Version }, Path: path, RoleName: name };
  return [[roleId(index), { Type: "AWS::IAM::Role", Properties: properties }], ...conditions];
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
