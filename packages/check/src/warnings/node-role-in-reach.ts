import { memberOf } from "@irsa-sim/documents";
import type { WarningRule } from "./warning-rule.js";

/** On the node's network no hop limit keeps a pod from the node's role, so an SDK that gives up on the token goes on as the node. */
export const nodeRoleInReach: WarningRule = ({ workload: { podSpec } }) => {
  const at = memberOf(podSpec, "hostNetwork");
  if (at?.kind !== "scalar" || at.value !== true) return [];
  const message = "with hostNetwork the node's role is within reach: when the exchange fails, most SDKs go on as the node";
  return [
    {
      cause: "fallback-hides-failure",
      message,
      fix: "leave hostNetwork out where it is not needed, and name the web identity provider in code",
      at,
      breaksAt: "never",
    },
  ];
};
