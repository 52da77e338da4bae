import type { Actor } from "@irsa-sim/core";

const NAMES: Readonly<Record<Actor, string>> = {
  developer: "developer",
  iam: "IAM",
  "oidc-issuer": "issuer",
  "api-server": "API server",
  webhook: "webhook",
  kubelet: "kubelet",
  "tokens-controller": "tokens controller",
  controller: "controller",
  sdk: "pod",
  node: "node metadata",
  "pod-identity-agent": "Pod Identity agent",
  sts: "STS",
  s3: "S3",
  aws: "AWS service",
  simulator: "nobody",
};

/** An actor's name for people. */
export function actorName(actor: Actor): string {
  return NAMES[actor];
}
