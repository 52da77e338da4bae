import type { CheckNotice } from "@irsa-sim/core";
import type { Workload } from "../gather/inventory.js";
import type { ChosenWorkloads } from "./choose-workloads.js";

/** More are told as a number: nobody reads a line for each. */
const MOST = 20;

/** Tells which workloads are not played, and why. */
export function tellPassedOver({ others, byPodIdentity }: Pick<ChosenWorkloads, "others" | "byPodIdentity">): readonly CheckNotice[] {
  return [
    ...tell(others, { one: "nothing connects it with a role", many: "nothing connects them with a role" }),
    ...tell(byPodIdentity, { one: "EKS Pod Identity gives it its role", many: "EKS Pod Identity gives them their roles" }),
  ];
}

function tell(passedOver: readonly Workload[], because: { readonly one: string; readonly many: string }): readonly CheckNotice[] {
  const [first] = passedOver;
  if (first === undefined) return [];
  if (passedOver.length > MOST)
    return [{ ...first.document.node.place, message: `${passedOver.length} workloads are passed over, such as ${nameOf(first)}: ${because.many}` }];
  return passedOver.map((one) => ({ ...one.document.node.place, message: `${nameOf(one)} is passed over: ${because.one}` }));
}

function nameOf({ kind, namespace, name }: Workload): string {
  return `${kind} ${namespace}/${name}`;
}
