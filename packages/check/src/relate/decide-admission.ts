import { type LocatedNode, memberOf, type ObjectNode, textOf } from "@irsa-sim/documents";
import type { Inventory, NamedObject, Workload } from "../gather/inventory.js";
import { findRegistration } from "./find-registration.js";
import { findServiceAccount } from "./find-service-account.js";
import { roleOf, serviceAccountNameOf } from "./service-account-of.js";
import { mentions } from "./trust-policies.js";

/**
 * How a pod came to be stored as it is: `anew` for one that is yet to be made, or that the webhook changed as it should; `before-role` for one that was there before
 * anything named a role for its service account; `before-registration` for one that is older than the webhook's registration; `unknown-account` for one that came so
 * soon after its role was named that the webhook may not have heard of it, or that it let through although nothing is let through without its answer; `unanswered` for
 * any other that it left alone; `without-webhook` for one of those where no registration is given.
 */
export type Admission = "anew" | "before-role" | "before-registration" | "unknown-account" | "unanswered" | "without-webhook";

/** An admission, and the times that show it, RFC 3339 in UTC; `null` where none is given. */
export interface DecidedAdmission {
  readonly how: Admission;
  readonly createdAt: string | null;
  readonly roleNamedAt: string | null;
  readonly registeredAt: string | null;
}

/** A pod for which nothing has happened yet. */
export const ANEW: DecidedAdmission = { how: "anew", createdAt: null, roleNamedAt: null, registeredAt: null };

const SKIPPED = "eks.amazonaws.com/skip-containers";
/** For how long a watch may lag behind; the API server's clock shows seconds. */
const LAG_SECONDS = 5;

/** Decides from the marks that a cluster leaves on living objects: times, and versions that count up over the whole cluster. */
export function decideAdmission(workload: Workload, inventory: Inventory): DecidedAdmission {
  const { kind, namespace, document, podSpec, podMetadata } = workload;
  const pod = memberOf(document.asFound, "metadata");
  // A pod that is assumed stands where its service account does.
  const isAlive = kind === "Pod" && textOf(memberOf(document.asFound, "kind")) === "Pod" && textOf(memberOf(pod, "uid")) !== null;
  const isLeftAlone = !mentions(podSpec, "AWS_ROLE_ARN") && memberOf(memberOf(podMetadata, "annotations"), SKIPPED) === null;
  if (!isAlive || !isLeftAlone) return ANEW;
  const name = serviceAccountNameOf(workload);
  const account = findServiceAccount(inventory, namespace, name);
  const role = roleOf({ ...account, namespace, name }, inventory);
  const source = account !== null && role !== null && role === roleOf(account, { webhook: { ...inventory.webhook, roles: new Map() } }) ? account : null;
  const { webhook } = inventory;
  const naming = source ?? webhook.configMap;
  if (role === null || naming === null) return ANEW;
  const registration = findRegistration(inventory.registrations);
  const times = {
    createdAt: timeOf(document.asFound),
    roleNamedAt: writtenAt(
      naming.document.asFound,
      source === null ? ["f:data", "f:config"] : ["f:metadata", "f:annotations", `f:${webhook.annotationPrefix}/role-arn`],
    ),
    registeredAt: registration === null ? null : timeOf(registration.object.document.asFound),
  };
  return { how: decide(times, { pod: document.asFound, naming, registration: registration?.webhook ?? null }), ...times };
}

interface Seen {
  readonly pod: ObjectNode;
  /** What names the role: the service account, or the webhook's ConfigMap. */
  readonly naming: NamedObject;
  readonly registration: LocatedNode | null;
}

function decide({ createdAt, roleNamedAt, registeredAt }: Omit<DecidedAdmission, "how">, { pod, naming, registration }: Seen): Admission {
  const isNamedLater =
    roleNamedAt === null
      ? (timeOf(naming.document.asFound) ?? "") > (createdAt ?? "") || versionOf(naming.document.asFound) > versionOf(pod)
      : roleNamedAt > (createdAt ?? "");
  if (isNamedLater) return "before-role";
  if (registration === null) return "without-webhook";
  if (registeredAt !== null && createdAt !== null && registeredAt > createdAt) return "before-registration";
  const lag = secondsBetween(roleNamedAt ?? timeOf(naming.document.asFound), createdAt);
  const mustAnswer = textOf(memberOf(registration, "failurePolicy")) !== "Ignore";
  return mustAnswer || (lag !== null && lag <= LAG_SECONDS) ? "unknown-account" : "unanswered";
}

/** When something in an object was written last; `null` where the cluster's notes of that are left out. */
function writtenAt(object: ObjectNode, path: readonly string[]): string | null {
  const managed = memberOf(memberOf(object, "metadata"), "managedFields");
  const entries = managed?.kind === "list" ? managed.items : [];
  const isIn = (entry: LocatedNode): boolean => path.reduce<LocatedNode | null>((node, name) => memberOf(node, name), memberOf(entry, "fieldsV1")) !== null;
  return textOf(memberOf(entries.find(isIn) ?? null, "time"));
}

function timeOf(object: ObjectNode): string | null {
  return textOf(memberOf(memberOf(object, "metadata"), "creationTimestamp"));
}

function versionOf(object: ObjectNode): number {
  return Number(textOf(memberOf(memberOf(object, "metadata"), "resourceVersion")) ?? 0);
}

/** `null` where one of the two is not known. */
function secondsBetween(earlier: string | null, later: string | null): number | null {
  const seconds = (Date.parse(later ?? "") - Date.parse(earlier ?? "")) / 1000;
  return Number.isNaN(seconds) ? null : seconds;
}
