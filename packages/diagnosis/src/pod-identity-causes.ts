import type { Cause } from "./cause.js";
import { podIdentityAgentMissing } from "./causes/pod-identity-agent-missing.js";
import { podIdentityNoAssociation } from "./causes/pod-identity-no-association.js";
import { podIdentityNodeMayNotAsk } from "./causes/pod-identity-node-may-not-ask.js";
import { podIdentityRoleNotTrusting } from "./causes/pod-identity-role-not-trusting.js";
import { podIdentityTokenRefused } from "./causes/pod-identity-token-refused.js";

/** What goes wrong between a pod, the agent of EKS Pod Identity and EKS Auth. */
export const POD_IDENTITY_CAUSES: readonly Cause[] = [
  podIdentityAgentMissing,
  podIdentityNoAssociation,
  podIdentityNodeMayNotAsk,
  podIdentityRoleNotTrusting,
  podIdentityTokenRefused,
];
