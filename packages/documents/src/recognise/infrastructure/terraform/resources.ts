/** Terraform's resources around IRSA, each by its type. What is not known before it is applied is left out of the values of a plan. */
import { objectAt, scalarAt } from "../../../tree/build-node.js";
import { itemsOf } from "../../../tree/items-of.js";
import { type LocatedNode, memberOf } from "../../../tree/located-tree.js";
import { unknownText } from "../../../unknown/unknown-text.js";
import { decodeDocument } from "../../iam/decode-document.js";
import type { Recognition } from "../../recognition.js";
import { textOf } from "../../text-of.js";
import { toRole } from "../to-role.js";
import { referenceIn } from "./reference-in.js";
import type { Resource } from "./resource.js";
import { readServiceAccount } from "./service-account.js";

type Reader = (resource: Resource) => Recognition;

/** How each type is read. */
export const RESOURCES: Readonly<Record<string, Reader>> = {
  aws_iam_role: readRole,
  aws_iam_role_policy: readRolePolicy,
  aws_iam_policy: readPolicy,
  aws_iam_role_policy_attachment: readAttachment,
  aws_iam_openid_connect_provider: readProvider,
  aws_eks_cluster: readCluster,
  kubernetes_service_account: readServiceAccount,
  kubernetes_service_account_v1: readServiceAccount,
  kubernetes_manifest: ({ values, deeper }) => read(memberOf(values, "manifest"), deeper),
};

function readRole({ address, values }: Resource): Recognition {
  const inline = itemsOf(memberOf(values, "inline_policy")).flatMap((item): [string, LocatedNode][] => {
    const [name, policy] = [textOf(memberOf(item, "name")), memberOf(item, "policy")];
    return name === null || policy === null || textOf(policy) === "" ? [] : [[name, policy]];
  });
  return toRole({
    object: values,
    name: textOf(memberOf(values, "name")) ?? unknownText(`${address}.name`),
    arn: textOf(memberOf(values, "arn")),
    trustPolicy: memberOf(values, "assume_role_policy"),
    path: memberOf(values, "path"),
    description: filled(memberOf(values, "description")),
    maxSessionDurationSeconds: memberOf(values, "max_session_duration"),
    tags: filledObject(memberOf(values, "tags_all") ?? memberOf(values, "tags")),
    inline,
    attached: itemsOf(memberOf(values, "managed_policy_arns")),
    permissionsBoundary: filled(memberOf(values, "permissions_boundary")),
  });
}

function readRolePolicy({ values, ...around }: Resource): Recognition {
  const policy = memberOf(values, "policy");
  if (policy === null) return nothing(values);
  const { node, faults = [] } = decodeDocument(policy);
  const role = textOf(memberOf(values, "role")) ?? referenceIn(around, "role", "name");
  return { documents: node === null ? [] : [{ kind: "policy", name: textOf(memberOf(values, "name")), role, node }], passedOver: envelope(values), faults };
}

function readPolicy({ address, values, names }: Resource): Recognition {
  const policy = memberOf(values, "policy");
  const { node, faults = [] } = policy === null ? { node: null } : decodeDocument(policy);
  const arn = textOf(memberOf(values, "arn")) ?? `arn:aws:iam::${unknownText("account")}:policy/${names.get(address) ?? unknownText(`${address}.name`)}`;
  return { documents: [{ kind: "managed-policy", arn, node }], passedOver: envelope(values), faults };
}

function readAttachment({ values, ...around }: Resource): Recognition {
  const role = textOf(memberOf(values, "role")) ?? referenceIn(around, "role", "name");
  const reference = referenceIn(around, "policy_arn", "arn");
  const arn = memberOf(values, "policy_arn") ?? (reference === null ? null : scalarAt(values.place, reference));
  return {
    documents: arn === null ? [] : [{ kind: "attached-policies", role, node: { kind: "list", place: arn.place, items: [arn] } }],
    passedOver: envelope(values),
    faults: [],
  };
}

function readProvider({ address, values }: Resource): Recognition {
  const url = memberOf(values, "url") ?? scalarAt(values.place, unknownText(`${address}.url`));
  const text = textOf(url) ?? "";
  const node = objectAt(values.place, {
    url: scalarAt(url.place, /^https:/.test(text) ? text : `https://${text}`),
    clientIds: memberOf(values, "client_id_list"),
    thumbprints: memberOf(values, "thumbprint_list"),
  });
  return { documents: [{ kind: "oidc-provider", node }], passedOver: envelope(values), faults: [] };
}

function readCluster({ address, values }: Resource): Recognition {
  const [identity] = itemsOf(memberOf(values, "identity"));
  const [oidc] = itemsOf(memberOf(identity ?? null, "oidc"));
  const node = objectAt(values.place, {
    name: memberOf(values, "name"),
    arn: memberOf(values, "arn"),
    issuer: filled(memberOf(oidc ?? null, "issuer")) ?? scalarAt(values.place, `https://${unknownText(`issuer of ${address}`)}`),
    version: filled(memberOf(values, "version")),
  });
  return { documents: [{ kind: "cluster", node }], passedOver: envelope(values), faults: [] };
}

function read(node: LocatedNode | null, deeper: Resource["deeper"]): Recognition {
  return node === null ? { documents: [], passedOver: [], faults: [] } : deeper(node);
}

function envelope(node: LocatedNode): Recognition["passedOver"] {
  return [{ name: "", node, because: "envelope" }];
}

function nothing(node: LocatedNode): Recognition {
  return { documents: [], passedOver: envelope(node), faults: [] };
}

/** Terraform writes an empty text for what is not set. */
function filled(node: LocatedNode | null): LocatedNode | null {
  return node?.kind === "scalar" && (node.value === "" || node.value === null) ? null : node;
}

function filledObject(node: LocatedNode | null): LocatedNode | null {
  return node?.kind === "object" ? node : null;
}
