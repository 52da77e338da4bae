import { addQuantities, compareQuantities } from "@irsa-sim/kubernetes-types";
import type { PodSpec } from "../pod.js";
import type { ResourceList, ResourceRequirements } from "../types/container.js";

/** How early a pod has to go where its node runs short. */
export type QosClass = "BestEffort" | "Burstable" | "Guaranteed";

const COMPUTE = ["cpu", "memory"];

/**
 * Decides by what the pod asks for: guaranteed is one that asks for all it may have, in each container.
 *
 * @see https://pkg.go.dev/k8s.io/kubernetes/pkg/apis/core/helper/qos#ComputePodQOS
 */
export function qosClassOf({ resources, containers = [], initContainers = [] }: PodSpec): QosClass {
  const parts: readonly ResourceRequirements[] =
    resources === undefined ? [...containers, ...initContainers].map((container) => container.resources ?? {}) : [resources];
  const requests = sum(parts.map(({ requests = {} }) => requests));
  const limits = sum(parts.map(({ limits = {} }) => limits));
  const names = Object.keys(requests);
  if (names.length === 0 && Object.keys(limits).length === 0) return "BestEffort";
  const isLimited = parts.every((part) => isFullyLimited(part, resources !== undefined));
  const isSame = names.length === Object.keys(limits).length && names.every((name) => isEqual(requests[name], limits[name]));
  return isLimited && isSame ? "Guaranteed" : "Burstable";
}

/** A pod without limits of its own says nothing of them. */
function isFullyLimited({ limits = {} }: ResourceRequirements, isOfPod: boolean): boolean {
  return (isOfPod && Object.keys(limits).length === 0) || COMPUTE.every((name) => isSome(limits[name]));
}

function sum(lists: readonly ResourceList[]): ResourceList {
  const total: Record<string, string> = {};
  for (const list of lists) {
    for (const name of COMPUTE) {
      const amount = list[name];
      if (amount !== undefined && isSome(amount)) total[name] = addQuantities(total[name] ?? "0", amount);
    }
  }
  return total;
}

function isSome(amount: string | undefined): boolean {
  return amount !== undefined && compareQuantities(amount, "0") > 0;
}

function isEqual(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && compareQuantities(a, b) === 0;
}
