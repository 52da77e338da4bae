import { readAuthorization } from "../authorization-details.js";
import { type Cause, placeOf } from "../cause.js";

/** Not in failures.md as a row of its own: its section 1.8 expects it; the neighbour of rank 67, at the call instead of the exchange. */
export const guardrailDeniesCall: Cause = {
  id: "guardrail-denies-call",
  rank: "mistaken",
  title: "A guardrail of the organization denies the call, whatever the role's policy allows",
  see: "AccessDenied: ... with an explicit deny in a service control policy, or in a resource control policy",
  why: "Service control policies limit what roles and users of an account may do, resource control policies what anybody may do with its resources; neither grants anything.",
  prove: [
    "aws organizations list-policies-for-target --target-id ACCOUNT --filter SERVICE_CONTROL_POLICY",
    "aws organizations describe-policy --policy-id POLICY --query Policy.Content --output text",
  ],
  sources: [
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html",
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html",
  ],
  explain({ check }) {
    const details = readAuthorization(check);
    if (details === null) return null;
    const { action, decision } = details;
    const { layer } = decision.decidedBy;
    if (!layer.endsWith(" control policy")) return null;
    return {
      because: `IRSA worked; a ${layer} of the organization refuses ${action}, and nothing that the account itself allows helps against it`,
      fix: `${placeOf(check.expected, layer)}: have the organization exempt the role, or do what the guardrail wants`,
    };
  },
};
