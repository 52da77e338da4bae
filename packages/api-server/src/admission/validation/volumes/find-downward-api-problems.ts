import { type FieldProblem, invalid, required } from "../../field-problem.js";
import type { DownwardApiFile, Volume } from "../../types/volume.js";
import { findFieldRefProblems, findResourceRefProblems, VOLUME_FIELDS } from "../containers/find-field-ref-problems.js";
import { findVolumePathProblems } from "../formats/paths.js";
import { findModeProblems } from "./find-items-problems.js";

/** Problems of a volume that shows members of its pod; all files are told of the volume itself. */
export function* findDownwardApiProblems({ items = [], defaultMode }: NonNullable<Volume["downwardAPI"]>, field: string): Generator<FieldProblem> {
  yield* findModeProblems(defaultMode, `${field}.defaultMode`);
  for (const file of items) yield* findDownwardApiFileProblems(file, field);
}

/** Problems of one such file. */
export function* findDownwardApiFileProblems({ path = "", fieldRef, resourceFieldRef, mode }: DownwardApiFile, field: string): Generator<FieldProblem> {
  if (path === "") yield required(`${field}.path`);
  yield* findVolumePathProblems(path, `${field}.path`);
  if (fieldRef !== undefined) {
    yield* findFieldRefProblems(fieldRef, VOLUME_FIELDS, `${field}.fieldRef`);
    if (resourceFieldRef !== undefined) yield invalid(field, "resource", "fieldRef and resourceFieldRef can not be specified simultaneously");
  } else if (resourceFieldRef !== undefined) {
    yield* findResourceRefProblems(resourceFieldRef, { isInVolume: true }, `${field}.resourceFieldRef`);
  } else yield required(field, "one of fieldRef and resourceFieldRef is required");
  yield* findModeProblems(mode, `${field}.mode`);
}
