import { memberOf, textOf } from "@irsa-sim/documents";
import type { CheckOptions } from "../check-options.js";
import type { Inventory, Workload } from "../gather/inventory.js";
import { annotatedRole, findServiceAccount, serviceAccountNameOf } from "./service-account-of.js";
import { isTrustPolicy, mentions } from "./trust-policies.js";

/** Those of a workload's variables that make an SDK use web identity. */
const VARIABLES = ["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE"];

/** Which workloads are checked, and which have nothing to do with a role. */
export interface ChosenWorkloads {
  readonly chosen: readonly Workload[];
  readonly others: readonly Workload[];
}

/**
 * Chooses the workloads that are checked: those that something in the documents connects with a role. When nothing connects any, all are, since somebody asked
 * about them. A pod is passed over whose owner is checked itself.
 */
export function chooseWorkloads(inventory: Inventory, { workload, namespace }: Pick<CheckOptions, "workload" | "namespace">): ChosenWorkloads {
  const asked = inventory.workloads.filter((one) => isAsked(one, { workload, namespace }) && !hasOwnerIn(one, inventory));
  const connected = asked.filter((one) => workload !== null || isConnected(one, inventory));
  const chosen = connected.length === 0 ? asked : connected;
  return { chosen, others: asked.filter((one) => !chosen.includes(one)) };
}

function isAsked({ kind, name, namespace: own }: Workload, { workload, namespace }: Pick<CheckOptions, "workload" | "namespace">): boolean {
  const isNamed = workload === null || workload === name || workload.toLowerCase() === `${kind}/${name}`.toLowerCase();
  return isNamed && (namespace === null || namespace === own);
}

function isConnected(workload: Workload, inventory: Inventory): boolean {
  const { namespace, podSpec } = workload;
  const name = serviceAccountNameOf(workload);
  const subject = `system:serviceaccount:${namespace}:${name}`;
  const isAnnotated = annotatedRole(findServiceAccount(inventory, namespace, name)) !== null;
  return isAnnotated || isTrusted(subject, inventory) || VARIABLES.some((variable) => mentions(podSpec, variable)) || hasUnusedAccount(namespace, inventory);
}

function isTrusted(subject: string, { roles, policies }: Inventory): boolean {
  const trust = [...roles.map(({ document }) => memberOf(document.node, "trustPolicy")), ...policies.map(({ node }) => (isTrustPolicy(node) ? node : null))];
  return trust.some((policy) => policy !== null && mentions(policy, subject));
}

/** Whether an annotated service account of the namespace is used by nobody: then somebody was meant to use it. */
function hasUnusedAccount(namespace: string, { serviceAccounts, workloads }: Inventory): boolean {
  const inNamespace = workloads.filter((workload) => workload.namespace === namespace).map(serviceAccountNameOf);
  return serviceAccounts.some((account) => account.namespace === namespace && annotatedRole(account) !== null && !inNamespace.includes(account.name));
}

/** A pod whose controller, or its controller's controller, stands in the input too. */
function hasOwnerIn({ kind, namespace, document }: Workload, { workloads }: Inventory): boolean {
  const owners = memberOf(memberOf(document.asFound, "metadata"), "ownerReferences");
  const named = owners?.kind === "list" ? owners.items.map((owner) => ({ kind: textOf(memberOf(owner, "kind")), name: textOf(memberOf(owner, "name")) })) : [];
  return named.some(({ kind: ownerKind, name }) =>
    workloads.some(
      (one) =>
        one.namespace === namespace &&
        one.kind !== kind &&
        ((one.kind === ownerKind && one.name === name) ||
          (one.kind === "Deployment" && ownerKind === "ReplicaSet" && name?.replace(/-[a-z0-9]+$/, "") === one.name)),
    ),
  );
}
