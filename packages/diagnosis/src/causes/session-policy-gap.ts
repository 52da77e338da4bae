import { readAuthorization } from "../authorization-details.js";
import { type Cause, placeOf } from "../cause.js";

/** Not in failures.md: its section 1.8 expects layers of policies; the limit that the app sets itself. */
export const sessionPolicyGap: Cause = {
  id: "session-policy-gap",
  rank: "mistaken",
  title: "The app narrowed its own session with a policy that does not allow the action",
  see: "User: arn:aws:sts::<acct>:assumed-role/<role>/<session> is not authorized to perform: ... because no session policy allows the ... action",
  why: "Policy and PolicyArns of AssumeRoleWithWebIdentity limit the session that they make: it may do what both the role and they allow.",
  prove: ["search CloudTrail for AssumeRoleWithWebIdentity and its requestParameters.policy", "aws iam get-role --role-name ROLE"],
  sources: ["https://github.com/rusoto/rusoto/pull/1759", "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html"],
  explain({ check }) {
    const details = readAuthorization(check);
    if (details === null || details.decision.decidedBy.layer.toLowerCase() !== "session policy") return null;
    const { action, resource, decision } = details;
    const isDenied = decision.decidedBy.decision.outcome === "explicit-deny";
    const place = placeOf(check.expected, "session policy");
    return {
      because: isDenied
        ? `IRSA worked; a statement of the session policy denies ${action} on ${resource}, and a Deny that applies wins`
        : `IRSA worked, and the role may do it: the policy that the app passed with AssumeRoleWithWebIdentity does not allow ${action} on ${resource}, and limits this session`,
      fix: isDenied
        ? `${place}: take the Deny away, or narrow what it denies`
        : `the app's session policy: allow ${action} on ${resource} there too, or pass none`,
      edits: isDenied ? [] : [{ source: "call", pointer: "/app/habits/sessionPolicies", value: null }],
    };
  },
};
