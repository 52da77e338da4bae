import { failedCall, type Question } from "./question.js";
import { type StoredContainer, storedPod } from "./stored-pod.js";

const VOLUME = "aws-iam-token";

/** Whether the webhook, or somebody in its place, had anything to do with the container. */
export const variables: Question = {
  id: "variables",
  asks: "Which of AWS_ROLE_ARN and AWS_WEB_IDENTITY_TOKEN_FILE does the container that fails have?",
  commands: [
    "kubectl exec -n NAMESPACE POD -c CONTAINER -- env | grep ^AWS_",
    `kubectl get pod -n NAMESPACE POD -o yaml | grep -E 'AWS_ROLE_ARN|AWS_WEB_IDENTITY|${VOLUME}'`,
  ],
  answers: {
    both: "both",
    one: "one of the two",
    "not-here": `neither, but the pod has them in another container, or has the volume ${VOLUME}`,
    none: "neither, and nothing of them in the pod",
  },
  answer(report) {
    const { containers = [], initContainers = [], volumes = [] } = storedPod(report)?.spec ?? {};
    const all = [...containers, ...initContainers];
    const own = all.find(({ name }) => name === failedCall(report)?.subject?.container) ?? all[0];
    if (own === undefined) return null;
    const count = countOf(own);
    if (count > 0) return count === 2 ? "both" : "one";
    return all.some((other) => countOf(other) > 0) || volumes.some(({ name }) => name === VOLUME) ? "not-here" : "none";
  },
};

function countOf({ env = [] }: StoredContainer): number {
  return ["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE"].filter((name) => env.some((variable) => variable.name === name)).length;
}
