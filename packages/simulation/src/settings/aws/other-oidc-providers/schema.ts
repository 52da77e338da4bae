/** What clusters of before left in IAM. */
import { integer } from "@irsa-sim/core/schema";

export const otherOidcProviders = integer(0, 700)
  .default(0)
  .describe("how many providers of other clusters the first account has already, beside those that are listed; none when left out");
