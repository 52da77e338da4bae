import { matchPattern, parsePattern } from "@irsa-sim/core/patterns";
import { type Cause, placeOf } from "../cause.js";
import { environmentEdits } from "../container-edits.js";
import { lastStoredPod } from "../node-role.js";
import { failedCondition } from "../trust/failed-condition.js";
import { listed, visible } from "../visible.js";

/** Not in failures.md: what the trust policy wants of the session's name. */
export const sessionNameCondition: Cause = {
  id: "session-name-condition",
  rank: "mistaken",
  title: "The trust policy wants another name of the session than the SDK makes",
  see: "Not authorized to perform sts:AssumeRoleWithWebIdentity (AccessDenied, 403)",
  why: "The SDK makes the session's name from chance or the time unless AWS_ROLE_SESSION_NAME says one. A condition on sts:RoleSessionName that wants the pod's name is met only then.",
  prove: [
    "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument",
    "kubectl exec -n NAMESPACE POD -- env | grep AWS_ROLE_SESSION_NAME",
    "search CloudTrail for requestParameters.roleSessionName",
  ],
  sources: [
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/112",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html",
  ],
  explain(symptom) {
    const { check } = symptom;
    const condition = failedCondition(check);
    if (condition === null || condition.key.toLowerCase() !== "sts:rolesessionname") return null;
    const { values } = condition;
    const pod = lastStoredPod(symptom.events)?.metadata.name ?? "";
    const isPodName = values.some((value) => matchPattern(parsePattern(value), pod));
    return {
      because: `the trust policy wants a session named ${listed(values)}, and the SDK named it ${visible(check.actual.value)}`,
      fix: isPodName
        ? "set AWS_ROLE_SESSION_NAME in the container from the downward API (fieldRef metadata.name), and create the pod again"
        : `set AWS_ROLE_SESSION_NAME in the container to a name that fits, or change the condition in ${placeOf(check.expected, "the trust policy")}`,
      edits: environmentEdits(
        symptom,
        isPodName
          ? { AWS_ROLE_SESSION_NAME: { valueFrom: { fieldRef: { fieldPath: "metadata.name" } } } }
          : { AWS_ROLE_SESSION_NAME: { value: (values[0] ?? "").replaceAll(/[*?]/g, "x") } },
      ),
    };
  },
};
