/** The hash of a pod's template, which its controller puts on the pod so that it can tell later whether the template has changed since. */
import type { JsonObject } from "@irsa-sim/core";

const LABEL = "pod-template-hash";

/**
 * The pod with the hash of what is written in a label.
 *
 * Differs from a Deployment's controller, which hashes Go's print of the template with FNV-1a: here it is the beginning of SHA-256 over its JSON.
 */
export async function withTemplateHash(template: JsonObject): Promise<JsonObject> {
  const { metadata } = template as { readonly metadata: JsonObject & { readonly labels?: JsonObject } };
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(template))));
  const hash = Array.from(digest.subarray(0, 5), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { ...template, metadata: { ...metadata, labels: { ...metadata.labels, [LABEL]: hash } } };
}

/** The hash on a pod; `null` when there is none. */
export function templateHashOf(pod: JsonObject): string | null {
  const { labels } = pod.metadata as { readonly labels?: Readonly<Record<string, string>> };
  return labels?.[LABEL] ?? null;
}
