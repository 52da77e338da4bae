import type { Assumptions } from "../assume/assumptions.js";
import type { NamedObject } from "../gather/inventory.js";

/** What a pod's spec is resolved with. */
export interface PodSources {
  /** Those of the workload's namespace. */
  readonly configMaps: readonly NamedObject[];
  /** Those of the workload's namespace; their values are never read. */
  readonly secrets: readonly NamedObject[];
  readonly region: string;
  readonly assumptions: Assumptions;
}
