import type { JsonObject } from "@irsa-sim/core";
import { isManifestKind, type LocatedNode, memberOf, podTemplateIn, toJson } from "@irsa-sim/documents";

/** The object as it is applied: one of a kind whose controller is not simulated becomes a ReplicaSet of the same name, with its pod template. */
export function asApplied(kind: string, node: LocatedNode): JsonObject {
  const object = toJson(node) as JsonObject;
  const template = isManifestKind(kind) ? null : podTemplateIn(node);
  if (template === null) return object;
  const { name, namespace } = object.metadata as { readonly name: string; readonly namespace?: string };
  const replicas = memberOf(memberOf(node, "spec"), "replicas");
  const labels = memberOf(memberOf(template, "metadata"), "labels");
  return {
    apiVersion: "apps/v1",
    kind: "ReplicaSet",
    metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
    spec: {
      replicas: replicas?.kind === "scalar" && typeof replicas.value === "number" ? replicas.value : 1,
      selector: { matchLabels: labels === null ? {} : toJson(labels) },
      template: toJson(template),
    },
  };
}
