import type { JsonObject } from "@irsa-sim/core";
import { type DeploymentInput, labelsOf } from "../deployment-input.js";

/** A namespace that admits nothing but what the strictest of the Pod Security Standards lets through. */
export function namespace(input: DeploymentInput): JsonObject {
  return {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name: input.namespace, labels: { ...labelsOf(input), "pod-security.kubernetes.io/enforce": "restricted" } },
  };
}
