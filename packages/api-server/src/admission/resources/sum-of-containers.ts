import { addQuantities, compareQuantities } from "@irsa-sim/kubernetes-types";
import type { PodSpec } from "../pod.js";
import type { ResourceList } from "../types/container.js";

/**
 * What the containers of a pod ask for together: those that run at the same time are added, and of those that run one after another the most counts.
 *
 * @see https://pkg.go.dev/k8s.io/component-helpers/resource#AggregateContainerRequests
 */
export function sumOfContainers({ containers = [], initContainers = [] }: PodSpec, kind: "limits" | "requests"): ResourceList {
  let sum: ResourceList = {};
  for (const { resources } of containers) sum = added(sum, resources?.[kind] ?? {});
  let sidecars: ResourceList = {};
  let most: ResourceList = {};
  for (const { resources, restartPolicy } of initContainers) {
    const own = resources?.[kind] ?? {};
    if (restartPolicy === "Always") {
      sum = added(sum, own);
      sidecars = added(sidecars, own);
      most = larger(most, sidecars);
    } else most = larger(most, added(own, sidecars));
  }
  return larger(sum, most);
}

function added(a: ResourceList, b: ResourceList): ResourceList {
  return { ...a, ...Object.fromEntries(Object.entries(b).map(([name, amount]) => [name, addQuantities(a[name] ?? "0", amount)])) };
}

function larger(a: ResourceList, b: ResourceList): ResourceList {
  const isMore = ([name, amount]: readonly [string, string]): boolean => a[name] === undefined || compareQuantities(amount, a[name]) > 0;
  return { ...a, ...Object.fromEntries(Object.entries(b).filter(isMore)) };
}
