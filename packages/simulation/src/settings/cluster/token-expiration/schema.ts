/** How long the API server lets tokens live. */
import { integer } from "@irsa-sim/core/schema";

export const maxTokenExpirationSeconds = integer(3600, 4_294_967_296)
  .default(86_400)
  .describe("--service-account-max-token-expiration; 86400 when left out, as on EKS");
