import { container, namespace, pod } from "@irsa-sim/core/schema";

/** The container in which something happens; `container` becomes `null` for the pod's first. */
export const containerFields = {
  pod,
  namespace: namespace.default("default"),
  container: container.transform((name) => name ?? null),
};
