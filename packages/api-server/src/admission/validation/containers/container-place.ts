import type { PodSpec } from "../../pod.js";
import type { Volume } from "../../types/volume.js";
import type { SecurityPolicy } from "../security/find-container-security-problems.js";

/** What the rules of a container have to know of its pod. */
export interface ContainerPlace {
  readonly spec: PodSpec;
  /** Those without a problem, by name. */
  readonly volumes: ReadonlyMap<string, Volume>;
  /** Names of the pod's claims. */
  readonly podClaims: readonly string[];
  /** Seconds. */
  readonly gracePeriod: number;
  readonly policy: SecurityPolicy;
}
