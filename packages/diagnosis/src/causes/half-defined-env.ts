import type { Cause, Explanation } from "../cause.js";
import { environmentEdits } from "../container-edits.js";
import type { FailureView } from "../failure-view.js";
import { failingContainers } from "../node-role.js";

const PAIR = ["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE"] as const;

/** failures.md, rank 40. */
export const halfDefinedEnv: Cause = {
  id: "half-defined-env",
  rank: "without-effect",
  met: "sometimes",
  title: "The pod sets one of the two variables, so the webhook added neither",
  see: "AWS_ROLE_ARN present, token file variable or mount missing; no such file",
  why: "If either variable exists the webhook skips both; if region and STS variables exist too it returns early and skips the mount.",
  prove: ["kubectl get pod -n NAMESPACE POD -o jsonpath={.spec.containers[*].env[*].name}", "kubectl exec -n NAMESPACE POD -- env | grep AWS_"],
  sources: [
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/82",
    "https://github.com/aws/aws-app-mesh-roadmap/issues/464",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/blob/master/pkg/handler/handler.go",
    "https://github.com/tryretool/retool-helm/issues/217",
  ],
  explainNoIdentity: (view) => explainHalf(view, "the SDK went on to the node's role"),
  explainOwnError: (error) => (error.exchange === null ? explainHalf(error, `the SDK stops with ${error.told.code}`) : null),
};

function explainHalf(view: FailureView, effect: string): Explanation | null {
  for (const { name, env = [] } of failingContainers(view)) {
    const present = PAIR.filter((variable) => env.some((one) => one.name === variable));
    const [own] = present;
    if (own === undefined || present.length === PAIR.length) continue;
    const missing = PAIR.find((variable) => variable !== own);
    return {
      because: `container ${name} brings ${own} itself; the webhook then leaves both alone, so ${missing} is missing and ${effect}`,
      fix: `take ${own} out of the container's env, or set both and mount the token yourself; then create the pod again`,
      edits: environmentEdits(view, { [own]: null }),
    };
  }
  return null;
}
