import { type LocatedNode, memberOf, textOf } from "@irsa-sim/documents";
import type { Inventory, NamedObject, Workload } from "../gather/inventory.js";

/** The annotation by which a service account names its role, where the webhook was not told another one. */
export const ROLE_ARN = "eks.amazonaws.com/role-arn";

/** Whose token a workload's pods get. */
export function serviceAccountNameOf({ podSpec }: Pick<Workload, "podSpec">): string {
  return textOf(memberOf(podSpec, "serviceAccountName")) ?? textOf(memberOf(podSpec, "serviceAccount")) ?? "default";
}

/** A service account, given or not. */
export type AnyAccount = Pick<NamedObject, "namespace" | "name"> & { readonly document?: NamedObject["document"] };

/** The role that a service account's annotation names, as it is written, or else the webhook's ConfigMap for it; `null` for none. */
export function roleOf({ namespace, name, document }: AnyAccount, { webhook: { annotationPrefix, roles } }: Pick<Inventory, "webhook">): LocatedNode | null {
  const node = annotationOf(document?.node ?? null, `${annotationPrefix}/role-arn`);
  const annotated = textOf(node) === null ? null : node;
  // What the webhook takes for no role leaves it to the ConfigMap, whose entry for the very namespace stands before the one for all.
  const listed = annotated !== null && textOf(annotated) !== "" ? null : (roles.get(`${namespace}/${name}`) ?? roles.get(`*/${name}`) ?? null);
  return listed !== null && textOf(listed) !== "" ? listed : annotated;
}

/** Whether the webhook's ConfigMap has something for a service account, readable or not. */
export function isListed({ namespace, name }: Pick<AnyAccount, "namespace" | "name">, { webhook: { config } }: Pick<Inventory, "webhook">): boolean {
  const text = textOf(config) ?? "";
  return text.includes(`"${namespace}/${name}"`) || text.includes(`"*/${name}"`);
}

function annotationOf(object: LocatedNode | null, key: string): LocatedNode | null {
  return memberOf(memberOf(memberOf(object, "metadata"), "annotations"), key);
}
