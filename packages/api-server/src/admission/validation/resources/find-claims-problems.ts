import { duplicate, type FieldProblem, notFound, required } from "../../field-problem.js";
import type { ResourceRequirements } from "../../types/container.js";
import { findFormatProblems } from "../formats/find-format-problems.js";
import { dnsLabel } from "../formats/names.js";

/**
 * Problems of a container's claims: each is one of the pod's, and stands once, with or without the one request of it that is meant.
 *
 * @param podClaims the names of the pod's claims
 */
export function* findClaimsProblems(claims: NonNullable<ResourceRequirements["claims"]>, podClaims: readonly string[], field: string): Generator<FieldProblem> {
  const seen = new Set<string>();
  for (const [index, { name = "", request = "" }] of claims.entries()) {
    const place = `${field}[${index}]`;
    if (name === "") {
      yield required(place);
      continue;
    }
    yield* findRepetition({ name, request, seen }, place);
    if (!podClaims.includes(name)) yield notFound(place, name, `must be one of the names in pod.spec.resourceClaims${known(podClaims)}`);
  }
}

function* findRepetition(
  { name, request, seen }: { readonly name: string; readonly request: string; readonly seen: Set<string> },
  place: string,
): Generator<FieldProblem> {
  if (seen.has(name)) return yield duplicate(place, name);
  if (request !== "") yield* findFormatProblems(dnsLabel, `${place}.request`, request);
  const key = request === "" ? name : `${name}/${request}`;
  if (seen.has(key)) yield duplicate(place, key);
  else if (request === "") for (const other of seen) if (other.split("/")[0] === name) yield duplicate(place, name);
  seen.add(key);
}

function known(podClaims: readonly string[]): string {
  return podClaims.length === 0 ? " which is empty" : `: ${[...new Set(podClaims)].sort().join(", ")}`;
}
