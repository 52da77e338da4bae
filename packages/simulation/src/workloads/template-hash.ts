import type { Json } from "@irsa-sim/core";

/** As Kubernetes spells numbers in names, so that no word arises. */
const ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

/**
 * The hash of a pod template as it stands in names: FNV-1a in decimal digits, each as a letter.
 * Differs from Kubernetes', which hashes Go's print of the template with all that it leaves empty: here its JSON is hashed, so the letters are other ones.
 * @see https://pkg.go.dev/k8s.io/kubernetes/pkg/controller#ComputeHash
 */
export function templateHash(template: Json): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(JSON.stringify(template))) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return Array.from(String(hash), (digit) => ALPHABET[digit.charCodeAt(0) % ALPHABET.length]).join("");
}
