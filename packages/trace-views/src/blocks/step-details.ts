import type { Step } from "@irsa-sim/core";
import { chainDetails, credentialDetails, objectDetails } from "./steps/credential-details.js";
import type { Details } from "./steps/details.js";
import { issuerDetails } from "./steps/issuer-details.js";
import { podDetails } from "./steps/pod-details.js";
import { fileDetails, neededDetails, seenDetails, tokenDetails } from "./steps/token-details.js";

/** What is worth a look in each step, beyond who called whom. */
export const STEP_DETAILS: Readonly<Record<Step, Details>> = {
  0: issuerDetails,
  1: podDetails,
  2: seenDetails,
  3: neededDetails,
  4: tokenDetails,
  5: fileDetails,
  6: chainDetails,
  7: () => [],
  8: credentialDetails,
  9: objectDetails,
};
