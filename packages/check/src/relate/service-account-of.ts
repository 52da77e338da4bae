import { type LocatedNode, memberOf, textOf } from "@irsa-sim/documents";
import type { NamedObject, Workload } from "../gather/inventory.js";

/** The annotation by which a service account names its role. */
export const ROLE_ARN = "eks.amazonaws.com/role-arn";

/** Whose token a workload's pods get. */
export function serviceAccountNameOf({ podSpec }: Pick<Workload, "podSpec">): string {
  return textOf(memberOf(podSpec, "serviceAccountName")) ?? textOf(memberOf(podSpec, "serviceAccount")) ?? "default";
}

/** The role that a service account's annotation names, as it is written. */
export function annotatedRole(account: NamedObject | null): LocatedNode | null {
  const annotations = memberOf(memberOf(account?.document.node ?? null, "metadata"), "annotations");
  const node = memberOf(annotations, ROLE_ARN);
  return textOf(node) === null ? null : node;
}
