/** CloudFormation's resources around IRSA, each by its type, with intrinsic functions evaluated. */
import { listAt, objectAt, scalarAt } from "../../../tree/build-node.js";
import { itemsOf } from "../../../tree/items-of.js";
import { type LocatedNode, memberOf, type ObjectNode } from "../../../tree/located-tree.js";
import { unknownText } from "../../../unknown/unknown-text.js";
import { decodeDocument } from "../../iam/decode-document.js";
import { valuesByName } from "../../iam/values-by-name.js";
import type { RecognisedDocument } from "../../recognised-document.js";
import { joinRecognitions, type Recognition } from "../../recognition.js";
import { textOf } from "../../text-of.js";
import { toRole } from "../to-role.js";
import { issuerOf } from "./references.js";

/** A resource. */
export interface Resource {
  /** Its logical id. */
  readonly name: string;
  readonly properties: ObjectNode;
  readonly deeper: (node: LocatedNode) => Recognition;
}

/** How each type is read. */
export const RESOURCES: Readonly<Record<string, (resource: Resource) => Recognition>> = {
  "AWS::IAM::Role": readRole,
  "AWS::IAM::Policy": readRolePolicies,
  "AWS::IAM::RolePolicy": readRolePolicies,
  "AWS::IAM::ManagedPolicy": readManagedPolicy,
  "AWS::IAM::OIDCProvider": readProvider,
  "Custom::AWSCDKOpenIdConnectProvider": readProvider,
  "AWS::EKS::Cluster": readCluster,
  "Custom::AWSCDK-EKS-Cluster": readCdkCluster,
  "Custom::AWSCDK-EKS-KubernetesResource": readCdkManifest,
};

function readRole({ name, properties }: Resource): Recognition {
  const inline = itemsOf(memberOf(properties, "Policies")).flatMap((item): [string, LocatedNode][] => {
    const [policy, document] = [textOf(memberOf(item, "PolicyName")), memberOf(item, "PolicyDocument")];
    return policy === null || document === null ? [] : [[policy, document]];
  });
  return toRole({
    object: properties,
    name: textOf(memberOf(properties, "RoleName")) ?? unknownText(name),
    arn: null,
    trustPolicy: memberOf(properties, "AssumeRolePolicyDocument"),
    path: memberOf(properties, "Path"),
    description: memberOf(properties, "Description"),
    maxSessionDurationSeconds: memberOf(properties, "MaxSessionDuration"),
    tags: tagsOf(memberOf(properties, "Tags")),
    inline,
    attached: itemsOf(memberOf(properties, "ManagedPolicyArns")),
    permissionsBoundary: memberOf(properties, "PermissionsBoundary"),
  });
}

function tagsOf(tags: LocatedNode | null): LocatedNode | null {
  return tags === null ? null : valuesByName(tags, { list: "Tags", name: "Key", value: "Value" }).node;
}

/** One policy for each role that it names. */
function readRolePolicies({ properties }: Resource): Recognition {
  const document = memberOf(properties, "PolicyDocument");
  if (document === null) return { documents: [], passedOver: envelope(properties), faults: [] };
  const { node, faults = [] } = decodeDocument(document);
  const roles = [...itemsOf(memberOf(properties, "Roles")), memberOf(properties, "RoleName")].flatMap((role) => textOf(role) ?? []);
  const documents = roles.flatMap((role): RecognisedDocument[] =>
    node === null ? [] : [{ kind: "policy", name: textOf(memberOf(properties, "PolicyName")), role, node }],
  );
  return { documents, passedOver: envelope(properties), faults };
}

function readManagedPolicy({ name, properties }: Resource): Recognition {
  const document = memberOf(properties, "PolicyDocument");
  const { node, faults = [] } = document === null ? { node: null } : decodeDocument(document);
  const policy = textOf(memberOf(properties, "ManagedPolicyName")) ?? unknownText(name);
  const arn = `arn:aws:iam::${unknownText("AWS::AccountId")}:policy/${policy}`;
  const attached = itemsOf(memberOf(properties, "Roles")).flatMap((role): RecognisedDocument[] => [
    { kind: "attached-policies", role: textOf(role), node: listAt(properties.place, [scalarAt(properties.place, arn)]) },
  ]);
  return { documents: [{ kind: "managed-policy", arn, node }, ...attached], passedOver: envelope(properties), faults };
}

function readProvider({ properties }: Resource): Recognition {
  const url = memberOf(properties, "Url");
  if (url === null) return { documents: [], passedOver: envelope(properties), faults: [] };
  const text = textOf(url) ?? "";
  const node = objectAt(properties.place, {
    url: scalarAt(url.place, /^https:/.test(text) ? text : `https://${text}`),
    clientIds: memberOf(properties, "ClientIdList") ?? memberOf(properties, "ClientIDList"),
    thumbprints: memberOf(properties, "ThumbprintList"),
  });
  return { documents: [{ kind: "oidc-provider", node }], passedOver: envelope(properties), faults: [] };
}

function readCluster({ name, properties }: Resource): Recognition {
  const node = objectAt(properties.place, {
    name: memberOf(properties, "Name") ?? scalarAt(properties.place, unknownText(name)),
    issuer: scalarAt(properties.place, issuerOf(name)),
    version: memberOf(properties, "Version"),
  });
  return { documents: [{ kind: "cluster", node }], passedOver: envelope(properties), faults: [] };
}

function readCdkCluster({ name, properties }: Resource): Recognition {
  const config = memberOf(properties, "Config");
  return config?.kind === "object" ? readCluster({ name, properties: lowered(config), deeper: nothing }) : nothing(properties);
}

/** The CDK's own resource has the names of the API. */
function lowered(config: ObjectNode): ObjectNode {
  return objectAt(config.place, { Name: memberOf(config, "name"), Version: memberOf(config, "version") });
}

/** Manifests stand in a text, as a list in JSON. */
function readCdkManifest({ properties, deeper }: Resource): Recognition {
  const manifest = memberOf(properties, "Manifest");
  if (manifest === null || textOf(manifest) === null) return nothing(properties);
  const { node, faults = [] } = decodeDocument(scalarAt(manifest.place, `{"items":${textOf(manifest)}}`));
  const inside = itemsOf(memberOf(node, "items")).map(deeper);
  return joinRecognitions([{ documents: [], passedOver: envelope(properties), faults }, ...inside]);
}

function nothing(node: LocatedNode): Recognition {
  return { documents: [], passedOver: envelope(node), faults: [] };
}

function envelope(node: LocatedNode): Recognition["passedOver"] {
  return [{ name: "", node, because: "envelope" }];
}
