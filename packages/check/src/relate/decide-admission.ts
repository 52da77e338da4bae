import { memberOf, type ObjectNode, textOf } from "@irsa-sim/documents";
import type { NamedObject, Workload } from "../gather/inventory.js";
import { annotatedRole } from "./service-account-of.js";
import { mentions } from "./trust-policies.js";

/**
 * How a pod came to be stored as it is: `anew` for one that is yet to be made, or that the webhook changed as it should; `before-annotation` for one that was there
 * before its service account named a role; `without-webhook` for one that came later and was left alone all the same.
 */
export type Admission = "anew" | "before-annotation" | "without-webhook";

const ANNOTATION = "f:eks.amazonaws.com/role-arn";
const SKIPPED = "eks.amazonaws.com/skip-containers";

/** Decides from the marks that a cluster leaves on living objects: times, and versions that count up over the whole cluster. */
export function decideAdmission({ kind, document, podSpec, podMetadata }: Workload, serviceAccount: NamedObject | null): Admission {
  const pod = memberOf(document.asFound, "metadata");
  const isAlive = kind === "Pod" && textOf(memberOf(pod, "uid")) !== null;
  const isLeftAlone = !mentions(podSpec, "AWS_ROLE_ARN") && memberOf(memberOf(podMetadata, "annotations"), SKIPPED) === null;
  if (!isAlive || !isLeftAlone || serviceAccount === null || annotatedRole(serviceAccount) === null) return "anew";
  const account = serviceAccount.document.asFound;
  const created = textOf(memberOf(pod, "creationTimestamp")) ?? "";
  const annotated = annotatedAt(account);
  if (annotated !== null) return annotated > created ? "before-annotation" : "without-webhook";
  const isYounger = (textOf(memberOf(memberOf(account, "metadata"), "creationTimestamp")) ?? "") > created;
  return isYounger || versionOf(account) > versionOf(document.asFound) ? "before-annotation" : "without-webhook";
}

/** When the annotation was written last, RFC 3339 in UTC; `null` where the cluster's notes of that are left out. */
function annotatedAt(account: ObjectNode): string | null {
  const managed = memberOf(memberOf(account, "metadata"), "managedFields");
  const entries = managed?.kind === "list" ? managed.items : [];
  const entry = entries.find((one) => memberOf(memberOf(memberOf(memberOf(one, "fieldsV1"), "f:metadata"), "f:annotations"), ANNOTATION) !== null);
  return textOf(memberOf(entry ?? null, "time"));
}

function versionOf(object: ObjectNode): number {
  return Number(textOf(memberOf(memberOf(object, "metadata"), "resourceVersion")) ?? 0);
}
