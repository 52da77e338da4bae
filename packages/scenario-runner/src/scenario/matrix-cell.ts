import type { LocatedNode } from "@irsa-sim/documents";

/** A value of a matrix. */
export type MatrixValue = string | number | boolean;

/** One combination of a matrix's values. */
export interface MatrixCell {
  /** `sdk=go-v2,region=eu-west-1`, as it stands behind the scenario's name in brackets. */
  readonly name: string;
  /** By name; included ones may stand beside those that name the cell. */
  readonly values: Readonly<Record<string, MatrixValue>>;
  /** What the cell expects instead; `null` for what the scenario expects. */
  readonly expect: LocatedNode | null;
}

/** Whether a name can stand in `${matrix.NAME}`. */
export function isName(text: string): boolean {
  return /^[A-Za-z][\w-]*$/.test(text);
}
