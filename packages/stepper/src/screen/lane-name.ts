import type { Actor } from "@irsa-sim/core";

const NAMES: Readonly<Record<Actor, readonly [string, string]>> = {
  developer: ["developer", "dev"],
  iam: ["IAM", "IAM"],
  "oidc-issuer": ["issuer", "iss"],
  "api-server": ["API server", "API"],
  webhook: ["webhook", "hook"],
  kubelet: ["kubelet", "klet"],
  "tokens-controller": ["tokens controller", "tokens"],
  controller: ["controller", "ctrl"],
  sdk: ["pod · SDK", "pod"],
  node: ["node metadata", "node"],
  "pod-identity-agent": ["Pod Identity agent", "agent"],
  sts: ["STS", "STS"],
  s3: ["S3", "S3"],
  aws: ["AWS service", "AWS"],
  simulator: ["nobody", "nobody"],
};

/** What stands over an actor's lane; the short name where there is no room for the long one. */
export function laneName(actor: Actor, columns: number): string {
  const [long, short] = NAMES[actor];
  return long.length <= columns ? long : short.slice(0, Math.max(columns, 1));
}
