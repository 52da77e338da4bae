import { type FieldProblem, invalid, required } from "../../field-problem.js";
import type { KeyToPath } from "../../types/volume.js";
import { findVolumePathProblems } from "../formats/paths.js";

const MODE = "must be a number between 0 and 0777 (octal), both inclusive";

/** Problems of a file's mode; none for one that is absent. */
export function* findModeProblems(mode: number | undefined, field: string): Generator<FieldProblem> {
  if (mode !== undefined && (mode < 0 || mode > 0o777)) yield invalid(field, mode, MODE);
}

/** Problems of a key that is shown as a file. */
export function* findItemProblems({ key = "", path = "", mode }: KeyToPath, field: string): Generator<FieldProblem> {
  if (key === "") yield required(`${field}.key`);
  if (path === "") yield required(`${field}.path`);
  yield* findVolumePathProblems(path, `${field}.path`);
  yield* findModeProblems(mode, `${field}.mode`);
}

/** A volume of a Secret's or a ConfigMap's keys. */
interface KeyedVolume {
  /** The member that names the object. */
  readonly nameField: string;
  readonly name: string;
  readonly defaultMode?: number;
  readonly items?: readonly KeyToPath[];
}

/** Problems of a volume that shows a Secret or a ConfigMap. */
export function* findKeyedVolumeProblems({ nameField, name, defaultMode, items = [] }: KeyedVolume, field: string): Generator<FieldProblem> {
  if (name === "") yield required(`${field}.${nameField}`);
  yield* findModeProblems(defaultMode, `${field}.defaultMode`);
  for (const [index, item] of items.entries()) yield* findItemProblems(item, `${field}.items[${index}]`);
}
