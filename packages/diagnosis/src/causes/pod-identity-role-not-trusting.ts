import type { JsonObject } from "@irsa-sim/core";
import { type Cause, placeOf } from "../cause.js";
import { ofPodIdentity, podIdentityAction } from "../pod-identity.js";
import { conditionsOf, decisiveStatement } from "../trust/decisive-statement.js";
import { listed } from "../visible.js";

const SERVICE = "pods.eks.amazonaws.com";
const STATEMENT: JsonObject = { Effect: "Allow", Principal: { Service: SERVICE }, Action: ["sts:AssumeRole", "sts:TagSession"] };

/** Not in failures.md: the neighbour of rank 38, at EKS Pod Identity. */
export const podIdentityRoleNotTrusting: Cause = {
  id: "pod-identity-role-not-trusting",
  rank: "mistaken",
  narrows: ["fallback-hides-failure", "pod-older-than-annotation", "annotation-absent-or-misplaced"],
  title: "The associated role does not trust EKS Pod Identity",
  see: "(AccessDeniedException): Unauthorized Exception! EKS does not have permissions to assume the associated role., fault: client",
  why: "A role for IRSA trusts an OIDC provider. With an association it is EKS that asks, as the service pods.eks.amazonaws.com, by sts:AssumeRole and sts:TagSession; conditions of the trust policy are held against the session's tags.",
  prove: ["aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument", "search CloudTrail for AssumeRole by pods.eks.amazonaws.com"],
  sources: ["https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html", "https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html"],
  ...ofPodIdentity(({ check }) => {
    const action = podIdentityAction(check);
    if (action === null) return null;
    const { roleArn } = check.details as { readonly roleArn: string };
    if (check.reason === "role-missing")
      return {
        because: `the association names role ${roleArn}, which does not exist`,
        fix: `create ${roleArn}, or let the association name a role that exists`,
      };
    const statement = decisiveStatement(check);
    const place = placeOf(check.expected, "trust policy");
    if (check.reason === "explicit-deny")
      return { because: `a statement of the trust policy of ${roleArn} denies ${action} to ${SERVICE}`, fix: `${place}: take the denial away, or narrow it` };
    const condition = statement === null ? undefined : conditionsOf(statement).find(({ matched }) => !matched);
    const isForPods = statement?.elements.every(({ element, matched }) => element === "Condition" || matched) === true;
    if (isForPods && condition !== undefined)
      return {
        because: `the trust policy lets ${SERVICE} in only where ${condition.conditionKey} (${condition.operator}) is ${listed(condition.expected)}; this session has ${listed(condition.actual)}`,
        fix: `${place}: add ${listed(condition.actual)} to the values of ${condition.conditionKey}, if this cluster and this service account are meant`,
        edits:
          condition.actual.length === 0
            ? []
            : [{ source: `role/${nameOf(roleArn)}/trust-policy`, pointer: condition.pointer, value: [...condition.expected, ...condition.actual] }],
      };
    const principal = statement?.elements.find(({ element }) => element === "Principal");
    const trusted = principal === undefined ? "nobody" : listed(principal.expected);
    const acts = statement?.elements.find(({ element }) => element === "Action");
    const lacks = principal?.matched === true && acts !== undefined ? `allows it only ${listed(acts.expected)}` : `lets in ${trusted}`;
    return {
      because: `EKS asks for ${roleArn} as the service ${SERVICE}, by ${action}; the trust policy ${lacks}`,
      fix: `${place}: add a statement that allows sts:AssumeRole and sts:TagSession to the service ${SERVICE}`,
      edits: [{ source: `role/${nameOf(roleArn)}/trust-policy`, pointer: "/Statement/-", value: STATEMENT }],
    };
  }),
};

function nameOf(roleArn: string): string {
  return roleArn.slice(roleArn.lastIndexOf("/") + 1);
}
