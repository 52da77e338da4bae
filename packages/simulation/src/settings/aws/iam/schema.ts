/** How IAM counts, and how fast others see what it stores. */
import { integer, strictObject } from "@irsa-sim/core/schema";

export const quotas = strictObject({
  trustPolicyCharacters: integer(2048, 8192)
    .default(2048)
    .describe("ACLSizePerRole: how long a trust policy may be, without white space; 2048 when left out, more when AWS raised it on request"),
  oidcProviders: integer(1, 700)
    .default(100)
    .describe("how many OIDC providers an account may have; 100 when left out, up to 700 when AWS raised it on request"),
})
  .prefault({})
  .describe("quotas of IAM");

export const propagationSeconds = integer(0, 3600).default(0).describe("how long a change in IAM takes until STS and S3 see it; 0, at once, when left out");
