import { type Cause, placeOf } from "../cause.js";
import { visible } from "../visible.js";

/** Not in failures.md as a row of its own: rank 21 is one of its kinds. */
export const policyNotStored: Cause = {
  id: "policy-not-stored",
  rank: "mistaken",
  title: "IAM does not store the policy as it is written",
  see: "MalformedPolicyDocument (400): Invalid principal in policy; Syntax errors in policy; Invalid Condition type : x; The policy failed legacy parsing",
  why: "IAM checks grammar, operators and principals when a policy is stored. A role whose policy is refused is not created, and everything after it fails for another reason.",
  prove: ["aws accessanalyzer validate-policy --policy-type RESOURCE_POLICY --policy-document file://POLICY.json", "aws iam get-role --role-name ROLE"],
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_policies.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
  ],
  explain({ check, told }) {
    if (check.check !== "iam.call" || check.reason !== "MalformedPolicyDocument") return null;
    return {
      because: `IAM refuses the policy (${told.message}): it takes ${visible(check.expected.value)}, and there stands ${visible(check.actual.value)}`,
      fix: `${placeOf(check.actual, "the policy")}: put ${check.expected.value} in the place of ${check.actual.value}`,
    };
  },
};
