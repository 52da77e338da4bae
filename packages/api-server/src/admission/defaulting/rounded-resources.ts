import { roundedToMilli } from "@irsa-sim/kubernetes-types";
import type { ResourceList, ResourceRequirements } from "../types/container.js";

/** Amounts to the thousandth. */
export function roundedResources(resources: ResourceRequirements): ResourceRequirements {
  const { limits, requests } = resources;
  return { ...resources, ...(limits && { limits: roundedList(limits) }), ...(requests && { requests: roundedList(requests) }) };
}

/** The same for one list. */
export function roundedList(list: ResourceList): ResourceList {
  return Object.fromEntries(Object.entries(list).map(([name, amount]) => [name, roundedToMilli(amount)]));
}
