/** The hash of a pod's template, which its controller puts on the pod so that it can tell later whether the template has changed since. */
import type { JsonObject } from "@irsa-sim/core";
import { templateHash } from "../workloads/template-hash.js";

const LABEL = "pod-template-hash";

/** The pod with the hash of what is written in a label. */
export function withTemplateHash(template: JsonObject): JsonObject {
  const { metadata } = template as { readonly metadata: JsonObject & { readonly labels?: JsonObject } };
  return { ...template, metadata: { ...metadata, labels: { ...metadata.labels, [LABEL]: templateHash(template) } } };
}

/** The hash on a pod; `null` when there is none. */
export function templateHashOf(pod: JsonObject): string | null {
  const { labels } = pod.metadata as { readonly labels?: Readonly<Record<string, string>> };
  return labels?.[LABEL] ?? null;
}
