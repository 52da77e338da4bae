import type { Cause } from "../cause.js";
import { visible } from "../visible.js";

const CHECKS: Readonly<Record<string, readonly [because: string, fix: string]>> = {
  "sts.parameters": [
    "a parameter of the call is not one that STS takes",
    "mend the parameter that the message names where it is set: in the app's code, in a profile, or in AWS_ROLE_SESSION_NAME and the like",
  ],
  "sts.session-tags": [
    "STS does not take the session tags of the call",
    "send each key once, at most 50, with letters, digits and _.:/=+-@ only, and none that the calling session hands down",
  ],
  "sts.session-tags-packed": [
    "the session tags take more room than a session has, in the packed form in which STS keeps them",
    "send fewer or shorter tags; those that EKS Pod Identity sets take most of the room in the next session of a chain (create-pod-identity-association --disable-session-tags)",
  ],
  "sts.session-policy": [
    "STS does not take the session policy of the call",
    "send a policy document that IAM would store, of at most 2048 characters, and managed policies of the role's own account",
  ],
  "sts.roles-claim": [
    "the token has a list of roles that it may be used for, and this one is not in it",
    "ask for one of the roles in the token's claim https://aws.amazon.com/roles, or let the issuer name this one",
  ],
};

/** Not in failures.md: what is wrong with the call, before anybody asks who may. */
export const stsParametersMistaken: Cause = {
  id: "sts-parameters-mistaken",
  rank: "symptom",
  title: "STS does not take what the call says",
  see: "ValidationError (400): 1 validation error detected: Value '...' at '...' failed to satisfy constraint; MalformedPolicyDocument; PackedPolicyTooLarge; InvalidParameterValue",
  why: "STS looks at form and length of each parameter before it looks at token and role. The trust policy has not been asked yet, and changing it helps nothing.",
  prove: ["read which member the message names", "search CloudTrail for requestParameters of the call"],
  sources: ["https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html"],
  explain({ check, told }) {
    const [because, fix] = CHECKS[/^Packed size of session tags/.test(told.message) ? "sts.session-tags-packed" : check.check] ?? [];
    if (because === undefined || fix === undefined) return null;
    return { because: `${because}: it wants ${visible(check.expected.value)}, and found ${visible(check.actual.value)} (${visible(told.message)})`, fix };
  },
};
