import type { Workload } from "../gather/inventory.js";

const MAX_CHARACTERS = 63;

/** What the pod of a workload is called: as the workload, in letters that a pod's name may have. */
export function podNameOf({ name }: Pick<Workload, "name">): string {
  return name
    .replaceAll(/[^a-z0-9.-]/g, "-")
    .slice(0, MAX_CHARACTERS)
    .replace(/[-.]+$/, "");
}
