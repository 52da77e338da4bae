import type { IssuerUrl } from "@irsa-sim/core";

/** Who the cluster's tokens are from. */
export interface IssuerDescription {
  readonly flavour: "eks" | "self-hosted";
  /** Where the documents are, as those who register the provider know it. */
  readonly url: IssuerUrl;
  /** `--service-account-issuer`. */
  readonly inTokens: IssuerUrl;
  readonly inDocument: string;
  readonly isPublic: boolean;
  readonly key: "rsa" | "ec-p256" | "ec-p384";
}
