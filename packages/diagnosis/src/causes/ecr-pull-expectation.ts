import type { CheckEvent } from "@irsa-sim/core";
import { type Cause, lastNote, since } from "../cause.js";

/** failures.md, rank 49. */
export const ecrPullExpectation: Cause = {
  id: "ecr-pull-expectation",
  rank: "missing",
  met: "sometimes",
  title: "The image is pulled with the node's role, not with the pod's",
  see: "ErrImagePull / ImagePullBackOff, no basic auth credentials",
  why: "The kubelet pulls with node credentials; IRSA exists only inside the container.",
  prove: [
    "kubectl describe pod -n NAMESPACE POD",
    "aws iam list-attached-role-policies --role-name NODE_ROLE",
    "aws iam simulate-principal-policy --policy-source-arn NODE_ROLE_ARN --action-names ecr:GetAuthorizationToken ecr:BatchGetImage",
  ],
  sources: [
    "https://github.com/aws/containers-roadmap/issues/2133",
    "https://github.com/kubernetes/cloud-provider-aws/issues/1280",
    "https://github.com/aws-quickstart/quickstart-amazon-eks/issues/490",
  ],
  explainOwnError({ events, action }) {
    const waiting = lastNote(since(events, action), "kubelet.container-waiting");
    const check = events.findLast((event): event is CheckEvent => event.kind === "check" && event.check === "ecr.authorization" && !event.passed);
    if (waiting === null || check === undefined) return null;
    return {
      because: `the kubelet pulls images with the node's credentials, and ${String(check.actual.value)} (${String(check.expected.value)}); the pod's own role exists only inside a container that runs`,
      fix: `allow the node's role to pull: ${String(check.expected.value)}, or attach AmazonEC2ContainerRegistryReadOnly to it`,
    };
  },
};
