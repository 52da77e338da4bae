import { listAt, objectAt, scalarAt } from "../../../tree/build-node.js";
import { itemsOf } from "../../../tree/items-of.js";
import { type LocatedNode, type Member, memberOf, type ObjectNode } from "../../../tree/located-tree.js";
import { unknownText } from "../../../unknown/unknown-text.js";
import type { RecognisedDocument } from "../../recognised-document.js";
import type { Recogniser } from "../../recogniser.js";
import { textOf } from "../../text-of.js";

const ROLE_ARN = "eks.amazonaws.com/role-arn";
const DEFAULT_AUDIENCE = "sts.amazonaws.com";

/** eksctl's `ClusterConfig`: it makes the cluster, and for each service account a role that trusts it and the annotation. */
export const clusterConfig: Recogniser = (object) => {
  if (textOf(memberOf(object, "kind")) !== "ClusterConfig" || !/^eksctl\.io\//.test(textOf(memberOf(object, "apiVersion")) ?? "")) return null;
  const metadata = memberOf(object, "metadata");
  const cluster = textOf(memberOf(metadata, "name")) ?? "";
  const issuer = `https://${unknownText(`issuer of ${cluster}`)}`;
  const iam = memberOf(object, "iam");
  const node = objectAt(object.place, {
    name: memberOf(metadata, "name"),
    region: memberOf(metadata, "region"),
    version: memberOf(metadata, "version"),
    issuer: scalarAt(object.place, issuer),
  });
  const withOidc = memberOf(iam, "withOIDC");
  return {
    documents: [
      { kind: "cluster", node },
      ...(withOidc?.kind === "scalar" && withOidc.value === true ? [providerOf(withOidc, issuer)] : []),
      ...itemsOf(memberOf(iam, "serviceAccounts")).flatMap((account) => (account.kind === "object" ? documentsOf(account, { cluster, issuer }) : [])),
    ],
    passedOver: [{ name: "", node: object, because: "envelope" }],
    faults: [],
  };
};

function providerOf({ place }: LocatedNode, issuer: string): RecognisedDocument {
  return { kind: "oidc-provider", node: objectAt(place, { url: scalarAt(place, issuer), clientIds: listAt(place, [scalarAt(place, DEFAULT_AUDIENCE)]) }) };
}

interface Around {
  readonly cluster: string;
  readonly issuer: string;
}

function documentsOf(account: ObjectNode, around: Around): readonly RecognisedDocument[] {
  const metadata = memberOf(account, "metadata");
  const [name, namespace] = [textOf(memberOf(metadata, "name")), textOf(memberOf(metadata, "namespace")) ?? "default"];
  if (name === null || metadata?.kind !== "object") return [];
  const given = memberOf(account, "attachRoleARN") ?? memberOf(account, "roleARN");
  const role = textOf(memberOf(account, "roleName")) ?? unknownText(`role of ${namespace}/${name}`);
  const arn = given ?? scalarAt(account.place, `arn:aws:iam::${unknownText("account")}:role/${role}`);
  const onlyRole = memberOf(account, "roleOnly");
  const isAnnotated = onlyRole?.kind !== "scalar" || onlyRole.value !== true;
  return [
    ...(isAnnotated ? [accountOf(metadata, arn)] : []),
    ...(given === null ? [roleOf(account, { name: role, subject: `system:serviceaccount:${namespace}:${name}`, ...around })] : []),
  ];
}

function accountOf(metadata: ObjectNode, arn: LocatedNode): RecognisedDocument {
  const written = memberOf(metadata, "annotations");
  const annotations = new Map<string, Member>([...(written?.kind === "object" ? written.members : []), [ROLE_ARN, { keyPlace: arn.place, node: arn }]]);
  const node = objectAt(metadata.place, {
    apiVersion: scalarAt(metadata.place, "v1"),
    kind: scalarAt(metadata.place, "ServiceAccount"),
    metadata: {
      ...metadata,
      members: new Map([...metadata.members, ["annotations", { keyPlace: arn.place, node: { kind: "object", place: metadata.place, members: annotations } }]]),
    },
  });
  return { kind: "kubernetes-object", node, asFound: node };
}

/** The trust policy as eksctl writes it. */
function roleOf(account: ObjectNode, { name, subject, issuer }: Around & { readonly name: string; readonly subject: string }): RecognisedDocument {
  const { place } = account;
  const text = (value: string): LocatedNode => scalarAt(place, value);
  const host = issuer.replace("https://", "");
  const statement = objectAt(place, {
    Effect: text("Allow"),
    Principal: objectAt(place, { Federated: text(`arn:aws:iam::${unknownText("account")}:oidc-provider/${host}`) }),
    Action: text("sts:AssumeRoleWithWebIdentity"),
    Condition: objectAt(place, { StringEquals: objectAt(place, { [`${host}:sub`]: text(subject), [`${host}:aud`]: text(DEFAULT_AUDIENCE) }) }),
  });
  const inline = memberOf(account, "attachPolicy");
  const attached = itemsOf(memberOf(account, "attachPolicyARNs"));
  const node = objectAt(place, {
    trustPolicy: objectAt(place, { Version: text("2012-10-17"), Statement: listAt(place, [statement]) }),
    policies: inline === null ? null : objectAt(place, { attachPolicy: inline }),
    attachedPolicies: attached.length === 0 ? null : listAt(place, attached),
    permissionsBoundary: memberOf(account, "permissionsBoundary"),
  });
  return { kind: "role", name, arn: null, node };
}
