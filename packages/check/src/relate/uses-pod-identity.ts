import { itemsOf, memberOf, textOf } from "@irsa-sim/documents";
import type { Workload } from "../gather/inventory.js";
import { mentions } from "./trust-policies.js";

/** Where the agent of EKS Pod Identity answers on every node. */
const AGENT = /^http:\/\/(169\.254\.170\.23|\[fd00:ec2::23\])\//;

/** Whether the webhook told a pod's containers to ask EKS Pod Identity, which takes the place of a role by annotation. */
export function usesPodIdentity({ podSpec }: Pick<Workload, "podSpec">): boolean {
  const variables = ["containers", "initContainers"]
    .flatMap((list) => itemsOf(memberOf(podSpec, list)))
    .flatMap((container) => itemsOf(memberOf(container, "env")));
  const asksAgent = variables.some(
    (one) => textOf(memberOf(one, "name")) === "AWS_CONTAINER_CREDENTIALS_FULL_URI" && AGENT.test(textOf(memberOf(one, "value")) ?? ""),
  );
  return asksAgent && !mentions(podSpec, "AWS_ROLE_ARN");
}
