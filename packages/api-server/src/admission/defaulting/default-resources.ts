/**
 * What a pod asks for where only a part is said.
 * @see https://pkg.go.dev/k8s.io/kubernetes/pkg/apis/core/v1#SetDefaults_Pod
 */
import type { PodSpec } from "../pod.js";
import { sumOfContainers } from "../resources/sum-of-containers.js";
import type { Container, ResourceList } from "../types/container.js";
import { canBeOvercommitted, isHugePages } from "../validation/resources/resource-names.js";
import { roundedResources } from "./rounded-resources.js";

/** A container that asks for what it is limited to. */
export function withRequests(container: Container): Container {
  const { limits, requests = {} } = container.resources ?? {};
  return limits === undefined ? container : { ...container, resources: { ...container.resources, requests: { ...limits, ...requests } } };
}

/** A pod whose own limits and requests, where it has any, cover what its containers ask for. */
export function withPodResources(spec: PodSpec): PodSpec {
  const { resources } = spec;
  if (resources === undefined) return spec;
  const { requests = {}, limits = {} } = resources;
  const pages = Object.entries(sumOfContainers(spec, "limits")).filter(([name]) => isHugePages(name) && requests[name] === undefined);
  const hasAny = Object.keys(limits).length > 0 || Object.keys(requests).length > 0;
  const allLimits: ResourceList = hasAny ? { ...Object.fromEntries(pages), ...limits } : limits;
  const asked = Object.entries(sumOfContainers(spec, "requests")).filter(([name]) => isForPods(name) && canBeOvercommitted(name));
  const limited = Object.entries(allLimits).filter(([name]) => isForPods(name));
  const allRequests: ResourceList =
    Object.keys(allLimits).length === 0 ? requests : { ...Object.fromEntries(limited), ...Object.fromEntries(asked), ...requests };
  const filled = {
    ...resources,
    ...(Object.keys(allLimits).length > 0 && { limits: allLimits }),
    ...(Object.keys(allRequests).length > 0 && { requests: allRequests }),
  };
  return { ...spec, resources: roundedResources(filled) };
}

function isForPods(name: string): boolean {
  return name === "cpu" || name === "memory" || isHugePages(name);
}
