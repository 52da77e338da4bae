import { duplicate, type FieldProblem, invalid, required } from "../../field-problem.js";
import type { Volume } from "../../types/volume.js";
import { findFormatProblems } from "../formats/find-format-problems.js";
import { dnsLabel } from "../formats/names.js";
import { findSourceProblems } from "./find-source-problems.js";

/**
 * Problems of a pod's volumes.
 *
 * @param podName of which the claims of ephemeral volumes are named
 * @returns also the volumes that have none, which alone can be mounted
 */
export function findVolumesProblems(
  volumes: readonly Volume[],
  podName: string,
): { readonly problems: readonly FieldProblem[]; readonly valid: ReadonlyMap<string, Volume> } {
  const problems: FieldProblem[] = [];
  const valid = new Map<string, Volume>();
  const createdClaims = new Set(podName === "" ? [] : volumes.flatMap(({ name = "", ephemeral }) => (ephemeral === undefined ? [] : [`${podName}-${name}`])));
  for (const [index, volume] of volumes.entries()) {
    const { name = "", persistentVolumeClaim: claim } = volume;
    const field = `spec.volumes[${index}]`;
    const found = [...findSourceProblems(volume, field, podName), ...findNameProblems(name, `${field}.name`)];
    if (valid.has(name)) found.push(duplicate(`${field}.name`, name));
    if (found.length === 0) valid.set(name, volume);
    problems.push(...found);
    if (claim?.claimName === undefined || !createdClaims.has(claim.claimName)) continue;
    problems.push(invalid(`${field}.persistentVolumeClaim.claimName`, claim.claimName, "must not reference a PVC that gets created for an ephemeral volume"));
  }
  return { problems, valid };
}

function* findNameProblems(name: string, field: string): Generator<FieldProblem> {
  if (name === "") yield required(field);
  else yield* findFormatProblems(dnsLabel, field, name);
}
