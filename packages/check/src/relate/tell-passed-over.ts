import type { CheckNotice } from "@irsa-sim/core";
import type { Workload } from "../gather/inventory.js";

/** More are told as a number: nobody reads a line for each. */
const MOST = 20;

/** Tells which workloads have nothing to do with a role. */
export function tellPassedOver(others: readonly Workload[]): readonly CheckNotice[] {
  const [first] = others;
  if (first === undefined) return [];
  if (others.length > MOST)
    return [
      { ...first.document.node.place, message: `${others.length} workloads are passed over, such as ${nameOf(first)}: nothing connects them with a role` },
    ];
  return others.map((one) => ({ ...one.document.node.place, message: `${nameOf(one)} is passed over: nothing connects it with a role` }));
}

function nameOf({ kind, namespace, name }: Workload): string {
  return `${kind} ${namespace}/${name}`;
}
