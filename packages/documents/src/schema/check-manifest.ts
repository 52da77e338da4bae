import type { ProblemList } from "../problems/problem-list.js";
import type { LocatedNode } from "../tree/located-tree.js";
import { checkTree } from "./check-tree.js";
import { KUBERNETES_SCHEMAS, type KubernetesKind } from "./kubernetes-schema.js";

/** Holds a manifest against the schema of its kind; a kind without one is a fault. */
export function checkManifest(kind: string, object: LocatedNode, problems: ProblemList): void {
  const kinds = Object.keys(KUBERNETES_SCHEMAS);
  if (kinds.includes(kind)) checkTree(object, KUBERNETES_SCHEMAS[kind as KubernetesKind], problems);
  else problems.add(object.place, { message: `a ${kind} cannot be applied`, expected: `one of: ${kinds.join(", ")}` });
}
