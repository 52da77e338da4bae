import { type Cause, type Explanation, placeOf, type Symptom } from "../cause.js";
import { ofPodIdentity, podIdentityAction } from "../pod-identity.js";
import { decisiveStatement } from "../trust/decisive-statement.js";
import { listed } from "../visible.js";

/** Not in failures.md: what must be allowed beside the role. */
export const tagSessionNotAllowed: Cause = {
  id: "tag-session-not-allowed",
  rank: "mistaken",
  narrows: ["trust-wrong-action-or-principal", "redundant-self-assume", "pod-identity-role-not-trusting"],
  title: "Session tags are passed, and the trust policy does not allow sts:TagSession",
  see: "User: ... is not authorized to perform: sts:TagSession on resource: arn:aws:iam::<acct>:role/<role> (AccessDenied, 403)",
  why: "Passing tags, or a source identity, is an action of its own beside assuming the role. Tags that are transitive come along from the first session into every next one.",
  prove: ["aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument", "search CloudTrail for requestParameters.tags"],
  sources: [
    "https://github.com/mattrobinsonsre/terrapod/pull/1546",
    "https://github.com/OvertureMaps/stac/pull/114",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html",
  ],
  explain: (symptom) => explainTags(symptom),
  explainNoIdentity: ofPodIdentity(explainTags).explainNoIdentity,
};

function explainTags({ check, told }: Symptom): Explanation | null {
  const asked = podIdentityAction(check);
  const [action] =
    asked !== null ? [asked] : (/sts:(TagSession|SetSourceIdentity)/.exec(check.title) ?? /sts:(TagSession|SetSourceIdentity)/.exec(told.message) ?? []);
  if (!/^(sts|eks-auth)\./.test(check.check) || action === undefined || action === "sts:AssumeRole") return null;
  const statement = decisiveStatement(check);
  const actions = statement?.elements.find(({ element }) => element === "Action");
  if (asked !== null && actions?.matched !== false) return null;
  return {
    because: `the session brings ${action === "sts:TagSession" ? "tags" : "a source identity"}, and the trust policy allows ${actions === undefined ? "the role" : listed(actions.expected)} without ${action}`,
    fix: `${placeOf(check.expected, "trust policy")}: allow ${action} beside what is allowed, or let the app pass none`,
    edits: statement === null || actions === undefined ? [] : [{ source: statement.policy, pointer: actions.pointer, value: [...actions.expected, action] }],
  };
}
