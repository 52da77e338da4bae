import { duplicate, type FieldProblem, forbidden, invalid, required } from "../../field-problem.js";
import type { Pod } from "../../pod.js";
import { findFormatProblems } from "../formats/find-format-problems.js";
import { dnsLabel, dnsSubdomain } from "../formats/names.js";

const FIELD = "spec.resourceClaims";

/** Problems of the devices that a pod claims. */
export function* findPodClaimsProblems({ metadata, spec }: Pod): Generator<FieldProblem> {
  const { resourceClaims = [] } = spec;
  const isMirror = metadata.annotations?.["kubernetes.io/config.mirror"] !== undefined;
  const names = new Set<string>();
  for (const [index, { name = "", resourceClaimName, resourceClaimTemplateName }] of resourceClaims.entries()) {
    if (isMirror) {
      yield forbidden("[]", "static pods do not support resource claims");
      continue;
    }
    const place = `${FIELD}[${index}]`;
    yield* findNameProblems(name, names, `${place}.name`);
    const shown = { Name: name, ResourceClaimName: resourceClaimName ?? null, ResourceClaimTemplateName: resourceClaimTemplateName ?? null };
    const count = [resourceClaimName, resourceClaimTemplateName].filter((source) => source !== undefined).length;
    if (count > 1) yield invalid(place, shown, "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified");
    if (count === 0) yield invalid(place, shown, "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`");
    if (resourceClaimName !== undefined) yield* findFormatProblems(dnsSubdomain, `${place}.resourceClaimName`, resourceClaimName);
    if (resourceClaimTemplateName !== undefined) yield* findFormatProblems(dnsSubdomain, `${place}.resourceClaimTemplateName`, resourceClaimTemplateName);
  }
}

function* findNameProblems(name: string, names: Set<string>, field: string): Generator<FieldProblem> {
  if (name === "") return yield required(field);
  if (names.has(name)) return yield duplicate(field, name);
  yield* findFormatProblems(dnsLabel, field, name);
  names.add(name);
}
