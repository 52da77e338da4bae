import type { ObjectStore } from "../storage/object-store.js";
import { resourceOf } from "../storage/resources.js";
import type { PolicyRule, RoleBinding, StoredRoles } from "./decide-by-roles.js";

/** Roles and bindings as they are now. */
export function storedRoles(store: ObjectStore): StoredRoles {
  const bindings = ["ClusterRoleBinding", "RoleBinding"].flatMap((kind) =>
    store.list(resourceOf(kind), null).map(({ metadata, subjects, roleRef }) => ({
      name: metadata.name,
      binding: { namespace: metadata.namespace ?? null, subjects: subjects ?? [], roleRef } as unknown as RoleBinding,
    })),
  );
  return {
    bindings: bindings.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ binding }) => binding),
    rulesOf: ({ kind, name, namespace }) => {
      const role = store.read(resourceOf(kind), namespace, name);
      return role === null ? null : ((role.rules ?? []) as readonly PolicyRule[]);
    },
  };
}
