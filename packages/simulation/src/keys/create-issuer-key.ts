import { generateEcKey, generateRsaKey } from "@irsa-sim/core";

/** What an issuer may sign with. */
export type IssuerKeyKind = "rsa" | "ec-p256" | "ec-p384";

/** Makes a key for an issuer to sign with, which is nobody else's. @returns PKCS #8 PEM */
export function createIssuerKey(kind: IssuerKeyKind): Promise<string> {
  if (kind === "rsa") return generateRsaKey();
  return generateEcKey(kind === "ec-p256" ? "P-256" : "P-384");
}
