import { memberOf, textOf } from "@irsa-sim/documents";
import type { WarningRule } from "./warning-rule.js";

const SKIPPED = "eks.amazonaws.com/skip-containers";

/** Containers that the webhook is told to leave alone get no role. */
export const skippedContainers: WarningRule = ({ workload: { podMetadata }, roleArn }) => {
  const at = memberOf(memberOf(podMetadata, "annotations"), SKIPPED);
  const names = textOf(at);
  if (at === null || names === null || roleArn === null) return [];
  const message = `${SKIPPED} keeps the role from: ${names}; what they call AWS with is not checked`;
  return [{ cause: "container-not-covered", message, fix: "take the names of containers that call AWS out of the annotation", at, breaksAt: "never" }];
};
