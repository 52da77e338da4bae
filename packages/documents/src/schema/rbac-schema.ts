/** Manifests that say who may do what in the cluster. */
import { choice, list, looseObject, strictObject, text } from "@irsa-sim/core/schema";
import { z } from "zod";

const texts = list(z.string({ error: "text" }), "a list of texts").optional();
const rules = list(looseObject({ verbs: texts, apiGroups: texts, resources: texts, resourceNames: texts, nonResourceURLs: texts }), "a list of rules");
const subject = looseObject({ kind: choice(["ServiceAccount", "User", "Group"]), name: text("a name"), namespace: text("a namespace").optional() });
const roleRef = looseObject({ kind: choice(["Role", "ClusterRole"]), name: text("the role's name") });

/** Schemas by kind. */
export function rbacSchemas<Meta extends z.ZodType>({ metadata }: { readonly metadata: Meta }) {
  const apiVersion = choice(["rbac.authorization.k8s.io/v1"]);
  const role = <Kind extends string>(kind: Kind) => looseObject({ apiVersion, kind: choice([kind]), metadata, rules: rules.nullable().optional() });
  const binding = <Kind extends string>(kind: Kind) =>
    strictObject({ apiVersion, kind: choice([kind]), metadata, subjects: list(subject, "a list of subjects").optional(), roleRef });
  return { Role: role("Role"), ClusterRole: role("ClusterRole"), RoleBinding: binding("RoleBinding"), ClusterRoleBinding: binding("ClusterRoleBinding") };
}
