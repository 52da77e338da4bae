import { accountOf, roleAnnotation } from "../asked-role.js";
import type { Cause } from "../cause.js";
import { environmentEdits, writtenContainer } from "../container-edits.js";
import { createdRoles } from "../created-roles.js";
import { credentialsOf } from "../credentials-of.js";
import { annotationIn, serviceAccountChanges } from "../service-account.js";
import { sentToken } from "../trust/sent-token.js";

const [ROLE, FILE] = ["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE"] as const;

/** Not in failures.md: the neighbour of rank 40, with both variables. */
export const ownRoleVariableKept: Cause = {
  id: "own-role-variable-kept",
  rank: "without-effect",
  title: "The pod brings AWS_ROLE_ARN itself, so the role in the annotation is never used",
  see: "Not authorized to perform sts:AssumeRoleWithWebIdentity, or the rights of another role, although the annotation names the right one",
  why: "The webhook adds a variable only where the container has none of its name. Pods that were restored from a backup of another cluster, copied from a running pod's YAML, or made by a chart with values of its own, bring the role of long ago.",
  prove: [
    "kubectl get pod -n NAMESPACE POD -o yaml | grep -A1 AWS_ROLE_ARN",
    "kubectl get serviceaccount -n NAMESPACE NAME -o yaml",
    "kubectl get deployment -n NAMESPACE NAME -o yaml | grep -A1 AWS_ROLE_ARN",
  ],
  sources: [
    "https://github.com/aws/amazon-eks-pod-identity-webhook/blob/master/pkg/handler/handler.go",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/82",
    "https://github.com/velero-io/velero/issues/4959",
  ],
  explain(symptom) {
    const { all, check } = symptom;
    const container = writtenContainer(symptom)?.container;
    const written = container?.env?.find(({ name }) => name === ROLE)?.value;
    const account = accountOf(symptom);
    if (container === undefined || written === undefined || account === null || !/^(sts|s3|service)\./.test(check.check)) return null;
    const annotation = roleAnnotation(symptom);
    const annotated = annotationIn(serviceAccountChanges(all, account).at(-1)?.after, annotation);
    const used = sentToken(symptom)?.roleArn ?? credentialsOf(symptom)?.roleArn;
    // An annotation that leads nowhere is not what was meant.
    if (annotated === undefined || annotated === written || used !== written || !createdRoles(all).some(({ arn }) => arn === annotated)) return null;
    return {
      because: `container ${container.name} brings ${ROLE}=${written} itself, and the webhook leaves a variable that is there: the role ${annotated}, which service account ${account} is annotated with, was never asked for`,
      fix: `take ${ROLE} and ${FILE} out of the container's env and create the pod again: the webhook then sets both`,
      edits: environmentEdits(symptom, { [ROLE]: null, [FILE]: null }),
    };
  },
};
