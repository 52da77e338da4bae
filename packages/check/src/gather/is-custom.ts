import { memberOf, type ObjectNode, textOf } from "@irsa-sim/documents";

/** Groups of Kubernetes' own kinds; whoever makes pods among them does so by a template. */
const OWN_GROUPS = ["apps", "batch", "autoscaling", "policy", "extensions"];
const OWN_GROUPS_OF_API =
  /^(rbac\.authorization|authorization|authentication|admissionregistration|apiextensions|apiregistration|networking|storage|coordination|discovery|events|node|scheduling|certificates|flowcontrol\.apiserver|resource|snapshot\.storage|metrics)\.k8s\.io$/;
/** Whether an object is of a kind that is not Kubernetes' own, so that an operator makes pods of it in its own way. */
export function isCustom(object: ObjectNode): boolean {
  const [group = "", version] = (textOf(memberOf(object, "apiVersion")) ?? "").split("/");
  return version !== undefined && !OWN_GROUPS.includes(group) && !OWN_GROUPS_OF_API.test(group);
}
