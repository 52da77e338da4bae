/** IAM as objects of Kubernetes: what Crossplane's providers and AWS Controllers for Kubernetes make roles and providers from. */
import { listAt, objectAt, scalarAt } from "../../../tree/build-node.js";
import { itemsOf } from "../../../tree/items-of.js";
import { type LocatedNode, memberOf, type ObjectNode } from "../../../tree/located-tree.js";
import { unknownText } from "../../../unknown/unknown-text.js";
import { decodeDocument } from "../../iam/decode-document.js";
import type { Recogniser } from "../../recogniser.js";
import type { Recognition } from "../../recognition.js";
import { textOf } from "../../text-of.js";
import { toRole } from "../to-role.js";

/** `iam.aws.upbound.io`, `iam.aws.crossplane.io` and, in namespaces, `iam.aws.m.upbound.io`; `iam.services.k8s.aws` for ACK. */
const GROUPS = /^iam\.(aws\.(m\.)?(upbound|crossplane)\.io|services\.k8s\.aws)\//;
const EXTERNAL_NAME = "crossplane.io/external-name";

/** A role, a policy, an attachment or an OIDC provider that an operator makes. */
export const managedResource: Recogniser = (object) => {
  const kind = textOf(memberOf(object, "kind")) ?? "";
  const read = GROUPS.test(textOf(memberOf(object, "apiVersion")) ?? "") && Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  const spec = memberOf(object, "spec");
  if (read === undefined || spec?.kind !== "object") return null;
  const settings = memberOf(spec, "forProvider") ?? spec;
  if (settings.kind !== "object") return null;
  return read({
    object,
    settings,
    name: nameOf(object, settings),
    arn: textOf(memberOf(memberOf(memberOf(object, "status"), "atProvider"), "arn") ?? ackArn(object)),
  });
};

interface Managed {
  readonly object: ObjectNode;
  readonly settings: ObjectNode;
  readonly name: string;
  /** `null` before it is made. */
  readonly arn: string | null;
}

const KINDS: Readonly<Record<string, (managed: Managed) => Recognition>> = {
  Role: readRole,
  RolePolicy: ({ object, settings, name }) =>
    readPolicy(object, memberOf(settings, "policy") ?? memberOf(settings, "document"), (node) => ({ kind: "policy", name, role: roleIn(settings), node })),
  Policy: ({ object, settings, name, arn }) =>
    readPolicy(object, memberOf(settings, "policy") ?? memberOf(settings, "document") ?? memberOf(settings, "policyDocument"), (node) => ({
      ...{ kind: "managed-policy", node, arn: arn ?? `arn:aws:iam::${unknownText("account")}:policy/${name}` },
    })),
  RolePolicyAttachment: readAttachment,
  OpenIDConnectProvider: readProvider,
};

function readRole({ object, settings, name, arn }: Managed): Recognition {
  const inline = [
    ...itemsOf(memberOf(settings, "inlinePolicy")).map((item) => [textOf(memberOf(item, "name")) ?? "inline", memberOf(item, "policy")] as const),
    ...[...membersOf(memberOf(settings, "inlinePolicies"))],
  ].flatMap(([policy, document]): [string, LocatedNode][] => (document === null ? [] : [[policy, document]]));
  return toRole({
    ...{ object, name, arn, inline },
    referredAs: textOf(memberOf(memberOf(object, "metadata"), "name")),
    trustPolicy: memberOf(settings, "assumeRolePolicy") ?? memberOf(settings, "assumeRolePolicyDocument"),
    path: memberOf(settings, "path"),
    description: memberOf(settings, "description"),
    maxSessionDurationSeconds: memberOf(settings, "maxSessionDuration"),
    attached: [...itemsOf(memberOf(settings, "managedPolicyArns")), ...itemsOf(memberOf(settings, "policies"))],
    permissionsBoundary: memberOf(settings, "permissionsBoundary"),
  });
}

function readAttachment({ object, settings }: Managed): Recognition {
  const arn = memberOf(settings, "policyArn");
  const reference = textOf(memberOf(memberOf(settings, "policyArnRef"), "name"));
  const node = arn ?? (reference === null ? null : scalarAt(settings.place, `arn:aws:iam::${unknownText("account")}:policy/${reference}`));
  const role = roleIn(settings);
  return { documents: node === null ? [] : [{ kind: "attached-policies", role, node: listAt(node.place, [node]) }], passedOver: envelope(object), faults: [] };
}

function readProvider({ object, settings }: Managed): Recognition {
  const url = memberOf(settings, "url");
  if (url === null) return { documents: [], passedOver: envelope(object), faults: [] };
  const text = textOf(url) ?? "";
  const node = objectAt(object.place, {
    url: scalarAt(url.place, /^https:/.test(text) ? text : `https://${text}`),
    clientIds: memberOf(settings, "clientIdList") ?? memberOf(settings, "clientIDList") ?? memberOf(settings, "clientIDs"),
    thumbprints: memberOf(settings, "thumbprintList") ?? memberOf(settings, "thumbprints"),
  });
  return { documents: [{ kind: "oidc-provider", node }], passedOver: envelope(object), faults: [] };
}

function readPolicy(object: ObjectNode, policy: LocatedNode | null, toDocument: (node: LocatedNode) => Recognition["documents"][number]): Recognition {
  const { node, faults = [] } = policy === null ? { node: null } : decodeDocument(policy);
  return { documents: node === null ? [] : [toDocument(node)], passedOver: envelope(object), faults };
}

/** What it is called in AWS. */
function nameOf(object: ObjectNode, settings: ObjectNode): string {
  const metadata = memberOf(object, "metadata");
  return textOf(memberOf(settings, "name")) ?? textOf(memberOf(memberOf(metadata, "annotations"), EXTERNAL_NAME)) ?? textOf(memberOf(metadata, "name")) ?? "";
}

function ackArn(object: ObjectNode): LocatedNode | null {
  return memberOf(memberOf(memberOf(object, "status"), "ackResourceMetadata"), "arn");
}

/** Whose a policy is; the groups call the member by two names. */
function roleIn(settings: ObjectNode): string | null {
  return referenceIn(settings, "role") ?? referenceIn(settings, "roleName");
}

/** A role by its name, or by the object that makes it. */
function referenceIn(settings: ObjectNode, member: string): string | null {
  return textOf(memberOf(settings, member)) ?? textOf(memberOf(memberOf(settings, `${member}Ref`), "name"));
}

function membersOf(node: LocatedNode | null): readonly (readonly [string, LocatedNode])[] {
  return node?.kind === "object" ? [...node.members].map(([name, { node: value }]) => [name, value] as const) : [];
}

function envelope(node: LocatedNode): Recognition["passedOver"] {
  return [{ name: "", node, because: "envelope" }];
}
