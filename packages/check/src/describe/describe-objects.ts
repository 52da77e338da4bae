import { type LocatedNode, memberOf, type ObjectNode, objectAt, type RecognisedDocument, scalarAt } from "@irsa-sim/documents";
import { ASSUMED } from "../assume/assumptions.js";
import type { NamedObject } from "../gather/inventory.js";
import type { Relation } from "../relate/relation.js";
import { podNameOf } from "./pod-name-of.js";

/** Names under which the timeline applies objects. */
export const APPLIED = { first: "objects", later: "objects-later" } as const;

/**
 * What is applied to the cluster for a workload: its namespace, its service account with its neighbours, and one pod made from its template. A service account that named no role yet
 * when the pod was made is applied without its annotation first.
 */
export function describeObjects(relation: Relation): ReadonlyMap<string, readonly RecognisedDocument[]> {
  const { workload, serviceAccount, serviceAccountName, serviceAccountExists, neighbours, admission, namespaceObject, webhook } = relation;
  const { namespace } = workload;
  const { configMap } = webhook;
  const account = serviceAccount?.document.node ?? objectOf("ServiceAccount", metadataOf(null, { name: serviceAccountName, namespace }));
  const now = withNamespace(account, namespace);
  const isLater = admission.how === "before-role";
  const own = configMap === null ? [] : [withNamespace(configMap.document.node, configMap.namespace)];
  const isListed = relation.isFromConfigMap;
  const namespaces = [...new Set([namespace, ...neighbours.map((one) => one.namespace), ...(configMap === null ? [] : [configMap.namespace])])].filter(
    (one) => one !== "default" || namespaceObject !== null,
  );
  const nodes = [
    ...namespaces.map((name) => namespaceOf(name, name === namespace ? namespaceObject : null)),
    ...(isLater && isListed ? [] : own),
    ...neighbours.map((one) => withNamespace(one.document.node, one.namespace)),
    ...(serviceAccountExists ? [isLater && !isListed ? objectOf("ServiceAccount", metadataOf(null, { name: serviceAccountName, namespace })) : now] : []),
    podOf(relation),
  ];
  const first = nodes.map(asDocument);
  return new Map<string, readonly RecognisedDocument[]>(
    isLater
      ? [
          [APPLIED.first, first],
          [APPLIED.later, (isListed ? own : [now]).map(asDocument)],
        ]
      : [[APPLIED.first, first]],
  );
}

/** With the labels that it is given, by which a webhook may choose. */
function namespaceOf(name: string, given: NamedObject | null): ObjectNode {
  const place = given?.document.node.place ?? ASSUMED;
  const labels = memberOf(memberOf(given?.document.node ?? null, "metadata"), "labels");
  return objectOf("Namespace", objectAt(place, { name: scalarAt(place, name), labels }));
}

function asDocument(node: ObjectNode): RecognisedDocument {
  return { kind: "kubernetes-object", node, asFound: node };
}

function podOf({ workload, podSpec }: Relation): ObjectNode {
  const { podMetadata, namespace, document } = workload;
  const metadata = metadataOf(podMetadata, { name: podNameOf(workload), namespace });
  const pod = objectOf("Pod", metadata);
  return { ...pod, place: document.node.place, members: new Map([...pod.members, ["spec", { keyPlace: podSpec.place, node: podSpec }]]) };
}

function objectOf(kind: string, metadata: ObjectNode): ObjectNode {
  return objectAt(metadata.place, { apiVersion: scalarAt(metadata.place, "v1"), kind: scalarAt(metadata.place, kind), metadata });
}

/** Labels and annotations as given, under another name. */
function metadataOf(given: ObjectNode | null, { name, namespace }: { readonly name: string; readonly namespace: string }): ObjectNode {
  const place = given?.place ?? ASSUMED;
  return objectAt(place, {
    name: scalarAt(place, name),
    namespace: scalarAt(place, namespace),
    labels: memberOf(given, "labels"),
    annotations: memberOf(given, "annotations"),
  });
}

/** A manifest that names no namespace stands in the one that it is checked in. */
function withNamespace(object: ObjectNode, namespace: string): ObjectNode {
  const metadata: LocatedNode | null = memberOf(object, "metadata");
  if (metadata?.kind !== "object" || metadata.members.has("namespace")) return object;
  const members = new Map([...metadata.members, ["namespace", { keyPlace: metadata.place, node: scalarAt(metadata.place, namespace) }] as const]);
  return { ...object, members: new Map([...object.members, ["metadata", { keyPlace: metadata.place, node: { ...metadata, members } }] as const]) };
}
