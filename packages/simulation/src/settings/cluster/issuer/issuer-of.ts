import { dnsSuffixOf } from "@irsa-sim/core";

/** The issuer's URL without its scheme, as EKS makes it. */
export function issuerOf(region: string, issuerId: string): string {
  return `oidc.eks.${region}.${dnsSuffixOf(region)}/id/${issuerId}`;
}
