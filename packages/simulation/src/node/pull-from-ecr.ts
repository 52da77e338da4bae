import type { Arn } from "@irsa-sim/core";
import { evaluatePolicies, type Iam } from "@irsa-sim/iam";
import type { PullImage } from "@irsa-sim/kubelet-projector";

/** An image in a private registry of ECR: account, region, repository. */
const ECR_IMAGE = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)/;

/** Whose credentials the kubelet pulls with, and where. */
export interface EcrOptions {
  readonly iam: Iam;
  readonly partition: string;
  readonly nodeRoleArn: Arn;
}

/**
 * Lets the kubelet pull images from ECR with the node's role; images of other registries can always be had.
 * Differs from ECR: nothing goes over the wire, repository policies are left out, and the container runtime's words around the registry's are too.
 *
 * @see failures.md, rank 49
 */
export function createEcrPull({ iam, partition, nodeRoleArn }: EcrOptions): PullImage {
  return async (image, span) => {
    const [, account, region, repository] = ECR_IMAGE.exec(image) ?? [];
    if (repository === undefined) return null;
    const role = iam.findRole(nodeRoleArn);
    const policies = [...(role?.inlinePolicies.values() ?? [])];
    const calls = [
      { action: "ecr:GetAuthorizationToken", resource: "*", refusal: "no basic auth credentials" },
      { action: "ecr:BatchGetImage", resource: `arn:${partition}:ecr:${region}:${account}:repository/${repository}`, refusal: "403 Forbidden" },
    ];
    for (const { action, resource, refusal } of calls) {
      const request = { action, resource, principal: null, context: new Map<string, readonly string[]>() };
      const { outcome } = evaluatePolicies(policies, request);
      span.check({
        check: "ecr.authorization",
        title: "the node's role may pull the image",
        passed: outcome === "allowed",
        expected: { value: `Allow ${action} on ${resource}`, from: { file: `role/${nodeRoleArn.split("/").at(-1)}` } },
        actual: { value: outcome === "allowed" ? "allowed" : `no policy of ${nodeRoleArn} allows it` },
        ...(outcome === "allowed" ? {} : { reason: outcome }),
      });
      if (outcome !== "allowed") return refusal;
    }
    return null;
  };
}
