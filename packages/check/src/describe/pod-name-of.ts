import type { Workload } from "../gather/inventory.js";

/** Of a name that a controller makes up; a pod that somebody names himself may be called as long as any object. */
const MOST_GENERATED = 63;
const MOST = 253;

/** What the pod of a workload is called: as the workload, in letters that a pod's name may have. */
export function podNameOf({ kind, name }: Pick<Workload, "kind" | "name">): string {
  return name
    .replaceAll(/[^a-z0-9.-]/g, "-")
    .slice(0, kind === "Pod" ? MOST : MOST_GENERATED)
    .replace(/[-.]+$/, "");
}
