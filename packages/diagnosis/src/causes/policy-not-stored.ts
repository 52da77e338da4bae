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
    const place = placeOf(check.actual, "the policy");
    const advice = ADVICE.find(([message]) => message.test(told.message))?.[1];
    if (advice !== undefined) return { because: `IAM refuses the policy: ${visible(told.message)}`, fix: `${place}: ${advice}` };
    if (check.expected.value === ANY_POLICY)
      return {
        because: `IAM refuses the policy: ${visible(told.message)}${told.message.includes(check.actual.value) ? "" : `; there stands ${visible(check.actual.value)}`}`,
        fix: `${place}: mend what the message names`,
      };
    return {
      because: `IAM refuses the policy (${told.message}): it takes ${visible(check.expected.value)}, and there stands ${visible(check.actual.value)}`,
      fix: `${place}: put ${check.expected.value} in the place of ${check.actual.value}`,
    };
  },
};

/** What IAM wants where it knows no nearest value. */
const ANY_POLICY = "a policy that IAM can store";

/** What to do, by IAM's words. */
const ADVICE: readonly (readonly [message: RegExp, advice: string])[] = [
  [/Has prohibited field Resource|must not contain resources/, "take Resource out: what a trust policy is about is the role that it hangs on"],
  [
    /should not specify a principal/,
    "take Principal out: who may is the role that the policy hangs on; one with Principal is a trust policy, or belongs to a resource",
  ],
  [/"AWS":"arn:[a-z-]+:iam::\d+:oidc-provider\//, 'write "Federated" in the place of "AWS": an OIDC provider is a federated principal'],
  [/valid version string|version 2012-10-17 or greater/, 'put "Version": "2012-10-17", which is a version of the language and no date of yours'],
];
