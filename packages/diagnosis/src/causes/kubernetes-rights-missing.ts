import type { Edit, JsonObject } from "@irsa-sim/core";
import type { Cause, Symptom } from "../cause.js";
import { storedObjects } from "../stored-objects.js";

/** Not in failures.md: the rights that count inside the cluster, before AWS is asked for anything. */
export const kubernetesRightsMissing: Cause = {
  id: "kubernetes-rights-missing",
  rank: "missing",
  title: "The caller has no right for this in the cluster",
  see: 'serviceaccounts "NAME" is forbidden: User "system:serviceaccount:..." cannot create resource "serviceaccounts/token" in API group "" in the namespace "..." (403)',
  why: "RBAC allows what a role names, verb by verb and resource by resource, and a subresource such as serviceaccounts/token by itself. It knows nothing of IAM.",
  prove: [
    "kubectl auth can-i create serviceaccounts/token -n NAMESPACE --as system:serviceaccount:NAMESPACE:NAME",
    "kubectl get rolebindings,clusterrolebindings -A -o wide | grep NAME",
  ],
  sources: ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/"],
  explain(symptom) {
    const { check, told } = symptom;
    const wanted = WANTED.exec(check.expected.value)?.groups;
    if (check.check !== "api-server.authorization" || wanted === undefined) return null;
    const { verb = "", resource = "", group = "", namespace = "" } = wanted;
    return {
      because: `${check.actual.value} may not ${verb} ${resource}${namespace === "" ? "" : ` in namespace ${namespace}`}: no role that is bound to it names that (${told.message})`,
      fix: `add a rule for ${verb} on ${resource} to a role that is bound to ${check.actual.value}`,
      edits: grantEdits(symptom, { verb, resource, group, namespace }),
    };
  },
};

const WANTED = /may (?<verb>\w+) resource "(?<resource>[^"]+)" in API group "(?<group>[^"]*)"(?: in the namespace "(?<namespace>[^"]*)")?/;

interface Right {
  readonly verb: string;
  readonly resource: string;
  readonly group: string;
  readonly namespace: string;
}

interface Binding {
  readonly metadata: { readonly namespace?: string };
  readonly roleRef: { readonly kind: string; readonly name: string };
  readonly subjects?: readonly { readonly kind: string; readonly name: string; readonly namespace?: string }[];
}

/** One more rule in a role of the namespace that is bound to the caller; none where there is no such role. */
function grantEdits({ check, all }: Symptom, { verb, resource, group, namespace }: Right): readonly Edit[] {
  const [, , ofNamespace, name] = check.actual.value.split(":");
  const bound = storedObjects<JsonObject & Binding>(all, "RoleBinding").find(
    ({ metadata, roleRef, subjects = [] }) =>
      metadata.namespace === namespace &&
      roleRef.kind === "Role" &&
      subjects.some((subject) => subject.name === name && (subject.namespace ?? namespace) === ofNamespace),
  );
  if (bound === undefined) return [];
  return [{ source: `Role/${namespace}/${bound.roleRef.name}`, pointer: "/rules/-", value: { apiGroups: [group], resources: [resource], verbs: [verb] } }];
}
