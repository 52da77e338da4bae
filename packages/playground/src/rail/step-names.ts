import type { Step } from "@irsa-sim/core";

/** The steps in two or three words, where there is no room for their whole titles. */
export const STEP_NAMES: Readonly<Record<Step, string>> = {
  0: "Enable OIDC",
  1: "Create pod",
  2: "Kubelet starts pod",
  3: "Token needed?",
  4: "Issue token",
  5: "Project token",
  6: "SDK assumes role",
  7: "STS validates token",
  8: "Return credentials",
  9: "Use credentials",
};
