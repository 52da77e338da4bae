import type { JsonObject } from "@irsa-sim/core";
import { stringify } from "yaml";

/** A file as it is written. */
export interface WrittenFile {
  /** With `/` between folders. */
  readonly path: string;
  readonly text: string;
  readonly isSecret: boolean;
}

/** Objects as one YAML text. */
export function toYaml(objects: readonly JsonObject[]): string {
  return objects.map((one) => stringify(one, { lineWidth: 0, aliasDuplicateObjects: false })).join("---\n");
}
