import { memberOf, textOf } from "@irsa-sim/documents";
import type { CheckOptions } from "../check-options.js";
import type { Inventory, Workload } from "../gather/inventory.js";
import { decideAdmission } from "./decide-admission.js";
import { findServiceAccount } from "./find-service-account.js";
import { indexOf } from "./inventory-index.js";
import { isListed, roleOf, serviceAccountNameOf } from "./service-account-of.js";
import { mentions, mentionsByPattern } from "./trust-policies.js";
import { unclaimedRoles } from "./unclaimed-roles.js";
import { usesPodIdentity } from "./uses-pod-identity.js";

/** Those of a workload's variables that make an SDK use web identity. */
const VARIABLES = ["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE"];

/** What is asked about. */
type Asked = Pick<CheckOptions, "workload" | "namespace" | "evidence">;

/** Which workloads are checked, and which have nothing to do with a role. */
export interface ChosenWorkloads {
  readonly chosen: readonly Workload[];
  readonly others: readonly Workload[];
  /** What has a role in another way, which is not looked at. */
  readonly byPodIdentity: readonly Workload[];
}

/**
 * Chooses the workloads that are checked: those that something in the documents connects with a role. When nothing connects any, all are, since somebody asked
 * about them. A pod is passed over whose owner is checked itself.
 */
export function chooseWorkloads(inventory: Inventory, { workload, namespace, evidence }: Asked): ChosenWorkloads {
  const all = inventory.workloads.filter((one) => isAsked(one, { workload, namespace, evidence }) && !hasOwnerIn(one, inventory));
  const byPodIdentity = all.filter(usesPodIdentity);
  const asked = all.filter((one) => !byPodIdentity.includes(one));
  const withUnused = namespacesWithUnusedAccounts(inventory);
  const connected = asked.filter((one) => workload !== null || (withUnused.has(one.namespace) && !one.isImplied) || isConnected(one, inventory));
  const chosen = new Set(connected.length === 0 ? asked.filter(({ isImplied }) => !isImplied) : connected);
  return { chosen: [...chosen], others: asked.filter((one) => !chosen.has(one) && !one.isImplied), byPodIdentity };
}

function isAsked(one: Workload, { workload, namespace, evidence }: Asked): boolean {
  const { kind, name, namespace: own } = one;
  const subject = evidence.token?.subject ?? null;
  // A token says whose it is.
  if (subject !== null && workload === null && subject !== `system:serviceaccount:${own}:${serviceAccountNameOf(one)}`) return false;
  const isNamed = workload === null || workload === name || workload.toLowerCase() === `${kind}/${name}`.toLowerCase();
  return isNamed && (namespace === null || namespace === own);
}

function isConnected(workload: Workload, inventory: Inventory): boolean {
  const { namespace, podSpec } = workload;
  const name = serviceAccountNameOf(workload);
  const subject = `system:serviceaccount:${namespace}:${name}`;
  const account = { namespace, name, ...findServiceAccount(inventory, namespace, name) };
  const isAnnotated = roleOf(account, inventory) !== null || isListed(account, inventory);
  return isAnnotated || isTrusted(subject, inventory) || isTrustedByPattern(subject, inventory) || VARIABLES.some((variable) => mentions(podSpec, variable));
}

/** Whether a trust policy names a subject. */
export function isTrusted(subject: string, inventory: Inventory): boolean {
  return indexOf(inventory).trusted.has(subject);
}

/** Whether a pattern lets it have a role that nobody else names: everybody whom a pattern fits cannot be meant. */
function isTrustedByPattern(subject: string, inventory: Inventory): boolean {
  const policies = unclaimedRoles(inventory).flatMap(({ document }) => memberOf(document.node, "trustPolicy") ?? []);
  return policies.some((policy) => mentionsByPattern(policy, subject));
}

/** In which an annotated service account is used by nobody: then somebody was meant to use it. */
function namespacesWithUnusedAccounts(inventory: Inventory): ReadonlySet<string> {
  const { usedIn } = indexOf(inventory);
  return new Set(
    inventory.serviceAccounts.flatMap((account) =>
      roleOf(account, inventory) === null || usedIn.get(account.namespace)?.has(account.name) ? [] : [account.namespace],
    ),
  );
}

/** A pod whose controller, or its controller's controller, stands in the input too; one that the webhook left alone tells something that they do not. */
function hasOwnerIn(workload: Workload, inventory: Inventory): boolean {
  const { kind, namespace, document } = workload;
  const workloads = indexOf(inventory).workloadsIn.get(namespace) ?? [];
  if (decideAdmission(workload, inventory).how !== "anew") return false;
  const owners = memberOf(memberOf(document.asFound, "metadata"), "ownerReferences");
  const named = owners?.kind === "list" ? owners.items.map((owner) => ({ kind: textOf(memberOf(owner, "kind")), name: textOf(memberOf(owner, "name")) })) : [];
  return named.some(({ kind: ownerKind, name }) =>
    workloads.some(
      (one) =>
        one.kind !== kind &&
        ((one.kind === ownerKind && one.name === name) ||
          (one.kind === "Deployment" && ownerKind === "ReplicaSet" && name?.replace(/-[a-z0-9]+$/, "") === one.name)),
    ),
  );
}
