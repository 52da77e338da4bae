import type { Actor } from "@irsa-sim/core";

/** What stands above an actor's lane. */
export const ACTOR_NAMES: Readonly<Record<Actor, string>> = {
  developer: "Developer",
  iam: "IAM",
  "oidc-issuer": "Issuer",
  "api-server": "API server",
  webhook: "Webhook",
  kubelet: "Kubelet",
  "tokens-controller": "Tokens",
  controller: "Controller",
  sdk: "App · SDK",
  node: "Node",
  "pod-identity-agent": "Agent",
  sts: "STS",
  s3: "S3",
  aws: "Service",
  simulator: "Simulator",
};
