import { identifyKubernetesObject, type KubernetesObject, memberOf, type ObjectNode, type RecognisedDocument, textOf, withMember } from "@irsa-sim/documents";
import { accountsReferred } from "./accounts-referred.js";
import { callerAccount } from "./caller-account.js";
import { findPodTemplates, type PodTemplate } from "./find-pod-templates.js";
import { impliedTemplates, nearestAccount, withWholeContainers } from "./implied-templates.js";
import { findInstalledWebhook } from "./installed-webhook.js";
import type { Cluster, Inventory, NamedObject, OidcProvider, Role, Workload } from "./inventory.js";
import { isCustom } from "./is-custom.js";
import { joinClusters } from "./join-clusters.js";
import { parseArn } from "./parse-arn.js";

const GRANTS = ["Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"];

/**
 * Sorts documents by what they are.
 *
 * @param namespace of manifests that name none
 */
export function gather(documents: readonly RecognisedDocument[], namespace: string): Inventory {
  const ofKind = <Kind extends RecognisedDocument["kind"]>(kind: Kind) =>
    documents.filter((document): document is Extract<RecognisedDocument, { kind: Kind }> => document.kind === kind);
  const objects = ofKind("kubernetes-object").flatMap((document) => nameObject(document, namespace));
  const workloads = objects.flatMap(toWorkloads);
  const configMaps = objects.filter(({ kind }) => kind === "ConfigMap");
  const registrations = objects.filter(({ kind }) => kind === "MutatingWebhookConfiguration");
  const roles = ofKind("role");
  return {
    account: callerAccount(documents),
    workloads,
    serviceAccounts: objects.filter(({ kind }) => kind === "ServiceAccount"),
    configMaps,
    secrets: objects.filter(({ kind }) => kind === "Secret"),
    webhook: findInstalledWebhook({ workloads, configMaps, registrations }),
    namespaces: objects.filter(({ kind }) => kind === "Namespace"),
    registrations,
    grants: objects.filter(({ kind, document }) => GRANTS.includes(kind) && /^rbac\./.test(textOf(memberOf(document.node, "apiVersion")) ?? "")),
    referred: accountsReferred(objects.filter(({ document }) => isCustom(document.node))),
    clusters: joinClusters(ofKind("cluster").map(toCluster)),
    roles: roles.map(toRole),
    policies: ofKind("policy").map((policy) => byName(policy, roles)),
    managedPolicies: ofKind("managed-policy"),
    attachedPolicies: ofKind("attached-policies").map((attached) => byName(attached, roles)),
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
  const { node } = object.document;
  const found = findPodTemplates(node);
  const shown = isCustom(node) ? found.filter(({ path }) => path.length > 0).map((one) => withAccount(one, node)) : found;
  const isImplied = shown.length === 0 && isCustom(node);
  const templates = isImplied ? impliedTemplates(node) : shown;
  const [, another] = templates;
  return templates.map(({ path, metadata, spec }) => ({
    ...object,
    isImplied,
    name: another === undefined ? object.name : `${object.name}/${path.join(".")}`,
    podMetadata: metadata,
    podSpec: spec,
  }));
}

/** The pods of an operator's kind may run as what it says beside the template. */
function withAccount(template: PodTemplate, object: ObjectNode): PodTemplate {
  const has = ["serviceAccountName", "serviceAccount"].some((name) => textOf(memberOf(template.spec, name)) !== null);
  const account = has ? null : nearestAccount(object, template.path);
  const spec = withWholeContainers(template.spec);
  return { ...template, spec: account === null ? spec : withMember(spec, "serviceAccountName", { keyPlace: account.place, node: account }) };
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

/** What refers to an object of Kubernetes that makes a role belongs to the role, whatever that is called in AWS. */
function byName<Owned extends { readonly role: string | null }>(owned: Owned, roles: readonly Extract<RecognisedDocument, { kind: "role" }>[]): Owned {
  const referred = roles.find(({ referredAs }) => referredAs !== undefined && referredAs === owned.role);
  return referred === undefined ? owned : { ...owned, role: referred.name };
}

function toProvider({ node }: Extract<RecognisedDocument, { kind: "oidc-provider" }>): readonly OidcProvider[] {
  const url = textOf(memberOf(node, "url"));
  return url === null ? [] : [{ url, node }];
}
