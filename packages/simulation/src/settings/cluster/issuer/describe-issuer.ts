import type { IssuerUrl } from "@irsa-sim/core";
import type { z } from "zod";
import type { IssuerDescription } from "./issuer-description.js";
import { issuerOf } from "./issuer-of.js";
import type { flavour, issuer, issuerId } from "./schema.js";

/** What of a cluster's settings says who its tokens are from. */
interface WrittenIssuer {
  readonly region: string;
  readonly issuerId: z.output<typeof issuerId>;
  readonly flavour: z.output<typeof flavour>;
  readonly issuer?: z.output<typeof issuer>;
}

/** The issuer: EKS makes its URL from region and id, an operator says where the documents are. */
export function describeIssuer({ region, issuerId, flavour, issuer }: WrittenIssuer): IssuerDescription {
  const url = (issuer?.url ?? `https://${issuerOf(region, issuerId)}`) as IssuerUrl;
  return {
    flavour,
    url,
    inTokens: (issuer?.serviceAccountIssuer ?? url) as IssuerUrl,
    inDocument: issuer?.documentIssuer ?? url,
    isPublic: issuer?.public ?? true,
    key: issuer?.key ?? "rsa",
  };
}
