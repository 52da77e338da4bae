import { identifyKubernetesObject, type KubernetesObject, memberOf, type RecognisedDocument, textOf } from "@irsa-sim/documents";
import { callerAccount } from "./caller-account.js";
import { findPodTemplates } from "./find-pod-templates.js";
import type { Cluster, Inventory, NamedObject, OidcProvider, Role, Workload } from "./inventory.js";
import { joinClusters } from "./join-clusters.js";
import { parseArn } from "./parse-arn.js";

/**
 * Sorts documents by what they are.
 *
 * @param namespace of manifests that name none
 */
export function gather(documents: readonly RecognisedDocument[], namespace: string): Inventory {
  const ofKind = <Kind extends RecognisedDocument["kind"]>(kind: Kind) =>
    documents.filter((document): document is Extract<RecognisedDocument, { kind: Kind }> => document.kind === kind);
  const objects = ofKind("kubernetes-object").flatMap((document) => nameObject(document, namespace));
  return {
    account: callerAccount(documents),
    workloads: objects.flatMap(toWorkloads),
    serviceAccounts: objects.filter(({ kind }) => kind === "ServiceAccount"),
    configMaps: objects.filter(({ kind }) => kind === "ConfigMap"),
    namespaces: objects.filter(({ kind }) => kind === "Namespace"),
    registrations: objects.filter(({ kind }) => kind === "MutatingWebhookConfiguration"),
    clusters: joinClusters(ofKind("cluster").map(toCluster)),
    roles: ofKind("role").map(toRole),
    policies: ofKind("policy"),
    managedPolicies: ofKind("managed-policy"),
    attachedPolicies: ofKind("attached-policies"),
    oidcProviders: ofKind("oidc-provider").flatMap(toProvider),
    oidcProviderArns: ofKind("oidc-provider-arns"),
  };
}

function nameObject(document: KubernetesObject, namespace: string): readonly NamedObject[] {
  const identity = identifyKubernetesObject(document.node);
  if (identity === null) return [];
  const own = textOf(memberOf(memberOf(document.node, "metadata"), "namespace"));
  return [{ kind: identity.kind, name: identity.name, namespace: own ?? namespace, document }];
}

function toWorkloads(object: NamedObject): readonly Workload[] {
  const templates = findPodTemplates(object.document.node);
  const [, another] = templates;
  return templates.map(({ path, metadata, spec }) => ({
    ...object,
    name: another === undefined ? object.name : `${object.name}/${path.join(".")}`,
    podMetadata: metadata,
    podSpec: spec,
  }));
}

function toCluster({ node }: Extract<RecognisedDocument, { kind: "cluster" }>): Cluster {
  const arn = parseArn(textOf(memberOf(node, "arn")) ?? "");
  return {
    name: textOf(memberOf(node, "name")) ?? "",
    account: arn?.account ?? null,
    region: arn?.region ?? textOf(memberOf(node, "region")),
    issuer: memberOf(node, "issuer"),
    node,
  };
}

function toRole(document: Extract<RecognisedDocument, { kind: "role" }>): Role {
  const arn = parseArn(document.arn ?? "");
  return { document, name: document.name ?? arn?.resource.split("/").at(-1) ?? "", account: arn?.account ?? null };
}

function toProvider({ node }: Extract<RecognisedDocument, { kind: "oidc-provider" }>): readonly OidcProvider[] {
  const url = textOf(memberOf(node, "url"));
  return url === null ? [] : [{ url, node }];
}
