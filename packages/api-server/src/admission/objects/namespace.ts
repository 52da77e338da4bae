import type { JsonObject } from "@irsa-sim/core";
import type { KubernetesObject } from "../../storage/kubernetes-object.js";
import type { FieldProblem } from "../field-problem.js";
import { findFinalizerProblems } from "../validation/find-meta-problems.js";
import { findFormatProblems } from "../validation/formats/find-format-problems.js";
import { qualifiedName } from "../validation/formats/labels.js";

const NAME_LABEL = "kubernetes.io/metadata.name";
const FINALIZER = "kubernetes";

/** A namespace carries its name as a label, and Kubernetes' own finalizer. */
export const NAMESPACE_RULES = { prepare: prepareNamespace, findProblems: findNamespaceProblems };

/** A new namespace as the server keeps it. */
export function prepareNamespace(namespace: KubernetesObject): KubernetesObject {
  const { metadata } = namespace;
  const finalizers = finalizersOf(namespace);
  return {
    ...namespace,
    metadata: { ...metadata, labels: { ...metadata.labels, [NAME_LABEL]: metadata.name ?? "" } },
    spec: { finalizers: finalizers.includes(FINALIZER) ? finalizers : [...finalizers, FINALIZER] },
    status: { phase: "Active" },
  };
}

function finalizersOf(namespace: JsonObject): readonly string[] {
  const { spec = {} } = namespace as { readonly spec?: { readonly finalizers?: readonly string[] } };
  return spec.finalizers ?? [];
}

function* findNamespaceProblems(namespace: JsonObject): Generator<FieldProblem> {
  for (const finalizer of finalizersOf(namespace)) {
    yield* findFormatProblems(qualifiedName, "spec.finalizers", finalizer);
    yield* findFinalizerProblems(finalizer, "spec.finalizers");
  }
}
