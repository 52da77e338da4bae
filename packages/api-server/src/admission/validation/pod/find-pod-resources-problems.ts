/**
 * Validation of what a pod asks for as a whole, beside what its containers ask for.
 * @see https://pkg.go.dev/k8s.io/kubernetes/pkg/apis/core/validation#ValidatePodSpec
 */
import { compareQuantities } from "@irsa-sim/kubernetes-types";
import { type FieldProblem, forbidden, invalid, notSupported } from "../../field-problem.js";
import type { PodSpec } from "../../pod.js";
import { sumOfContainers } from "../../resources/sum-of-containers.js";
import { findResourceNameProblems, findResourcesProblems } from "../resources/find-resources-problems.js";
import { isHugePages } from "../resources/resource-names.js";

const FIELD = "spec.resources";

/** Problems of a pod's own requests and limits; none where it has none. */
export function* findPodResourcesProblems(spec: PodSpec, podClaims: readonly string[]): Generator<FieldProblem> {
  const { resources, os, containers = [] } = spec;
  if (resources === undefined) return;
  if (os?.name === "windows") return yield forbidden(FIELD, "may not be set for a windows pod");
  if (resources.claims !== undefined) yield forbidden(`${FIELD}.claims`, "claims may not be set for Resources at pod-level");
  yield* findResourcesProblems(resources, FIELD, { findNameProblems: findPodResourceProblems, podClaims });
  const { requests = {}, limits = {} } = resources;
  for (const [name, sum] of Object.entries(sumOfContainers(spec, "requests"))) {
    const own = requests[name];
    if (own === undefined || compareQuantities(sum, own) <= 0) continue;
    yield invalid(`${FIELD}.requests[${name}]`, own, `must be greater than or equal to aggregate container requests of ${sum}`);
  }
  for (const [name, sum] of Object.entries(sumOfContainers(spec, "limits"))) {
    const own = limits[name];
    if (!isHugePages(name) || own === undefined || compareQuantities(sum, own) <= 0) continue;
    yield invalid(`${FIELD}.limits[${name}]`, own, `must be greater than or equal to aggregate container limits of ${sum}`);
  }
  for (const [index, container] of containers.entries()) {
    for (const [name, limit] of Object.entries(container.resources?.limits ?? {})) {
      const own = limits[name];
      if (own === undefined || compareQuantities(limit, own) <= 0) continue;
      yield invalid(`${FIELD}.containers[${index}][${name}].limits`, limit, `must be less than or equal to pod limits of ${own}`);
    }
  }
}

function* findPodResourceProblems(name: string, field: string): Generator<FieldProblem> {
  const problems = findResourceNameProblems(name, field);
  yield* problems;
  if (problems.length === 0 && name !== "cpu" && name !== "memory" && !isHugePages(name)) yield notSupported(field, name, ["cpu", "hugepages-", "memory"]);
}
