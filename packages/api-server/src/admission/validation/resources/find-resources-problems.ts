/**
 * Validation of what a container or a pod asks for.
 * @see https://pkg.go.dev/k8s.io/kubernetes/pkg/apis/core/validation#ValidateContainerResourceRequirements
 */
import { compareQuantities } from "@irsa-sim/kubernetes-types";
import { type FieldProblem, forbidden, invalid, invalidConstant, type Problems, required } from "../../field-problem.js";
import type { ResourceList, ResourceRequirements } from "../../types/container.js";
import { qualifiedName } from "../formats/labels.js";
import { isNegative, isWhole } from "./amounts.js";
import { findClaimsProblems } from "./find-claims-problems.js";
import { canBeOvercommitted, isCounted, isExtended, isForContainers, isHugePages, isNative, isStandard, isWholePages } from "./resource-names.js";

/** What may be asked for, by name. */
export type NameRule = (name: string, field: string) => Problems;

/** Problems of requests and limits. */
export function* findResourcesProblems(
  { limits = {}, requests = {}, claims = [] }: ResourceRequirements,
  field: string,
  { findNameProblems = findContainerResourceProblems, podClaims = [] }: { readonly findNameProblems?: NameRule; readonly podClaims?: readonly string[] } = {},
): Generator<FieldProblem> {
  for (const [name, quantity] of Object.entries(limits)) {
    const place = `${field}.limits[${name}]`;
    yield* findNameProblems(name, place);
    yield* findQuantityProblems(name, quantity, place);
    yield* findPagesProblems(name, quantity, place);
  }
  for (const [name, quantity] of Object.entries(requests)) {
    const place = `${field}.requests[${name}]`;
    yield* findNameProblems(name, place);
    yield* findQuantityProblems(name, quantity, place);
    yield* findExcessProblems({ name, quantity, limit: limits[name] }, field);
    yield* findPagesProblems(name, quantity, place);
  }
  if (needsComputeBeside({ ...limits, ...requests })) yield forbidden(field, "HugePages require cpu or memory");
  yield* findClaimsProblems(claims, podClaims, `${field}.claims`);
}

function* findQuantityProblems(name: string, quantity: string, field: string): Generator<FieldProblem> {
  if (isNegative(quantity)) yield invalid(field, quantity, "must be greater than or equal to 0");
  if (isCounted(name) && !isWhole(quantity)) yield invalidConstant(field, quantity, "must be an integer");
}

function* findPagesProblems(name: string, quantity: string, field: string): Generator<FieldProblem> {
  if (isHugePages(name) && !isWholePages(name, quantity)) yield invalid(field, quantity, `${quantity} is not positive integer multiple of ${name}`);
}

/** What cannot be overcommitted is asked for as it is limited. */
function* findExcessProblems(
  { name, quantity, limit }: { readonly name: string; readonly quantity: string; readonly limit: string | undefined },
  field: string,
): Generator<FieldProblem> {
  if (limit === undefined) {
    if (!canBeOvercommitted(name)) yield required(`${field}.limits`, "Limit must be set for non overcommitable resources");
    return;
  }
  const order = compareQuantities(quantity, limit);
  if (order !== 0 && !canBeOvercommitted(name)) yield invalid(`${field}.requests`, quantity, `must be equal to ${name} limit of ${limit}`);
  else if (order > 0) yield invalid(`${field}.requests`, quantity, `must be less than or equal to ${name} limit of ${limit}`);
}

function needsComputeBeside(all: ResourceList): boolean {
  const names = Object.keys(all);
  return names.some(isHugePages) && !names.includes("cpu") && !names.includes("memory");
}

/** Problems of the name of a resource. */
export function findResourceNameProblems(name: string, field: string): readonly FieldProblem[] {
  const problems = qualifiedName(name).map((problem) => invalidConstant(field, name, problem));
  if (problems.length > 0 || name.includes("/") || isStandard(name)) return problems;
  return [invalidConstant(field, name, "must be a standard resource type or fully qualified")];
}

/** The same for one that a container asks for. */
function* findContainerResourceProblems(name: string, field: string): Generator<FieldProblem> {
  yield* findResourceNameProblems(name, field);
  if (!name.includes("/")) {
    if (!isForContainers(name)) yield invalidConstant(field, name, "must be a standard resource for containers");
  } else if (!isNative(name) && !isExtended(name)) yield invalidConstant(field, name, "doesn't follow extended resource name standard");
}
