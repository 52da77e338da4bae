import type { Step } from "@irsa-sim/core";

const NAMES: Readonly<Record<Step, string>> = {
  0: "OIDC provider",
  1: "Create pod",
  2: "Kubelet sees pod",
  3: "Token needed?",
  4: "Issue token",
  5: "Project token",
  6: "SDK assumes role",
  7: "STS checks token",
  8: "Credentials",
  9: "Use S3",
};

/** A step in two or three words; the run's report has the whole titles. */
export function stepName(step: Step): string {
  return NAMES[step];
}
