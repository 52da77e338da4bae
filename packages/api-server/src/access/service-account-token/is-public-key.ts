import type { GoValue } from "@irsa-sim/kubernetes-types";

/** What a public key has, by its type; texts in base64url. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = { RSA: ["n", "e"], EC: ["crv", "x", "y"], OKP: ["crv", "x"] };

/**
 * Whether a JWK may stand in a token's header: it names a public key. It is never used.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7515#section-4.1.3
 */
export function isPublicKey(key: GoValue): boolean {
  if (key.kind !== "object") return false;
  const text = (name: string): string => {
    const value = key.members.find(([member]) => member === name)?.[1];
    return value?.kind === "string" ? value.value : "";
  };
  const wanted = MEMBERS[text("kty")];
  return wanted !== undefined && text("d") === "" && wanted.every((name) => /^[\w-]+$/.test(text(name)));
}
